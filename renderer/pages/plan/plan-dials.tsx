import type { AccountView } from '#shared/contract/views.ts'
import { DayField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import type { PlanDraft } from './plan-draft.ts'
import { PlanLumps, PlanSpending } from './plan-lists.tsx'
import { planWords } from './plan-words.ts'

export type DialProps = {
  readonly draft: PlanDraft
  readonly onChange: (changes: Partial<PlanDraft>) => void
}

const PAY_DAYS = Array.from({ length: 31 }, (_, index) => index + 1)
const STRATEGIES = ['avalanche', 'snowball', 'soonest-closure', 'minimum-only'] as const
const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

/** What the user can turn: money, its day, the order, one-off sums, spending, and the day to be free by. */
export function PlanDials({ accounts, ...props }: DialProps & { readonly accounts: readonly AccountView[] }) {
  const say = useWords(planWords)
  const { draft, onChange } = props
  const payDays = PAY_DAYS.map((n) => ({ value: String(n), label: say('payOnDay', { n }) }))
  return (
    <>
      <fieldset className="dial">
        <legend>{say('money')}</legend>
        <div className="dial-money">
          <MoneyField
            label={say('monthly')}
            note={say('monthlyNote')}
            value={draft.monthly}
            onChange={(monthly) => onChange({ monthly })}
          />
        </div>
        {draft.monthly.trim() === '' ? null : (
          <SelectField
            label={say('payOn')}
            choices={[{ value: 'due-day', label: say('payOnDue') }, ...payDays]}
            value={draft.payOn}
            onChange={(payOn) => onChange({ payOn })}
          />
        )}
      </fieldset>
      <Order {...props} />
      <PlanLumps {...props} />
      <PlanSpending {...props} accounts={accounts} />
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

function Order({ draft, onChange }: DialProps) {
  const say = useWords(planWords)
  const strategies = draft.strategy === 'custom' ? [...STRATEGIES, 'custom' as const] : STRATEGIES
  return (
    <fieldset className="dial">
      <legend>{say('order')}</legend>
      <div className="picks">
        {strategies.map((strategy) => (
          <label className="pick" key={strategy}>
            <input
              type="radio"
              name="strategy"
              checked={draft.strategy === strategy}
              onChange={() => onChange({ strategy })}
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
    </fieldset>
  )
}
