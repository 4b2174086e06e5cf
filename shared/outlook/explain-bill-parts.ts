import { fen, sumFen } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import { BILL_PARTS, type BillPart, cutsOf } from './bill-stack.ts'

/** The rules of a bill's total, issued or to come, that are such a part; all others are purchases and what goes off them. */
const PART_OF: Readonly<Record<string, BillPart>> = {
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
export function billPartLines(total: readonly DerivationLine[], part: BillPart): readonly DerivationLine[] {
  const of = (name: BillPart) => total.filter(({ rule }) => (PART_OF[rule] ?? 'purchases') === name)
  const cuts = cutsOf(BILL_PARTS.map((name) => sumFen(of(name).map(({ amount }) => amount))))
  return spoken([...of(part), line('bill-part-cut', fen(0 - (cuts[BILL_PARTS.indexOf(part)] ?? 0)))])
}
