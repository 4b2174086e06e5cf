import { addDays, type Day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import {
  COMPARED_FIGURES,
  type ComparedDifference,
  type ComparedFigure,
  type ComparedFigures,
} from '#shared/ledger/case/case-fact.ts'
import { derivedFigures } from '#shared/ledger/case/derived-figures.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { AccountOwed } from '#shared/ledger/owed.ts'
import { explanationsOf, type ProofRow } from '#shared/ledger/proof.ts'

/**
 * What Alipay shows of an account beside what the ledger has, figure by figure; each difference with the smallest sets
 * of entries that would explain it (engine.md 2, 7). Where the two differ, Alipay's figure is the one to go by.
 */
export type Compared = {
  readonly derived: ComparedFigures
  readonly differences: readonly ComparedDifference[]
}

/** @param ledger with its purchases one by one: a sum of many has no row to point at. */
export function compareShown(ledger: Ledger, owed: AccountOwed, shown: ComparedFigures): Compared {
  const derived = derivedFigures(owed)
  const differences = COMPARED_FIGURES.flatMap((figure): readonly ComparedDifference[] => {
    const copied = shown[figure]
    if (copied === null || copied === derived[figure]) return []
    const difference = fen(copied - derived[figure])
    const rows = explanationsOf(difference, rowsOf(ledger, owed.id, figure))
    return [{ figure, difference, rows: rows.map(({ take, rows: entries }) => ({ take, entries })) }]
  })
  return { derived, differences }
}

/** Older rows belong to bills that are long settled; with all of them everything could be explained somehow. */
const LOOK_BACK = 62

type Dated = ProofRow & { readonly on: Day | null }

function rowsOf(ledger: Ledger, account: AccountId, figure: ComparedFigure) {
  const rows = datedRows(ledger, account)
  const billedFrom = lastStatement(ledger, account)
  const isInside = ({ on }: Dated): boolean => {
    if (figure === 'usedQuota') return true
    if (figure === 'unbilled') return on !== null && (billedFrom === null || on >= billedFrom)
    if (figure === 'billed') return on !== null && billedFrom !== null && on < billedFrom
    return false
  }
  return { inside: rows.filter(isInside), outside: rows.filter((row) => !isInside(row)) }
}

function datedRows(ledger: Ledger, account: AccountId): readonly Dated[] {
  const since = addDays(ledger.today, -LOOK_BACK)
  return ledger.entries.flatMap((entry): readonly Dated[] => {
    if (entry.kind === 'purchase' && entry.account === account && entry.orderedOn >= since) {
      return [{ id: entry.id, effect: entry.amount, on: entry.postedOn }]
    }
    if (entry.kind === 'refund' && entry.account === account && entry.on >= since) {
      return [{ id: entry.id, effect: fen(-entry.amount), on: entry.inFlight ? null : entry.on }]
    }
    return []
  })
}

function lastStatement(ledger: Ledger, account: AccountId): Day | null {
  const issued = billsOf(ledger).filter((bill) => bill.account === account && bill.issuedOn <= ledger.today)
  return issued.reduce<Day | null>((last, { issuedOn }) => (last === null || issuedOn > last ? issuedOn : last), null)
}
