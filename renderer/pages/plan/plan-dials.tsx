import type { AccountView } from '#shared/contract/views.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { IconButton } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import type { PlanDraft } from './plan-draft.ts'
import { PlanLumps, PlanRecurring, PlanSpending } from './plan-lists.tsx'
import { PlanMoneyDial } from './plan-money.tsx'
import { planWords } from './plan-words.ts'

export type DialProps = {
  readonly draft: PlanDraft
  readonly onChange: (changes: Partial<PlanDraft>) => void
}

const STRATEGIES = ['soonest-closure', 'avalanche', 'snowball', 'custom', 'minimum-only'] as const
const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

/** What the user can turn: money, its day, the order, extra sums, spending, and the day to be free by. */
export function PlanDials(props: DialProps & { readonly accounts: readonly AccountView[]; readonly owed: Fen }) {
  const say = useWords(planWords)
  const { draft, onChange } = props
  return (
    <>
      <PlanMoneyDial {...props} />
      <Order {...props} />
      <PlanLumps {...props} />
      <PlanRecurring {...props} />
      <PlanSpending {...props} />
      <fieldset className="dial">
        <legend className="unseen">{say('goal')}</legend>
        <DayField
          label={say('goal')}
          value={draft.freeBy}
          leaning="future"
          optional
          {...(draft.freeBy === '' ? { note: say('goalNote') } : {})}
          onChange={(freeBy) => onChange({ freeBy })}
        />
      </fieldset>
    </>
  )
}

function Order(props: DialProps & { readonly accounts: readonly AccountView[] }) {
  const say = useWords(planWords)
  const { draft, onChange } = props
  return (
    <fieldset className="dial">
      <legend>{say('order')}</legend>
      <div className="picks">
        {STRATEGIES.map((strategy) => (
          <label className="pick" key={strategy}>
            <input
              type="radio"
              name="strategy"
              checked={draft.strategy === strategy}
              onChange={() => onChange({ strategy, ...(strategy === 'custom' && { order: idsOf(orderOf(props)) }) })}
            />
            <span>{say(`strategy.${strategy}`)}</span>
          </label>
        ))}
      </div>
      {draft.strategy === 'soonest-closure' ? (
        <SelectField
          label={say('target')}
          choices={TARGETS.map((target) => ({ value: target, label: say(`target.${target}`) }))}
          value={draft.target}
          onChange={(target) => onChange({ target })}
        />
      ) : null}
      {draft.strategy === 'custom' ? <OwnOrder {...props} /> : null}
      {draft.strategy === 'minimum-only' ? null : <p className="note">{say('orderNote')}</p>}
    </fieldset>
  )
}

type OrderProps = Pick<DialProps, 'draft'> & { readonly accounts: readonly AccountView[] }

/** Accounts that the draft does not name yet follow those that it does. */
function orderOf({ draft, accounts }: OrderProps): readonly AccountView[] {
  const rest = inOrder(accounts).filter(({ id }) => !draft.order.includes(id))
  return [...draft.order.flatMap((id) => accounts.find((account) => account.id === id) ?? []), ...rest]
}

const idsOf = (accounts: readonly AccountView[]): string[] => accounts.map(({ id }) => id)

function OwnOrder({ draft, onChange, accounts }: DialProps & OrderProps) {
  const say = useWords(planWords)
  const nameOf = useNameOf()
  const order = orderOf({ draft, accounts })
  const up = (at: number) => {
    const ids = idsOf(order)
    ids.splice(at - 1, 2, ids[at]!, ids[at - 1]!)
    onChange({ order: ids })
  }
  return (
    <ol className="own-order">
      {order.map((account, at) => (
        <li key={account.id}>
          <span>{nameOf(account)}</span>
          <IconButton
            icon="up"
            small
            name={say('orderUp', { name: nameOf(account) })}
            cannot={at === 0 ? say('orderFirst') : null}
            onPress={() => up(at)}
          />
        </li>
      ))}
    </ol>
  )
}
