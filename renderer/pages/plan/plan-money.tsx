import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { IconButton } from '../../components/button.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { DialProps } from './plan-dials.tsx'
import { type IncomeDraft, monthlyOf } from './plan-draft.ts'
import { DialList } from './plan-lists.tsx'
import { planWords } from './plan-words.ts'

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1)

/** How much money there is for debt: a sum each month, or what income leaves after expenses and a cushion. */
export function PlanMoneyDial(props: DialProps & { readonly owed: Fen }) {
  const say = useWords(planWords)
  const { draft, onChange } = props
  return (
    <fieldset className="dial">
      <legend>{say('money')}</legend>
      <Segmented
        small
        label={say('moneyKind')}
        choices={[
          { value: 'monthly', label: say('moneyMonthly') },
          { value: 'income', label: say('moneyIncome') },
        ]}
        value={draft.moneyKind}
        onChange={(moneyKind) => onChange({ moneyKind })}
      />
      {draft.moneyKind === 'monthly' ? <Monthly {...props} /> : <Income {...props} />}
    </fieldset>
  )
}

function Monthly({ draft, onChange, owed }: DialProps & { readonly owed: Fen }) {
  const say = useWords(planWords)
  const format = useFormat()
  const payDays = DAYS.map((n) => ({ value: String(n), label: say('payOnDay', { n }) }))
  const monthly = monthlyOf(draft)
  const most = sliderEnd(owed, monthly)
  return (
    <>
      <div className="dial-money">
        <MoneyField
          label={say('monthly')}
          {...(draft.monthly.trim() === '' ? { note: say('monthlyNote') } : {})}
          value={draft.monthly}
          onChange={(text) => onChange({ monthly: text })}
        />
      </div>
      <input
        className="slider"
        type="range"
        aria-label={say('monthlySlider')}
        aria-valuetext={monthly === null ? say('asDue') : format.amount(monthly)}
        min={0}
        max={most / 100}
        step={sliderStep(most / 100)}
        value={(monthly ?? 0) / 100}
        style={{ '--at': `${Math.min(100, ((monthly ?? 0) / most) * 100)}%` } as object}
        onChange={(event) => onChange({ monthly: yuanText(fen(Number(event.target.value) * 100)) })}
      />
      {draft.monthly.trim() === '' ? null : (
        <SelectField
          label={say('payOn')}
          choices={[{ value: 'due-day', label: say('payOnDue') }, ...payDays]}
          value={draft.payOn}
          onChange={(payOn) => onChange({ payOn })}
        />
      )}
    </>
  )
}

/** Round thousands: a third of the debt, or twice what is set; the end stays while the amount is below it. */
function sliderEnd(owed: number, monthly: number | null): number {
  const wanted = Math.max(owed / 3, monthly ?? 0, 100_000)
  const round = wanted > 1_000_000 ? 500_000 : 100_000
  return Math.ceil(wanted / round) * round
}

const STEPS = [1000, 500, 100, 50] as const

/** Yuan: fine enough for a small debt, and few enough steps for the keys where it is large. */
const sliderStep = (most: number): number => STEPS.find((step) => most / step >= 50) ?? 10

function Income({ draft, onChange }: DialProps) {
  const say = useWords(planWords)
  const days = DAYS.map((n) => ({ value: String(n), label: say('incomeOnDay', { n }) }))
  const monthly = monthlyOf(draft)
  return (
    <>
      <DialList
        title={say('income')}
        add={say('addIncome')}
        items={draft.income}
        fresh={{ day: '10', amount: '' }}
        onChange={(income) => onChange({ income })}
        row={(one: IncomeDraft, change, remove) => (
          <>
            <SelectField label={say('incomeDay')} choices={days} value={one.day} onChange={(day) => change({ day })} />
            <MoneyField label={say('incomeAmount')} value={one.amount} onChange={(amount) => change({ amount })} />
            <IconButton icon="close" small name={say('remove')} onPress={remove} />
          </>
        )}
      />
      <MoneyField label={say('expenses')} value={draft.expenses} onChange={(expenses) => onChange({ expenses })} />
      <MoneyField
        label={say('cushion')}
        note={say('cushionNote')}
        value={draft.cushion}
        onChange={(cushion) => onChange({ cushion })}
      />
      {monthly === null ? (
        <p className="note">{say('incomeMissing')}</p>
      ) : (
        <p className="row wide">
          <span>{say('incomeLeft')}</span>
          <Amount value={monthly} form="figure" />
        </p>
      )}
    </>
  )
}
