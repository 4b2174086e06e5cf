import { parseDay } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { derivation, line } from '#shared/ledger/explain/line.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import type { ClosureRequirement } from './answers.ts'
import { explainChoice } from './closure/closing-choice.ts'
import { closureOf } from './closure/closure-of.ts'
import { scopeOf } from './closure/scope.ts'
import { quoteSums } from './explain-quote.ts'

/**
 * The amounts of closing (engine.md 10, 11): `closure:TARGET@DAY` is what is to be paid that day, account by account;
 * `closure:TARGET:CODE@DAY` what one requirement still lacks, by its evidence. `/OWNER` before the day keeps to one
 * person's accounts; `closure:TARGET:soonest@DAY` and `by-schedule` what closing costs. Null for a requirement without an
 * amount.
 */
export function explainClosure(ledger: Ledger, figure: string): Derivation | null {
  const match = /^closure:(credit-purchase|huabei|borrow)(?::([a-z-]+))?(?:\/(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, target, code, owner = null, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!match || !on.ok) return null
  const facts = on.value === ledger.today ? ledger : { ...ledger, today: on.value }
  const { payNow, requirements } = closureOf(facts, target as ClosureTarget, { owner })
  if (code === undefined) {
    const inScope = facts.accounts.filter(({ id }) => payNow.accounts.some((one) => one.id === id))
    return derivation(figure, quoteSums(facts, booksOn(facts, on.value), inScope))
  }
  const scope = scopeOf(facts, booksOn(facts, on.value), { target: target as ClosureTarget, projection: null, owner })
  const cost = explainChoice(scope, code)
  if (cost !== null) return derivation(figure, cost)
  const requirement = requirements.find((one) => one.code === code && one.amount !== null)
  return requirement ? derivation(figure, evidenceLines(requirement)) : null
}

function evidenceLines({ code, amount, evidence, status }: ClosureRequirement): readonly DerivationLine[] {
  const counted = code === 'used-quota-zero' ? evidence.filter((one) => one.code === 'quota-used') : evidence
  const lines = counted.flatMap((one) =>
    one.amount === null
      ? []
      : [line(one.code, one.amount, { values: one.values, entries: one.entry === null ? [] : [one.entry] })],
  )
  const sum = sumFen(lines.map((one) => one.amount))
  if (sum !== amount) throw new Error(`the evidence of ${code} (${status}) sums to ${sum}, the figure is ${amount}`)
  return lines
}
