import './chart-page.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { dayText } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { DebtCurve } from '../../charts/debt-curve.tsx'
import { DueCalendar, monthsFrom } from '../../charts/due-calendar.tsx'
import { QuotaBars } from '../../charts/quota-bars.tsx'
import { Below } from '../../components/below.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { Answered } from '../../state/answered.tsx'
import { billFigure, dueFigure } from '../../state/bill-figure.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { chartPageWords } from './chart-page-words.ts'
import { ClosureCharts } from './closure-charts.tsx'
import { BillsChart, CostChart, ProgressChart } from './month-charts.tsx'

/**
 * Everything that can be drawn: how much, then at one side when it is due and what it costs, at the other what it is made
 * of and when it ends. Each side flows by itself, so that a tall chart leaves no hole beside it.
 */
export function ChartsPage() {
  const say = useWords(chartPageWords)
  const [, navigate] = useLocation()
  return (
    <Page title={say('title')} note={say('note')}>
      <Answered answer={useAsk('getOwed', {})}>
        {({ total }) =>
          total === 0 ? (
            <Empty title={say('emptyTitle')} text={say('emptyText')}>
              <Button kind="main" onPress={() => navigate('/bills')}>
                {say('goBills')}
              </Button>
            </Empty>
          ) : (
            <Charts />
          )
        }
      </Answered>
    </Page>
  )
}

function Charts() {
  return (
    <div className="charts">
      <Curve />
      <div className="charts-side">
        <Calendar />
        <Below>
          <CostChart />
          <ProgressChart />
        </Below>
      </div>
      <div className="charts-side">
        <BillsChart />
        <Below>
          <Quota />
          <ClosureCharts />
        </Below>
      </div>
    </div>
  )
}

/** What is owed in all, or of one account, under the plan that is followed. */
function Curve() {
  const say = useWords(chartPageWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const plan = hereOrNull(useAsk('getPlan', {}))
  const [account, setAccount] = useState('')
  const answer = useAsk('getProjection', account === '' ? {} : { account }, { keepLast: true })
  const choices = inOrder(accounts).map((one) => ({ value: one.id as string, label: nameOf(one) }))
  return (
    <div className="charts-wide">
      <SelectField
        label={say('whichDebt')}
        labelHidden
        choices={[{ value: '', label: say('allAccounts') }, ...choices]}
        value={account}
        onChange={setAccount}
      />
      <Answered answer={answer}>
        {({ series, projection }) => (
          <DebtCurve
            points={series.points}
            today={series.today}
            freeOn={
              account === ''
                ? projection.freeOn
                : (projection.accounts.find(({ id }) => id === account)?.freeOn ?? null)
            }
            asked={account === '' ? {} : { account }}
            {...(plan === null || plan.name === '' ? {} : { name: plan.name })}
          />
        )}
      </Answered>
    </div>
  )
}

function Calendar() {
  const today = useToday()
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const owed = useAsk('getOwed', {})
  const bills = hereOrNull(useAsk('listBills', {})) ?? []
  const nameOfId = (id: AccountId): string => {
    const account = accounts.find((one) => one.id === id)
    return account ? nameOf(account) : id
  }
  const foreseen = bills
    .filter(({ status, unpaid }) => status === 'upcoming' && unpaid > 0)
    .map((bill) => ({
      on: bill.dueOn,
      name: nameOfId(bill.account),
      amount: bill.unpaid,
      overdue: false,
      foreseen: true,
      figure: billFigure(bill, today),
    }))
  return (
    <Answered answer={owed}>
      {({ nextDue }) => (
        <DueCalendar
          today={today}
          months={monthsFrom(today, 2)}
          dues={[
            ...nextDue.map((due) => ({
              on: due.on,
              name: nameOfId(due.account),
              amount: due.amount,
              overdue: due.overdue,
              foreseen: false,
              figure: dueFigure('full', due, today),
            })),
            ...foreseen,
          ].sort((a, b) => a.on - b.on)}
        />
      )}
    </Answered>
  )
}

function Quota() {
  const nameOf = useNameOf()
  const owed = hereOrNull(useAsk('getOwed', {}))
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  if (owed === null || accounts === null) return null
  const lines = inOrder(accounts)
    .filter(({ kind }) => kind !== 'other')
    .flatMap((account) => {
      const of = owed.accounts.find(({ id }) => id === account.id)
      if (of === undefined) return []
      const figure = `owed:${account.id}:usedQuota@${dayText(owed.on)}`
      return [{ name: nameOf(account), used: of.usedQuota, limit: account.limit, figure }]
    })
  return lines.length === 0 ? null : <QuotaBars lines={lines} />
}
