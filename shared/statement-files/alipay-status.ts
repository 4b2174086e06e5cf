/**
 * What a 交易状态 says about money (formats.md 2.2). The set of literals is open: what is not listed here is `unknown`
 * and leads to a row that asks the user, never to an abort and never to a silent skip.
 */
export type StatusGroup =
  | 'paid'
  | 'awaiting-receipt'
  | 'closed'
  | 'never-paid'
  | 'refunded'
  | 'repaid'
  | 'repayment-failed'
  | 'lent'
  | 'no-money'
  | 'own-money'
  | 'unknown'

const LITERALS: Readonly<Record<Exclude<StatusGroup, 'unknown'>, readonly string[]>> = {
  paid: ['交易成功', '支付成功', '代付成功', '亲情卡付款成功', '缴费中', '缴费成功'],
  'awaiting-receipt': ['等待确认收货', '等待对方确认收货', '等待对方发货'],
  /** Paid and (partly) refunded, or never paid: the direction and the method tell. */
  closed: ['交易关闭', '已全额退款'],
  'never-paid': ['等待付款', '已关闭', '退款关闭'],
  refunded: ['退款成功'],
  repaid: ['还款成功', '还款'],
  'repayment-failed': ['还款失败'],
  lent: ['放款成功'],
  'no-money': ['芝麻免押下单成功', '信用服务使用成功', '解冻成功', '冻结成功'],
  'own-money': ['充值成功', '提取成功', '转出成功', '收款成功', '退税成功'],
}

const GROUPS: ReadonlyMap<string, StatusGroup> = new Map(
  Object.entries(LITERALS).flatMap(([group, literals]) =>
    literals.map((literal) => [literal, group as StatusGroup] as const),
  ),
)

export const statusGroup = (status: string): StatusGroup => GROUPS.get(status) ?? 'unknown'
