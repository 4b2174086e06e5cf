import type { Texts } from './text.ts'

/** Lines of quotes and projections (engine.md 8, 9). */
export const explainTexts: Texts = {
  'early-settlement': { 'zh-CN': '提前结清分期的手续费', en: 'Fee of settling installments early' },
  'settled-cell': {
    'zh-CN': '提前结清后的数（照日子还是{scheduled}）',
    en: 'When settled early ({scheduled} if kept to schedule)',
  },
  'minimum-shown': { 'zh-CN': '从支付宝抄的最低还款', en: 'The minimum copied from Alipay' },
  'minimum-share': { 'zh-CN': '消费本金{base} × {ratio}', en: 'Principal of {base} × {ratio}' },
  'minimum-installments': { 'zh-CN': '本期分期本金，全额', en: 'Installments of this bill, in full' },
  'minimum-deferral': { 'zh-CN': '延期过来的，全额', en: 'What was deferred into it, in full' },
  'minimum-fees': { 'zh-CN': '手续费，全额', en: 'Fees, in full' },
  'minimum-interest': { 'zh-CN': '利息和逾期费，全额', en: 'Interest and charges, in full' },
  'minimum-rolled': { 'zh-CN': '上期结转的本金，全额', en: 'Principal rolled over before, in full' },
  'minimum-floor': { 'zh-CN': '不足{floor}，补到{floor}', en: 'Raised to the least minimum of {floor}' },
  'minimum-capped': { 'zh-CN': '最多是账单本身', en: 'Never more than the bill itself' },
  'residue-awaiting-receipt': {
    'zh-CN': '{from}下单，还没确认收货，不能提前还',
    en: 'Ordered on {from}, awaits receipt: cannot be paid yet',
  },
  'residue-refund-in-flight': { 'zh-CN': '{from}的退款还在路上', en: 'Refund of {from}, not arrived yet' },
  'residue-refund-expected': { 'zh-CN': '{from}的订单，应有退款', en: 'Order of {from}, a refund is expected' },
  'projected-statement': { 'zh-CN': '{on}出账，欠{balance}', en: 'Bill issued on {on}, {balance} owed' },
  'projected-due': { 'zh-CN': '{on}还款日，还剩{balance}', en: 'Due on {on}, {balance} left' },
  'projected-repayment': { 'zh-CN': '{on}还款，还剩{balance}', en: 'Repaid on {on}, {balance} left' },
  'projected-repaid-overdue': {
    'zh-CN': '{on}还逾期的，还剩{balance}',
    en: 'What was overdue, paid on {on}, {balance} left',
  },
  'projected-repaid-full': {
    'zh-CN': '{on}到期，全额还，还剩{balance}',
    en: 'Due on {on}, paid in full, {balance} left',
  },
  'projected-repaid-minimum': {
    'zh-CN': '{on}到期，只还最低，还剩{balance}',
    en: 'Due on {on}, the minimum alone, {balance} left',
  },
  'projected-repaid-part': {
    'zh-CN': '{on}到期，手上的钱只够还一部分，还剩{balance}',
    en: 'Due on {on}, as much as the money in hand, {balance} left',
  },
  'projected-repaid-ahead': {
    'zh-CN': '{on}手上多出来的钱，按计划的顺序提前还，还剩{balance}',
    en: 'Money left over on {on}, paid ahead in the order of the plan, {balance} left',
  },
  'projected-repaid-rolled': {
    'zh-CN': '{on}提前还结转的本金，少生利息，还剩{balance}',
    en: 'Rolled principal paid early on {on}, before more interest runs, {balance} left',
  },
  'paid-principal': { 'zh-CN': '其中本金', en: 'Of it principal' },
  'paid-interest': { 'zh-CN': '其中利息', en: 'Of it interest' },
  'paid-fee': { 'zh-CN': '其中手续费', en: 'Of it fees' },
  'paid-penalty': { 'zh-CN': '其中逾期费', en: 'Of it overdue charges' },
  'paid-prepaid': { 'zh-CN': '先存着，还以后的账单', en: 'Kept for bills to come' },
  'paid-principal-of-bill': { 'zh-CN': '{month} 账单的本金', en: 'Principal of the bill of {month}' },
  'paid-interest-of-bill': { 'zh-CN': '{month} 账单的利息', en: 'Interest of the bill of {month}' },
  'paid-fee-of-bill': { 'zh-CN': '{month} 账单的手续费', en: 'Fees of the bill of {month}' },
  'paid-penalty-of-bill': { 'zh-CN': '{month} 账单的逾期费', en: 'Overdue charges of the bill of {month}' },
  'paid-prepaid-of-bill': { 'zh-CN': '先存着，还 {month} 的账单', en: 'Kept for the bill of {month}' },
  'charge-more': {
    'zh-CN': '{month} 账单逾期，{from} 到 {through}：{balance} × {rate} 每天',
    en: 'Bill of {month} overdue, {from} to {through}: {balance} × {rate} a day',
  },
  'loan-interest-run': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}，最多到这一期的利息为止',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}, at most what the part asks for',
  },
  'loan-interest-due': {
    'zh-CN': '第 {number} 期 {due} 到期，这一期利息 {interest}，减去之前算过的',
    en: 'Part {number}, due {due}: its interest of {interest}, less what had run before',
  },
  'loan-interest-prepaid': {
    'zh-CN': '提前还按实际天数算：{balance} × {rate} × 天数，比还款计划多出的',
    en: 'Paid ahead by actual days: {balance} × {rate} × days, beyond the schedule',
  },
  'monthly-interest': {
    'zh-CN': '一个月的利息：{balance} × 年利率 {rate} ÷ 12',
    en: 'A month of interest: {balance} × {rate} a year ÷ 12',
  },
  'daily-interest': {
    'zh-CN': '{from} 到 {through} 共 {days} 天：{balance} × {rate} × {days}',
    en: '{from} to {through}, {days} {days|day|days}: {balance} × {rate} × {days}',
  },
  'flat-fee-part': { 'zh-CN': '这一期的手续费', en: 'Fee of this part' },
  'one-more-fee': { 'zh-CN': '再收一期的手续费', en: 'The fee of one more period' },
  'later-fees': { 'zh-CN': '后面 {periods} 期的手续费', en: 'Fees of {periods} later {periods|period|periods}' },
  'planned-spending': {
    'zh-CN': '计划里每月 {amount}，到 {through} 为止',
    en: '{amount} a month by the plan, through {through}',
  },
  'settle-plan': {
    'zh-CN': '{account}：还剩 {periods} 期的分期，现在结清',
    en: '{account}: installments with {periods} {periods|period|periods} left, settled now',
  },
  'keep-plan': {
    'zh-CN': '{account}：还剩 {periods} 期的分期，还到底',
    en: '{account}: installments with {periods} {periods|period|periods} left, kept to the end',
  },
  'keep-loan': {
    'zh-CN': '{account}：{drawnOn} 的借款，还到底',
    en: '{account}: loan of {drawnOn}, kept to the end',
  },
  'plan-opening': { 'zh-CN': '{on}欠的', en: 'Owed on {on}' },
  'plan-spending': { 'zh-CN': '加上计划里的新消费', en: 'New spending of the plan' },
  'plan-interest': { 'zh-CN': '利息', en: 'Interest' },
  'plan-fees': { 'zh-CN': '手续费', en: 'Fees' },
  'plan-penalties': { 'zh-CN': '逾期费', en: 'Overdue charges' },
  'plan-taken-off': { 'zh-CN': '退款和以前多还的抵掉的', en: 'Taken off by refunds and by money paid early before' },
  'plan-paid+on': { 'zh-CN': '一直还到{on}，那天还剩0', en: 'Paid through {on}, when nothing is left' },
  'plan-paid+month': { 'zh-CN': '一直还到 {month}，还是没还清', en: 'Paid through {month}, and still not free' },
  'plan-month': { 'zh-CN': '{month}', en: '{month}' },
  'goal-share': {
    'zh-CN': '到{on}一共要还{paid}，分{times}个月还',
    en: '{paid} to pay through {on}, over {times} {times|month|months}',
  },
  'goal-share+extra': {
    'zh-CN': '到{on}一共要还{paid}，另有的钱出{extra}，剩下的分{times}个月还',
    en: '{paid} to pay through {on}, {extra} of it from other money, the rest over {times} {times|month|months}',
  },
  'goal-short': {
    'zh-CN': '有的到期早，每月要多备这些：少一分，{on}要付{required}，手上只有{available}',
    en: 'More, for some of it is due sooner: with a fen less, {required} is due on {on} and {available} in hand',
  },
  'goal-late': {
    'zh-CN': '钱要赶在{freeBy}前到齐，每月要多备这些：少一分就还不清',
    en: 'More, for it has to be there by {freeBy}: with a fen less it is not over by then',
  },
  'settle-principal': { 'zh-CN': '还没出账的分期本金', en: 'Installments that are in no bill yet' },
  'settle-fees': { 'zh-CN': '还要付的手续费', en: 'Fees still to pay' },
  'settle-end-fees': { 'zh-CN': '一期一期还到底要付的手续费', en: 'Fees when it is kept to its end' },
  'settle-per-hundred': {
    'zh-CN': '省{saved} ÷ 付{paid} × 100',
    en: '{saved} saved ÷ {paid} paid × 100',
  },
  'projected-interest': { 'zh-CN': '到{on}的利息，欠{balance}', en: 'Interest to {on}, {balance} owed' },
  'projected-fee': { 'zh-CN': '{on}的手续费，欠{balance}', en: 'Fee on {on}, {balance} owed' },
  'projected-penalty': { 'zh-CN': '到{on}的逾期费，欠{balance}', en: 'Overdue charge to {on}, {balance} owed' },
  'projected-spending': { 'zh-CN': '{on}新的消费，欠{balance}', en: 'New spending on {on}, {balance} owed' },
  'projected-early-settlement': { 'zh-CN': '{on}提前结清，还剩{balance}', en: 'Settled early on {on}, {balance} left' },
  'projected-returned': { 'zh-CN': '{on}退回自己的钱', en: 'Returned to your own money on {on}' },
  'projected-free': { 'zh-CN': '{on}还清', en: 'Free of this debt on {on}' },
}
