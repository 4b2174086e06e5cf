import { fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'

/** The parts of which the chart stacks a bill, in the order in which they are cut where Alipay's total is less (engine.md 2). */
const NAMED = ['installments', 'rolled', 'charges'] as const
export const BILL_PART_NAMES = ['purchases', ...NAMED] as const
export type BillPartName = (typeof BILL_PART_NAMES)[number]

/** The rules of a bill's total, issued or to come, that are such a part; all others are purchases and what goes off them. */
const PART_OF: Readonly<Record<string, (typeof NAMED)[number]>> = {
  'bill-installments': 'installments',
  'installment-principal': 'installments',
  'bill-rolled': 'rolled',
  'rolled-principal': 'rolled',
  'bill-installment-fees': 'charges',
  'installment-fee': 'charges',
  'bill-interest': 'charges',
  'interest-stretch': 'charges',
  'interest-stretch-undated': 'charges',
  'interest-fixed-before': 'charges',
  'bill-deferral-fees': 'charges',
  'deferral-fee': 'charges',
  'deferral-fee-assumed': 'charges',
}

/** The lines of a bill's total that are one part of it. No part stands higher than the total leaves room for. */
export function billPartLines(total: readonly DerivationLine[], part: BillPartName): readonly DerivationLine[] {
  const of = (name: BillPartName) => total.filter(({ rule }) => (PART_OF[rule] ?? 'purchases') === name)
  const sumOf = (name: BillPartName) => sumFen(of(name).map(({ amount }) => amount))
  let beyond = Math.max(0, -sumOf('purchases'))
  const cuts = new Map<BillPartName, number>([['purchases', -beyond]])
  for (const name of NAMED) {
    const cut = Math.min(Math.max(0, sumOf(name)), beyond)
    beyond -= cut
    cuts.set(name, cut)
  }
  return spoken([...of(part), line('bill-part-cut', fen(-(cuts.get(part) ?? ZERO)))])
}
