import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { ProjectedEvent } from '#shared/outlook/answers.ts'
import type { Lines } from '../../charts/use-copy-lines.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskedUnlessZero } from '../../components/ask.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import type { PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

/** A bill that is issued and a day that comes move no money. */
type Quiet = 'statement' | 'due'
export type Move = ProjectedEvent & { readonly what: Exclude<ProjectedEvent['what'], Quiet> }

export const movesOf = (events: readonly ProjectedEvent[]): readonly Move[] =>
  events.filter((event): event is Move => event.what !== 'statement' && event.what !== 'due')

/** What the copy holds: the same rows as the table, its first line the heads. */
export function usePaymentLines(): (events: readonly Move[]) => Lines {
  const say = useWords(planWords)
  const nameOf = useAccountName()
  return (events) => [
    COLUMNS.map((name) => say(name)),
    ...events.map(({ on, account, what, amount, balance }) => [
      dayText(on),
      nameOf(account),
      say(`event.${what}`),
      yuanText(amount),
      yuanText(balance),
    ]),
  ]
}

const COLUMNS = ['paymentDay', 'account', 'paymentWhat', 'paymentAmount', 'paymentLeft'] as const
const ROW_HEIGHT = 32

/** Of all debts, or of one of them. */
export function PaymentFilter(props: {
  readonly events: readonly Move[]
  readonly account: string
  readonly onChoose: (account: string) => void
}) {
  const say = useWords(planWords)
  const nameOf = useAccountName()
  const accounts = [...new Set(props.events.map((event) => event.account))]
  if (accounts.length < 2) return null
  return (
    <SelectField
      label={say('paymentWhich')}
      labelHidden
      choices={[
        { value: '', label: say('paymentAll') },
        ...accounts.map((id) => ({ value: id as string, label: nameOf(id) })),
      ]}
      value={props.account}
      onChange={props.onChoose}
    />
  )
}

/**
 * Payment by payment, to which debt, with what it costs and what it leaves; of years of them only those in sight exist. An
 * explanation follows the same plan as they do, saved or not.
 */
export function PlanPayments({ events, plan }: { readonly events: readonly Move[]; readonly plan: PlanInput }) {
  const say = useWords(planWords)
  const scroller = useRef<HTMLElement>(null)
  const list = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const items = list.getVirtualItems()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section ref={scroller} className="payments" tabIndex={0} aria-label={say('byPayment')}>
      <table className="grid-table dense" aria-rowcount={events.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((name, at) => (
              <th scope="col" key={name} className={at > 2 ? 'number' : undefined}>
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={items[0]?.start ?? 0} />
          {items.map(({ key, index }) => (
            <Row key={key} event={events[index]!} plan={plan} index={index} isLast={isLastOfDay(events, index)} />
          ))}
          <Gap height={list.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  )
}

/** The room of the rows that are out of sight. */
const Gap = ({ height }: { readonly height: number }) =>
  height === 0 ? null : (
    <tr className="payments-gap">
      <td colSpan={COLUMNS.length} style={{ height, padding: 0 }} />
    </tr>
  )

/** Only what a day leaves in the end can be asked: what stands between two steps of it is told by the steps. */
function isLastOfDay(events: readonly Move[], index: number): boolean {
  const { on, account } = events[index]!
  for (let at = index + 1; events[at]?.on === on; at++) if (events[at]?.account === account) return false
  return true
}

type RowProps = {
  readonly event: Move
  readonly plan: PlanInput
  readonly index: number
  readonly isLast: boolean
}

function Row({ event, plan, index, isLast }: RowProps) {
  const say = useWords(planWords)
  const today = useToday()
  const nameOf = useAccountName()
  const { on, account, what, amount, balance, explain } = event
  return (
    <tr className={what === 'free' ? 'is-safe' : undefined} aria-rowindex={index + 2}>
      <td>
        <time dateTime={dayText(on)}>{dayText(on)}</time>
      </td>
      <td className="payments-name">{nameOf(account)}</td>
      <td>{say(`event.${what}`)}</td>
      <td className="number">
        {what === 'free' ? null : (
          <Ask figure={explain} plan={plan}>
            <Amount value={amount} />
          </Ask>
        )}
      </td>
      <td className="number">
        <AskedUnlessZero
          figure={isLast ? `plan:left:${account}:${dayText(on)}@${dayText(today)}` : null}
          plan={plan}
          amount={balance}
        />
      </td>
    </tr>
  )
}
