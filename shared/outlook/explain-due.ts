import { addDays, type Day, dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { isOpenPart, type LendingBook } from '#shared/ledger/book/lending-book.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { loanPartLine, loanPenaltyLine } from '#shared/ledger/explain/explain-loan.ts'
import { explainMinimum } from '#shared/ledger/explain/explain-minimum.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { byAccount, derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import { segmentDays } from '#shared/ledger/interest.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { NextDue } from '#shared/ledger/owed.ts'
import { owedOfBooks } from '#shared/ledger/owed-on.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { rollingFrom } from './minimum-cost.ts'

/**
 * What one due day asks for, as it stands on a day (engine.md 3, 7, 11): `due:full:DUE@DAY` all of it, `due:minimum:DUE@DAY`
 * the minimums, `due:safe:DUE@DAY` the minimums that are safe to pay, `due:cost:DUE@DAY` the interest of paying the minimums
 * alone; with an account before the due day (`due:full:huabei:2026-09-10@DAY`) of that one. Null where nothing is due.
 */
export function explainDue(ledger: Ledger, figure: string): Derivation | null {
  const match = /^due:(full|minimum|safe|cost):(?:(.+):)?(\d{4}-\d{2}-\d{2})@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, what = '', account, duePart = '', dayPart = ''] = match ?? []
  const [due, on] = [parseDay(duePart), parseDay(dayPart)]
  if (!match || !due.ok || !on.ok) return null
  const books = booksOn(ledger, on.value)
  const { nextDue } = owedOfBooks(ledger, books)
  const dues = nextDue.filter((one) => one.on === due.value && (account === undefined || one.account === account))
  if (dues.length === 0) return null
  const of = { ledger, books, what }
  if (account !== undefined) return derivation(figure, linesOf(of, account, dues))
  const ofAccount = (id: AccountId) =>
    linesOf(
      of,
      id,
      dues.filter((one) => one.account === id),
    )
  return derivation(figure, byAccount(ledger.accounts, ofAccount))
}

type Asked = { readonly ledger: Ledger; readonly books: LedgerBook; readonly what: string }
type Due = NextDue & { readonly account: AccountId }

function linesOf({ ledger, books, what }: Asked, account: AccountId, dues: readonly Due[]): readonly DerivationLine[] {
  if (what === 'cost') return rollingFrom(ledger.accounts, dues).map(rollingLine)
  return dues.flatMap((due) => {
    if (due.bill === null) return partLines(books.lending.get(account), due.on, books.day)
    const named = { month: monthText(due.bill) }
    const on = dayText(books.day)
    const bill = sumLine('bill-left', explainOwed(ledger, `bill:${account}:${named.month}@${on}`)?.lines ?? [], named)
    if (what === 'full' || due.overdue) return [bill]
    const left = minimumLines(ledger, { due, what, on, paid: books })
    if (what === 'minimum') return left
    // Money goes to what is overdue before it goes to the bill.
    return [...left, ...(explainOwed(ledger, `owed:${account}:overdue@${on}`)?.lines ?? [])]
  })
}

/** Parts of loans that fall due on one day, each with its interest and, once it is late, its charge. */
function partLines(book: LendingBook | undefined, dueOn: Day, today: Day): readonly DerivationLine[] {
  if (!book) return []
  const tenths = termsOn(book.account.terms, today).penaltyTenths
  return book.loans.flatMap((loan) =>
    loan.parts
      .filter((part) => isOpenPart(part) && part.dueOn === dueOn)
      .flatMap((part) =>
        spoken([
          loanPartLine(loan, part, 'principal'),
          loanPartLine(loan, part, 'interest'),
          loanPenaltyLine(loan, part, tenths),
        ]),
      ),
  )
}

type Minimum = { readonly due: Due; readonly what: string; readonly on: string; readonly paid: LedgerBook }

/** What is still to pay of a minimum, and never more than is left of the bill. */
function minimumLines(ledger: Ledger, { due, what, on, paid }: Minimum): readonly DerivationLine[] {
  const id = what === 'safe' ? 'minimum-safe' : 'minimum'
  const whole = explainMinimum(ledger, `${id}:${due.account}:${monthText(due.bill!)}@${on}`)?.lines ?? []
  const minimum = sumFen(whole.map(({ amount }) => amount))
  const bill = paid.billed.get(due.account)?.bills.find(({ cycle }) => cycle.month === due.bill)
  const credited: Fen = minFen(bill?.credited ?? fen(0), minimum)
  const left = fen(minimum - credited)
  return spoken([
    ...whole,
    line('minimum-credited', fen(-credited)),
    line('minimum-capped', fen(minFen(left, due.amount) - left), { source: '2.4' }),
  ])
}

function rollingLine({ segment, rate, amount }: ReturnType<typeof rollingFrom>[number]): DerivationLine {
  const values = {
    from: dayText(addDays(segment.after, 1)),
    through: dayText(segment.through),
    days: segmentDays(segment),
    balance: yuanText(segment.balance),
    rate: percentText(rate),
  }
  return line('interest-stretch', amount, { values, certainty: 'assumed', source: '2.5', rounding: 'halfUp' })
}
