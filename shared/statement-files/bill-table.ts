import type { Day, Month } from '#shared/kernel/day.ts'
import { type Fen, parseYuan, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { accountOnLine, type NamedAccount } from './bill-line-account.ts'
import { findPaidDay, paidDay } from './bill-line-paid-day.ts'
import {
  amountsIn,
  findMinimum,
  findMonth,
  findPaid,
  findPaidWord,
  saysRemaining,
  withoutAmounts,
} from './bill-line-words.ts'
import { headerOf, labeled, paidOnCell } from './bill-table-header.ts'
import { splitCells } from './split-cells.ts'

/**
 * A table of bills as it is copied from a spreadsheet, a chat or a note: one bill a line, in cells or in words. Nothing
 * is guessed: a line that can be read in two ways says so and becomes no bill (engine.md 2, `shown`).
 */
export type BillDraft = {
  readonly account: AccountId
  readonly month: Month
  readonly shown: Fen
  readonly shownMinimum: Fen | null
  /** What was paid before; null where the line does not say. */
  readonly paid: Fen | 'all' | null
  /** The day on which that was paid; null where the line does not say. */
  readonly paidOn: Day | null
}

export type BillLineProblem = {
  readonly kind:
    | 'bill-line-no-month'
    | 'bill-line-no-amount'
    | 'bill-line-several-amounts'
    | 'bill-line-amount-wrong'
    | 'bill-line-remaining'
    | 'bill-line-paid-day-wrong'
    | 'bill-line-paid-how-much'
    | 'bill-line-no-account'
    | 'bill-line-account-unknown'
    | 'bill-line-account-unclear'
  readonly values: { readonly text: string }
}

export type BillLine = {
  readonly line: number
  readonly text: string
  readonly draft: Outcome<BillDraft, BillLineProblem>
}

export type BillTableSurroundings = {
  readonly accounts: readonly NamedAccount[]
  /** Whose bills they are where a line does not say; null leaves it to the only account there is. */
  readonly account: AccountId | null
  readonly today: Day
}

/** Every line that holds anything, with the bill it states or the reason why it states none; a header line is read, not listed. */
export function readBillTable(text: string, surroundings: BillTableSurroundings): readonly BillLine[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.trim(), cells: cellsOf(raw) }))
    .filter((one) => one.text !== '')
  const header = headerOf(lines[0]?.cells ?? [])
  return lines.slice(header === null ? 0 : 1).map(({ line, text, cells }) => ({
    line,
    text,
    draft:
      header === null
        ? draftOf(cells.join('  '), null, surroundings)
        : draftOf(labeled(header, cells), paidOnCell(header, cells), surroundings),
  }))
}

const CLAUSE = /，(?![\d０-９]{3}(?![\d０-９]))|(?<![\d０-９])，/g

/** Cells by tab; else by comma, where a comma is not only one of thousands. A Chinese comma parts clauses. */
function cellsOf(raw: string): readonly string[] {
  const plain = toHalfWidth(raw.replace(CLAUSE, '\t'))
  if (plain.includes('\t')) return plain.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const separates = /"|,(?!\d{3}(?!\d))|(?<!\d),/.test(plain)
  return separates ? splitCells(plain).cells.map((cell) => cell.trim()) : [plain.trim()]
}

/** @param paidOnSaid what stands in the column of the day of payment */
function draftOf(
  text: string,
  paidOnSaid: string | null,
  { accounts, account, today }: BillTableSurroundings,
): BillLine['draft'] {
  if (saysRemaining(text)) return problem('bill-line-remaining', text)
  const inWords = paidOnSaid === null ? paidDayBeside(text, today) : null
  const said = paidOnSaid === null ? (inWords?.value ?? null) : (paidDay(paidOnSaid, today) ?? paidOnSaid)
  if (typeof said === 'string') return problem('bill-line-paid-day-wrong', said)
  const month = findMonth(inWords?.rest ?? text, today)
  if (month === null) return problem('bill-line-no-month', text)
  const minimum = findMinimum(month.rest)
  const paid = findPaid(minimum?.rest ?? month.rest)
  const afterPaid = paid?.rest ?? minimum?.rest ?? month.rest
  const word = findPaidWord(afterPaid, { minimumSaid: minimum !== null })
  const rest = word?.rest ?? afterPaid
  const found = accountOnLine(withoutAmounts(rest), { accounts, account })
  if (!found.ok) return problem(found.refusal.kind, found.refusal.text)
  const amounts = amountsIn(rest)
  if (amounts.length === 0) return problem('bill-line-no-amount', text)
  if (amounts.length > 1) return problem('bill-line-several-amounts', amounts.join('  '))
  const figures = [amounts[0]!, minimum?.value, paid?.value].map((one) => (one === undefined ? null : parseYuan(one)))
  const wrong = figures.findIndex((one) => one !== null && (!one.ok || one.value < 0))
  if (wrong >= 0) return problem('bill-line-amount-wrong', [amounts[0], minimum?.value, paid?.value][wrong] ?? '')
  const [shown, shownMinimum, paidBefore] = figures.map((one) => (one?.ok ? one.value : null))
  const inFull = word === null ? null : word.value === 'all' ? 'all' : ZERO
  const paidSaid = paidBefore ?? inFull
  if (said !== null && paidSaid === null) return problem('bill-line-paid-how-much', text)
  return done({
    account: found.value,
    month: month.value,
    shown: shown ?? ZERO,
    shownMinimum: shownMinimum ?? null,
    paid: paidSaid,
    paidOn: paidSaid === ZERO ? null : said,
  })
}

/** A date that is the only month on the line is the month of the bill. */
function paidDayBeside(text: string, today: Day): ReturnType<typeof findPaidDay> {
  const found = findPaidDay(text, today)
  return found !== null && findMonth(found.rest, today) !== null ? found : null
}

const problem = (kind: BillLineProblem['kind'], text: string) =>
  refused<BillLineProblem>({ kind, values: { text: text.trim().slice(0, 60) } })

/** Characters of a Chinese input method as their ASCII forms; the tab stays what it is. */
const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
