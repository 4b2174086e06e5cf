import { useMemo } from 'react'
import { dayText, type Month, monthText } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { BILL_PARTS } from '#shared/outlook/bill-stack.ts'
import { MonthBars } from '../../charts/month-bars.tsx'
import { billsByMonth, costByMonth, cumulative, monthsThrough } from '../../charts/month-parts.ts'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { chartPageWords } from './chart-page-words.ts'

/** What the bills of each month are made of; one that is not issued yet is a plan. */
export function BillsChart() {
  const say = useWords(chartPageWords)
  const today = useToday()
  const bills = hereOrNull(useAsk('listBills', {}))
  const drawn = useMemo(() => {
    const months = monthsThrough((bills ?? []).filter(({ total }) => total > 0).map(({ month }) => month))
    return { months, parts: billsByMonth(bills ?? [], months) }
  }, [bills])
  if (bills === null || drawn.months.length === 0) return null
  const figure = (what: string) => (month: Month) => `month:${what}:${monthText(month)}@${dayText(today)}`
  const upcoming = bills.filter(({ status }) => status === 'upcoming').map(({ month }) => month)
  return (
    <MonthBars
      title={say('bills')}
      months={drawn.months}
      planFrom={upcoming.length === 0 ? null : (Math.min(...upcoming) as (typeof upcoming)[number])}
      parts={BILL_PARTS.map((part, index) => ({
        name: say(`part.${part}`),
        amounts: drawn.parts[index]!,
        figureOf: figure(part),
      }))}
      figureOf={figure('bills')}
      result={say('billsResult', { n: drawn.months.length })}
    />
  )
}

/** What the debts cost month by month, so far and under the plan, and what has come together. */
export function CostChart() {
  const say = useWords(chartPageWords)
  const format = useFormat()
  const today = useToday()
  const bills = hereOrNull(useAsk('listBills', {}))
  const view = hereOrNull(useAsk('getProjection', {}))
  const drawn = useMemo(() => costByMonth(bills ?? [], view?.projection.byMonth ?? []), [bills, view])
  if (bills === null || view === null || drawn.months.length === 0) return null
  const sums = cumulative(drawn.parts)
  const figure = (what: string) => (month: Month) => `month:${what}:${monthText(month)}@${dayText(today)}`
  if ((sums.at(-1) ?? ZERO) === 0) {
    return (
      <Section title={say('cost')}>
        <p className="note">{say('costNone')}</p>
      </Section>
    )
  }
  return (
    <MonthBars
      title={say('cost')}
      months={drawn.months}
      planFrom={drawn.planFrom}
      parts={(['interest', 'fees', 'penalties'] as const).map((part, index) => ({
        name: say(`cost.${part}`),
        amounts: drawn.parts[index]!,
        figureOf: figure(part),
      }))}
      lines={[{ name: say('costSum'), dashed: true, amounts: sums, figureOf: figure('cost-so-far') }]}
      figureOf={figure('cost')}
      result={say('costResult', { amount: format.amount(sums.at(-1) ?? ZERO) })}
    />
  )
}

/** What is owed at the end of each month since the plan is followed: as planned, and as it happened. */
export function ProgressChart() {
  const say = useWords(chartPageWords)
  const progress = hereOrNull(useAsk('getPlanProgress', {}))
  if (progress === null) {
    return (
      <Section title={say('progress')}>
        <p className="note">{say('progressNone')}</p>
      </Section>
    )
  }
  const figure = (side: string) => (month: Month) =>
    `progress:${side}:closing:${monthText(month)}@${dayText(progress.on)}`
  return (
    <MonthBars
      title={say('progress')}
      months={progress.months.map(({ month }) => month)}
      planFrom={null}
      parts={[
        {
          name: say('actual'),
          amounts: progress.months.map(({ actual }) => actual.closing),
          figureOf: figure('actual'),
        },
      ]}
      lines={[
        {
          name: say('planned'),
          dashed: true,
          amounts: progress.months.map(({ planned }) => planned.closing),
          figureOf: figure('planned'),
        },
      ]}
      result={say('progressResult')}
    />
  )
}
