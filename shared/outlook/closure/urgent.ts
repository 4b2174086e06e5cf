import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import { owedOfBooks } from '#shared/ledger/owed-on.ts'
import type { ClosureStep } from '../answers.ts'
import { warning } from '../warning.ts'
import type { Scope } from './scope.ts'

/** What cannot wait for the way to closing: it is overdue, or is once the day ends (engine.md 1, 3). */
export type Urgent = Pick<Account, 'id' | 'name'> & {
  readonly overdue: Fen
  /** Due on the day itself: still in time. */
  readonly today: Fen
}

/** Of every account of the ledger that has any, also of those that are not closed. */
export function urgentOf({ ledger, books, today }: Scope): readonly Urgent[] {
  const dues = owedOfBooks(ledger, books).nextDue.filter(({ overdue, on }) => overdue || on === today)
  return ledger.accounts.flatMap(({ id, name }) => {
    const own = dues.filter(({ account }) => account === id)
    if (own.length === 0) return []
    const sumOf = (isOverdue: boolean): Fen =>
      sumFen(own.flatMap(({ overdue, amount }) => (overdue === isOverdue ? amount : [])))
    return [{ id, name, overdue: sumOf(true), today: sumOf(false) }]
  })
}

export const urgentAmount = ({ overdue, today }: Urgent): Fen => fen(overdue + today)

type Asked = readonly [amount: Fen, explain: string]

/** The payments that come before all else: what is overdue of all accounts, then what is due today. */
export function urgentSteps(scope: Scope, urgent: readonly Urgent[]): readonly Omit<ClosureStep, 'n'>[] {
  const today = dayText(scope.today)
  const pay = (code: string, account: string, [amount, explain]: Asked): Omit<ClosureStep, 'n'>[] =>
    amount === 0
      ? []
      : [
          {
            do: warning(code, { account, amount: yuanText(amount) }),
            on: scope.today,
            amount,
            explain,
            from: warning('from-repay-page'),
          },
        ]
  return [
    ...urgent.flatMap(({ id, name, overdue }) =>
      pay('step-pay-overdue', name, [overdue, `owed:${id}:overdue@${today}`]),
    ),
    ...urgent.flatMap((one) =>
      pay('step-pay-due-today', one.name, [one.today, `due:full:${one.id}:${today}@${today}`]),
    ),
  ]
}
