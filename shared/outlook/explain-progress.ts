import { type Day, dayText, monthOf, monthText, parseDay } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { byAccount, derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { balanceLines } from './explain-balance.ts'
import { accountCourse } from './explain-course.ts'
import type { Plan } from './plan.ts'
import { costLines, PAYMENTS, stepsOf } from './plan-steps.ts'
import { newDebts } from './projection/new-debt.ts'
import { comparedIn, monthEnds, repaidParts } from './projection/plan-progress.ts'

/**
 * Plan against actual (engine.md 9, 11): `progress:behind@DAY` how much more is owed than the plan foresaw, and of each
 * month since it began `progress:planned:WHAT:YYYY-MM@DAY` and `progress:actual:WHAT:YYYY-MM@DAY`: `opening`, `spending`,
 * `otherwise`, `paid` and `closing`. Null for another figure.
 */
export function explainProgress(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match =
    /^progress:(?:behind|(planned|actual):(opening|spending|otherwise|paid|closing):(\d{4}-\d{2}))@(\d{4}-\d{2}-\d{2})$/.exec(
      figure,
    )
  const [, side, what = '', month, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!match || !on.ok || plan.from >= on.value) return null
  const asked = { ...ledger, today: on.value }
  if (side === undefined) return derivation(figure, behindLines(asked, plan))
  const ends = monthEnds(plan.from, asked.today)
  const at = ends.findIndex((end) => monthText(monthOf(end)) === month)
  const through = ends[at]
  if (through === undefined) return null
  const days = { after: ends[at - 1] ?? plan.from, through, isFirst: at === 0 }
  const lines = side === 'planned' ? plannedLines(asked, plan, days) : actualLines(asked, plan, days)
  return derivation(figure, lines(what))
}

/** A month, or as much of it as has passed. The first begins with the plan: what happened on its first day is before it. */
type Days = { readonly after: Day; readonly through: Day; readonly isFirst: boolean }
type LinesOf = (what: string) => readonly DerivationLine[]

function behindLines(ledger: Ledger, plan: Plan): readonly DerivationLine[] {
  const { today } = ledger
  const days = { after: plan.from, through: today, isFirst: true }
  const on = { on: dayText(today) }
  return spoken([
    sumLine('progress-actual', actualLines(ledger, plan, days)('closing'), on),
    negated(sumLine('progress-planned', plannedLines(ledger, plan, days)('closing'), on)),
  ])
}

const comparedAccounts = (
  ledger: Ledger,
  from: Day,
  of: (account: AccountId) => readonly DerivationLine[],
): readonly DerivationLine[] => {
  const compared = comparedIn(ledger, from)
  const accounts = ledger.accounts.filter(({ id }) => compared.includes(id))
  return byAccount(accounts, of)
}

/** The plan sets out from the facts through its first day, and does on that day what it does. */
function plannedLines(ledger: Ledger, plan: Plan, { after, through, isFirst }: Days): LinesOf {
  const simulation = { ledger, books: booksOn(ledger, plan.from), plan, through }
  const followed = stepsOf(simulation)
  const { steps } = followed
  const isIn = (on: Day): boolean => on <= through && (isFirst || on > after)
  const owed = (end: Day) => (account: AccountId) =>
    accountCourse(simulation, followed, { account, isIn: (on) => on <= end })
  const start = (account: AccountId) => balanceLines(simulation.books, account)
  const of: Readonly<Record<string, (account: AccountId) => readonly DerivationLine[]>> = {
    opening: isFirst ? start : owed(after),
    spending: (account) => steps(account, ['spending'], isIn),
    otherwise: (account) => {
      const taken = owed(through)(account).filter(isTakenOff)
      const before = isFirst ? [] : owed(after)(account).filter(isTakenOff).map(negated)
      return [
        ...costLines((kinds) => steps(account, kinds, isIn)),
        ...spoken([sumLine('plan-taken-off', [...taken, ...before])]),
      ]
    },
    paid: (account) => steps(account, PAYMENTS, isIn),
    closing: owed(through),
  }
  return (what) => comparedAccounts(ledger, plan.from, of[what]!)
}

const isTakenOff = ({ rule }: DerivationLine): boolean => rule === 'plan-taken-off'

/** What really happened: the books of the days at both ends, and the facts between them. */
function actualLines(ledger: Ledger, plan: Plan, { after, through }: Days): LinesOf {
  const books = booksOn(ledger, through)
  const owed = (on: Day) => (account: AccountId) => balanceLines(booksOn(ledger, on), account)
  const spending = (account: AccountId) =>
    [...newDebts(ledger, { account, after, through, books })].map(({ what, on, amount, month, entry }) =>
      line(`progress-${what}`, fen(amount), {
        values: { on: dayText(on), ...(month !== undefined && { month: monthText(month) }) },
        entries: entry === undefined ? [] : [entry],
      }),
    )
  const paid = (account: AccountId) =>
    repaidParts(ledger, books, { account, after }).map(({ entry, amount }) =>
      line('credit-repayment', amount, { values: { on: dayText(entry.on) }, entries: [entry.id] }),
    )
  const of: Readonly<Record<string, (account: AccountId) => readonly DerivationLine[]>> = {
    opening: owed(after),
    spending,
    otherwise: (account) =>
      spoken([
        sumLine('plan-opening', owed(through)(account), { on: dayText(through) }),
        negated(sumLine('plan-opening', owed(after)(account), { on: dayText(after) })),
        negated(sumLine('progress-spending', spending(account))),
        sumLine('plan-paid', paid(account)),
      ]),
    paid,
    closing: owed(through),
  }
  return (what) => comparedAccounts(ledger, plan.from, of[what]!)
}
