import { monthText } from '#shared/kernel/day.ts'
import type { Bill, BillParts, BillProof } from '#shared/ledger/bill.ts'
import { date, yuan, yuanOrNull } from './leaves.ts'

/** `huaqing/bills@1`. `explain` stands there where the caller knows the id of the figure. */
export const billsJson = (bills: readonly (Bill & { readonly explain?: string })[]) => ({
  schema: 'huaqing/bills@1',
  bills: bills.map(billJson),
})

export const billJson = (bill: Bill & { readonly explain?: string }) => ({
  account: bill.account,
  month: monthText(bill.month),
  issuedOn: date(bill.issuedOn),
  dueOn: date(bill.dueOn),
  total: yuan(bill.total),
  shown: yuanOrNull(bill.shown),
  derived: yuan(bill.derived),
  parts: partsJson(bill.parts),
  paid: yuan(bill.paid),
  unpaid: yuan(bill.unpaid),
  certainty: bill.certainty,
  minimum: yuan(bill.minimum),
  minimumCertainty: bill.minimumCertainty,
  minimumSafe: yuan(bill.minimumSafe),
  status: bill.status,
  proof: proofJson(bill.proof),
  ...(bill.explain === undefined ? {} : explained(bill)),
})

/** What is unpaid has its id; the minimum of an issued bill has one of its own, and so has its safe reading. */
function explained({ account, month, status, explain = '' }: Bill & { readonly explain?: string }) {
  if (status === 'upcoming') return { explain }
  const of = `${account}:${monthText(month)}${explain.slice(explain.lastIndexOf('@'))}`
  return { explain, explainMinimum: `minimum:${of}`, explainMinimumSafe: `minimum-safe:${of}` }
}

const partsJson = (parts: BillParts) => ({
  newPurchases: yuan(parts.newPurchases),
  refunds: yuan(parts.refunds),
  installmentPrincipal: yuan(parts.installmentPrincipal),
  installmentFees: yuan(parts.installmentFees),
  rolledPrincipal: yuan(parts.rolledPrincipal),
  revolvingInterest: yuan(parts.revolvingInterest),
  overdueCharges: yuan(parts.overdueCharges),
  deferredIn: yuan(parts.deferredIn),
  deferralFees: yuan(parts.deferralFees),
  deferredOut: yuan(parts.deferredOut),
  movedToInstallments: yuan(parts.movedToInstallments),
  unexplained: yuan(parts.unexplained),
})

const proofJson = (proof: BillProof) =>
  proof.state === 'differs'
    ? {
        state: proof.state,
        difference: yuan(proof.difference),
        explanations: proof.explanations.map(({ take, rows, amount }) => ({ take, rows, amount: yuan(amount) })),
      }
    : { state: proof.state }
