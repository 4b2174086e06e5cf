import type { AccountView } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { IconButton } from '../../components/button.tsx'
import { DayField, MonthField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import type { DialProps } from './plan-dials.tsx'
import type { LumpDraft, SpendingDraft } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

const replaced = <T,>(list: readonly T[], at: number, changes: Partial<T>): readonly T[] =>
  list.map((one, index) => (index === at ? { ...one, ...changes } : one))
const without = <T,>(list: readonly T[], at: number): readonly T[] => list.filter((_, index) => index !== at)

/** Money that comes once, on a day. */
export function PlanLumps({ draft, onChange }: DialProps) {
  const say = useWords(planWords)
  const change = (at: number, changes: Partial<LumpDraft>) => onChange({ lumps: replaced(draft.lumps, at, changes) })
  return (
    <fieldset className="dial">
      <legend>
        {say('lumps')}
        <button
          type="button"
          className="link note"
          onClick={() => onChange({ lumps: [...draft.lumps, { on: '', amount: '' }] })}
        >
          {say('addLump')}
          <span className="unseen">{say('lumps')}</span>
        </button>
      </legend>
      {draft.lumps.map((lump, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other identity
        <div className="dial-line" key={at}>
          <DayField label={say('lumpOn')} value={lump.on} leaning="future" onChange={(on) => change(at, { on })} />
          <MoneyField label={say('lumpAmount')} value={lump.amount} onChange={(amount) => change(at, { amount })} />
          <IconButton
            icon="close"
            small
            name={say('remove')}
            onPress={() => onChange({ lumps: without(draft.lumps, at) })}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** What will still be bought on credit, month by month. */
export function PlanSpending(props: DialProps & { readonly accounts: readonly AccountView[] }) {
  const say = useWords(planWords)
  const nameOf = useNameOf()
  const { draft, onChange } = props
  const billed = inOrder(props.accounts.filter(isBilled))
  const change = (at: number, changes: Partial<SpendingDraft>) =>
    onChange({ spending: replaced(draft.spending, at, changes) })
  if (billed.length === 0) return null
  return (
    <fieldset className="dial">
      <legend>
        {say('spending')}
        <button
          type="button"
          className="link note"
          onClick={() =>
            onChange({ spending: [...draft.spending, { account: billed[0]!.id, monthly: '', through: '' }] })
          }
        >
          {say('addSpending')}
          <span className="unseen">{say('spending')}</span>
        </button>
      </legend>
      {draft.spending.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other identity
        <div className="dial-line spending" key={at}>
          <SelectField
            label={say('spendingAccount')}
            choices={billed.map((account) => ({ value: account.id, label: nameOf(account) }))}
            value={one.account}
            onChange={(account) => change(at, { account })}
          />
          <MoneyField
            label={say('spendingMonthly')}
            value={one.monthly}
            onChange={(monthly) => change(at, { monthly })}
          />
          <MonthField
            label={say('spendingThrough')}
            value={one.through}
            onChange={(through) => change(at, { through })}
          />
          <IconButton
            icon="close"
            small
            name={say('remove')}
            onPress={() => onChange({ spending: without(draft.spending, at) })}
          />
        </div>
      ))}
    </fieldset>
  )
}
