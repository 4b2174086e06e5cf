import type { DraftMaker } from './drafts.ts'
import type { StatementDraft } from './statement-row.ts'

/**
 * A refund in WeChat's statement is a row of its own number (formats.md 4.1 "Refunds"). It belongs to the purchase with
 * the same merchant number; else to the only earlier one of its shop whose status names its amount. Rows run from the
 * newest back, so they wait until their purchases have come.
 */
export function linkWechatRefunds(maker: DraftMaker): DraftMaker {
  let waiting: StatementDraft[] = []
  const release = (drafts: StatementDraft[]): void => {
    const purchases = waiting.filter(({ kind }) => kind === 'purchase')
    const byOrder = Map.groupBy(purchases, ({ merchantOrderNo }) => merchantOrderNo)
    const byShop = Map.groupBy(purchases, ({ counterparty }) => counterparty)
    for (const draft of waiting) {
      const near = [...(byOrder.get(draft.merchantOrderNo) ?? []), ...(byShop.get(draft.counterparty) ?? [])]
      drafts.push(draft.kind === 'refund' ? { ...draft, refundOf: purchaseOf(draft, near) } : draft)
    }
    waiting = []
  }
  return {
    ...maker,
    take: (row, drafts, problems) => {
      maker.take(row, waiting, problems)
      if (waiting.length >= ROWS_WAITING) release(drafts)
    },
    finish: (drafts) => {
      maker.finish(waiting)
      release(drafts)
    },
  }
}

/** Years of one person's payments; a larger file is linked part by part, so that memory stays bounded. */
const ROWS_WAITING = 20_000

function purchaseOf(refund: StatementDraft, near: readonly StatementDraft[]): string | null {
  const earlier = near.filter((purchase) => isBefore(purchase, refund) && purchase.amount >= refund.amount)
  const sameOrder = earlier.find(
    ({ merchantOrderNo }) => merchantOrderNo !== null && merchantOrderNo === refund.merchantOrderNo,
  )
  if (sameOrder) return sameOrder.orderNo
  const named = new Set(earlier.filter((purchase) => saysRefunded(purchase, refund)).map(({ orderNo }) => orderNo))
  const [only = null] = named
  return named.size === 1 ? only : null
}

const isBefore = (a: StatementDraft, b: StatementDraft): boolean => a.on < b.on || (a.on === b.on && a.time <= b.time)

/** `已退款(￥20.00)`, `已退款￥20.00`, or `已全额退款` of the same amount. */
function saysRefunded({ status, amount }: StatementDraft, refund: StatementDraft): boolean {
  if (status === '已全额退款') return amount === refund.amount
  const said = /^已退款[(（]?[¥￥]?(\d+)\.(\d\d)[)）]?$/.exec(status)
  return said !== null && Number(`${said[1]}${said[2]}`) === refund.amount
}
