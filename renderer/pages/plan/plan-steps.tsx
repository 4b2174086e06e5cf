import { useState } from 'react'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { ProjectedMonth, Projection } from '#shared/outlook/answers.ts'
import { type Lines, useCopyLines } from '../../charts/use-copy-lines.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { useNotWhileHidden } from '../../components/not-while-hidden.ts'
import { Section } from '../../components/section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import type { PlanInput } from './plan-draft.ts'
import { movesOf, PaymentFilter, PlanPayments, usePaymentLines } from './plan-payments.tsx'
import { planWords } from './plan-words.ts'

type Props = { readonly projection: Projection; readonly plan: PlanInput }

/** What the plan does, month by month or payment by payment; it opens on demand. */
export function PlanSteps(props: Props) {
  const say = useWords(planWords)
  const [open, setOpen] = useState(false)
  const toggle = (
    <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
      {say(open ? 'hideCourse' : 'showCourse')}
    </button>
  )
  return (
    <Section title={say('course')} aside={toggle}>
      {open ? <Course {...props} /> : null}
    </Section>
  )
}

function Course({ projection, plan }: Props) {
  const say = useWords(planWords)
  const notWhileHidden = useNotWhileHidden()
  const copy = useCopyLines()
  const paymentLines = usePaymentLines()
  const monthLines = useMonthLines()
  const [by, setBy] = useState<'month' | 'payment'>('payment')
  const [account, setAccount] = useState('')
  const all = movesOf(projection.events)
  const events = all.filter((event) => account === '' || event.account === account)
  return (
    <div className="course">
      <div className="row course-bar">
        <Segmented
          small
          label={say('course')}
          choices={[
            { value: 'payment', label: say('byPayment') },
            { value: 'month', label: say('byMonth') },
          ]}
          value={by}
          onChange={setBy}
        />
        {by === 'month' ? null : <PaymentFilter events={all} account={account} onChoose={setAccount} />}
        <Button
          small
          icon="copy"
          cannot={notWhileHidden}
          onPress={() => void copy(by === 'month' ? monthLines(projection.byMonth) : paymentLines(events))}
        >
          {say('copyCourse')}
        </Button>
      </div>
      {by === 'month' ? (
        <Months months={projection.byMonth} plan={plan} />
      ) : (
        <PlanPayments events={events} plan={plan} />
      )}
    </div>
  )
}

const COLUMNS = ['opening', 'interest', 'monthPaid', 'closing'] as const
/** What each column is called in `explain`. */
const FIGURES = ['opening', 'added', 'paid', 'closing'] as const

const figuresOf = (month: ProjectedMonth): readonly Fen[] => [
  month.opening,
  fen(month.interest + month.fees + month.penalties),
  month.paid,
  month.closing,
]

function useMonthLines(): (months: readonly ProjectedMonth[]) => Lines {
  const say = useWords(planWords)
  return (months) => [
    [say('month'), ...COLUMNS.map((name) => say(name))],
    ...months.map((month) => [monthText(month.month), ...figuresOf(month).map(yuanText)]),
  ]
}

/** Opening, charges, payments, closing of every month. */
function Months({ months, plan }: { readonly months: readonly ProjectedMonth[]; readonly plan: PlanInput }) {
  const say = useWords(planWords)
  const today = useToday()
  return (
    <table className="grid-table dense">
      <thead>
        <tr>
          <th scope="col">{say('month')}</th>
          {COLUMNS.map((name) => (
            <th scope="col" className="number" key={name}>
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{monthText(month.month)}</th>
            {figuresOf(month).map((amount, at) => (
              <td className="number" key={COLUMNS[at]}>
                {amount === 0 ? (
                  <Amount value={amount} />
                ) : (
                  <Ask figure={`month:${FIGURES[at]}:${monthText(month.month)}@${dayText(today)}`} plan={plan}>
                    <Amount value={amount} />
                  </Ask>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
