import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { sumFen } from '#shared/kernel/money.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { Icon } from '../../components/icon.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { dueFigure } from '../../state/bill-figure.ts'
import { repayPathOf } from '../../state/places.ts'
import { todayWords } from './today-words.ts'

type Due = Owed['nextDue'][number]
type Overdue = { readonly due: readonly Due[]; readonly owed: Owed; readonly byRecords: boolean }

/** More rows than these would push the answer off the screen. */
const ROWS_AT_MOST = 3

/** What is overdue stands above everything else: how long, how much makes it good today, and what to do. */
export function OverdueFirst({ owed, byRecords }: { readonly owed: Owed; readonly byRecords: boolean }) {
  const due = owed.nextDue.filter((one) => one.overdue)
  const only = due[0]
  if (only === undefined) return null
  return due.length === 1 ? (
    <OneOverdue due={only} owed={owed} byRecords={byRecords} />
  ) : (
    <ManyOverdue due={due} owed={owed} byRecords={byRecords} />
  )
}

function OneOverdue({ due, owed, byRecords }: Omit<Overdue, 'due'> & { readonly due: Due }) {
  const say = useWords(todayWords)
  const today = useToday()
  const nameOf = useAccountName()
  const title = { name: nameOf(due.account), days: today - due.on }
  const amount = <Amount key="amount" value={due.amount} form="plain" />
  return (
    <section className="overdue">
      <Icon name="late" />
      <h2>{say(byRecords ? 'overdueTitleByRecords' : 'overdueTitle', title)}</h2>
      <span>
        <OfDue due={due}>
          <Amount value={due.amount} form="figure" />
        </OfDue>{' '}
        <Assumed due={due} owed={owed} />
      </span>
      <div>
        <p>{say.rich(byRecords ? 'overdueTextByRecords' : 'overdueText', { amount })}</p>
        <Steps account={due.account} />
      </div>
    </section>
  )
}

function ManyOverdue({ due, owed, byRecords }: Overdue) {
  const say = useWords(todayWords)
  const today = useToday()
  const nameOf = useAccountName()
  const amount = <Amount key="amount" value={sumFen(due.map((one) => one.amount))} form="sentence" />
  const title = { n: due.length, amount }
  const hidden = due.length - ROWS_AT_MOST
  const row = byRecords ? 'overdueTitleByRecords' : 'overdueTitle'
  return (
    <section className="overdue">
      <Icon name="late" />
      <h2>{say.rich(byRecords ? 'overdueManyByRecords' : 'overdueMany', title)}</h2>
      <div>
        <ul className="overdue-rows">
          {due.slice(0, ROWS_AT_MOST).map((one) => (
            <li key={`${one.account}-${one.on}-${one.bill}`}>
              <span>{say(row, { name: nameOf(one.account), days: today - one.on })}</span>
              <span>
                <OfDue due={one}>
                  <Amount value={one.amount} />
                </OfDue>{' '}
                <Assumed due={one} owed={owed} />
              </span>
            </li>
          ))}
        </ul>
        {hidden > 0 ? <Link href="/bills">{say('overdueMore', { n: hidden })}</Link> : null}
        <Steps account={due[0]!.account} />
      </div>
    </section>
  )
}

/** Where several are overdue, the form begins with the one that has waited longest. */
function Steps({ account }: { readonly account: string }) {
  const say = useWords(todayWords)
  const [, navigate] = useLocation()
  return (
    <div className="row">
      <Button kind="main" onPress={() => navigate(repayPathOf(account))}>
        {say('overdueRepay')}
      </Button>
      <Button onPress={() => navigate('/plan')}>{say('overdueCannot')}</Button>
    </div>
  )
}

/** The mark of an estimate where any overdue cell of the account rests on an assumption. */
function Assumed({ due, owed }: { readonly due: Due; readonly owed: Owed }) {
  const account = owed.accounts.find((one) => one.id === due.account)
  const isAssumed =
    account !== undefined &&
    Object.entries(account.cells.overdue).some(
      ([column, amount]) =>
        amount !== 0 && account.certainty.overdue[column as keyof typeof account.cells.overdue] === 'assumed',
    )
  return isAssumed ? <CertaintyMark value="assumed" /> : null
}

/** What is overdue of a bill, or of a part of a loan, is told by what fell due on that day. */
function OfDue({ due, children }: { readonly due: Due; readonly children: ReactNode }) {
  const today = useToday()
  return <Ask figure={dueFigure('full', due, today)}>{children}</Ask>
}
