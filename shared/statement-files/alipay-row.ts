import { type Funding, NO_FUNDING, readFunding } from './alipay-funding.ts'
import { type StatusGroup, statusGroup } from './alipay-status.ts'
import { isCreditParty, readWording, type Wording } from './alipay-wording.ts'
import type { RowCells } from './row-cells.ts'

/** One row of an Alipay export with what its funding, its status and its wording mean, before anyone judges what it is. */
export type AlipayRow = RowCells & {
  readonly funding: Funding
  readonly group: StatusGroup
  /** Read only where the row is about credit; a shop may sell goods of any name. */
  readonly wording: Wording | null
}

/** A file names a few dozen methods; a broken one must not fill the memory. */
const METHODS_KEPT = 5000

/** Cells to rows of one file: it remembers the methods that it has met. */
export function createAlipayRows(): (cells: RowCells) => AlipayRow {
  const known = new Map<string, Funding>()
  const fundingOf = (method: string): Funding => {
    if (method === '') return NO_FUNDING
    const before = known.get(method)
    if (before) return before
    const funding = readFunding(method)
    if (known.size < METHODS_KEPT) known.set(method, funding)
    return funding
  }
  return (cells) => {
    const group = statusGroup(cells.status)
    const wording = isAboutCredit(group, cells) ? readWording(cells) : null
    return { ...cells, funding: fundingOf(cells.method), group, wording }
  }
}

/** The category alone is not enough: users may change it in the app before they export (formats.md 1.3, tip 5). */
function isAboutCredit(group: StatusGroup, { category, counterparty, fundStatus }: RowCells): boolean {
  if (category === '信用借还' || fundStatus === '资金转移') return true
  return group === 'repaid' || group === 'repayment-failed' || group === 'lent' || isCreditParty(counterparty)
}
