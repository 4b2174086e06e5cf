import { type Day, dayText } from '#shared/kernel/day.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import { balanceLines } from './explain-balance.ts'
import { costLines, type Followed, PAYMENTS } from './plan-steps.ts'
import type { Simulation } from './projection/simulate.ts'

/** One account on its way through a plan, as lines: what it owes at first, what comes on top of that and what goes off. */

type Asked = { readonly account: AccountId; readonly isIn: (on: Day) => boolean }

/** What the account owes after some first days of the plan. */
export function accountCourse(
  { books }: Simulation,
  followed: Followed,
  { account, isIn }: Asked,
): readonly DerivationLine[] {
  const opening = sumLine('plan-opening', balanceLines(books, account), { on: dayText(books.day) })
  const moved = moves(followed, { account, isIn })
  const owed = followed.owedAfter(account, isIn) ?? opening.amount
  // What refunds and money paid early before took off has no step of its own: it is what the steps leave.
  const off = fen(owed - opening.amount - sumFen(moved.map(({ amount }) => amount)))
  return spoken([opening, ...moved, line('plan-taken-off', off, { certainty: 'assumed' })])
}

const moves = ({ steps }: Followed, { account, isIn }: Asked): readonly DerivationLine[] =>
  spoken([
    sumLine('plan-spending', steps(account, ['spending'], isIn)),
    ...costLines((kinds) => steps(account, kinds, isIn)),
    negated(sumLine('plan-paid', steps(account, PAYMENTS, isIn))),
  ])
