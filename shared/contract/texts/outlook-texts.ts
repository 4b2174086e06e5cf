import type { Texts } from './text.ts'

/** What a quote or a projection must not be read without. */
export const outlookTexts: Texts = {
  'quote-range': {
    'zh-CN': '这条规则说不准：备好{high}，按支付宝显示的付，最少{low}',
    en: 'The rule is not proven: have {high} ready, pay what Alipay shows, {low} at least',
  },
  'quote-settle-overdue-first': {
    'zh-CN': '有逾期时不能提前结清分期，先还逾期的',
    en: 'Installments cannot be settled while anything is overdue: pay that first',
  },
  'quote-due-day-passes': {
    'zh-CN': '{bill}账单的还款日{dueOn}会过，逾期费{charge}已经算进去；最好在那天之前还',
    en: 'The due day of the bill of {bill}, {dueOn}, would pass; the charge of {charge} is included. Better pay by then',
  },
  'quote-bill-rolls': {
    'zh-CN': '{bill}账单{dueOn}只还了最低，之后每天有利息',
    en: 'Of the bill of {bill} only the minimum is paid by {dueOn}; interest runs from then on',
  },
  'quote-part-passes': {
    'zh-CN': '{dueOn}的一期会逾期，罚息{charge}已经算进去；最好在那天之前还',
    en: 'The part of {dueOn} would be overdue; the charge of {charge} is included. Better pay by then',
  },
  'quote-balance-carried': {
    'zh-CN': '余额是{from}抄的，之后的利息是估算；付之前看一下对方显示的数',
    en: 'The balance is of {from}, interest since then is estimated: check what the lender shows before you pay',
  },
  'quote-assumed': {
    'zh-CN': '里面有估算的部分；付之前看一下支付宝显示的数',
    en: 'Part of this is assumed: check what Alipay shows before you pay',
  },
  'never-no-money': { 'zh-CN': '计划里没有钱可还', en: 'The plan has no money to repay with' },
  'never-interest-exceeds': {
    'zh-CN': '照这个数还不完：{month}新增{added}，只还{paid}',
    en: 'At this amount it never ends: {month} adds {added} and {paid} is paid',
  },
  'never-minimum-too-small': {
    'zh-CN': '只还最低还不完：{month}新增{added}，只还{paid}',
    en: 'Minimums alone never end it: {month} adds {added} and {paid} is paid',
  },
  'never-no-minimum': {
    'zh-CN': '剩下的债没有最低还款，只还最低就一直欠着',
    en: 'What is left has no minimum: paying minimums alone, it stays owed',
  },
  'never-too-slow': {
    'zh-CN': '照这个数{months}个月也还不完',
    en: 'At this amount it takes more than {months} months',
  },
  'never-spending-goes-on': {
    'zh-CN': '新的消费一直算到{through}，一直有新的账单',
    en: 'New spending goes on through {through}: there is always another bill',
  },
  'goal-in-the-past': { 'zh-CN': '{freeBy}已经过了', en: '{freeBy} is past' },
  'goal-spending-goes-on': {
    'zh-CN': '到{freeBy}还有新的消费，不可能是零',
    en: 'New spending goes on after {freeBy}, so that it cannot be zero',
  },
  'goal-before-money': { 'zh-CN': '{freeBy}之前没有钱进来', en: 'No money arrives before {freeBy}' },
  'goal-installments-run-on': {
    'zh-CN': '分期要到{until}才还完；要更早就选提前结清',
    en: 'Installments run until {until}; settle them early to be free sooner',
  },
  'goal-short-before-money': {
    'zh-CN': '{on}要还{required}，钱在那之后才到；先备好这笔，或者早点拿到钱',
    en: '{required} is due on {on}, before any money arrives: have it ready, or let the money come earlier',
  },
  'goal-overdue-bit-by-bit': {
    'zh-CN':
      '其中逾期的{overdue}马上就要还。分几个月慢慢还，每月{monthly}也能在{freeBy}前还清，但逾期一天就多一天的费用',
    en: 'Of it {overdue} is overdue and asked for at once. Paid off bit by bit, {monthly} a month is enough by {freeBy} as well, with charges for every day that something stays overdue',
  },
  'goal-not-reachable': { 'zh-CN': '{freeBy}前，每月还多少都来不及还清', en: 'No amount is enough by {freeBy}' },
  'change-more-monthly': { 'zh-CN': '每月多还{amount}', en: 'Pay {amount} more a month' },
  'change-once': { 'zh-CN': '{on}多还一次{amount}', en: 'Pay {amount} more once, on {on}' },
  'change-no-new-spending': { 'zh-CN': '不再有新的消费', en: 'No new spending' },
  'change-avalanche': { 'zh-CN': '先还利率最高的', en: 'Pay the most expensive debt first' },
  'change-settle-early': {
    'zh-CN': '把{name}的分期提前结清',
    en: 'Settle the installments of {name} early',
  },
  'plan-auto-repay-full': {
    'zh-CN': '{account}{on}会自动扣整期账单；要少还，先在支付宝改成自动还最低',
    en: '{account}: Alipay takes the whole bill by itself on {on}; set it to the minimum there if you mean to pay less',
  },
  'plan-minimum-estimated': {
    'zh-CN':
      '{account}{on}的账单，计划付不到{safe}，照的是估算的最低；支付宝要的可能更多，付少了就逾期。先把支付宝显示的最低抄进账单',
    en: '{account}: on {on} the plan pays less than {safe}, going by an estimated minimum. Alipay may ask for more, and a bill that is paid less than that is overdue: copy the minimum it shows into the bill first',
  },
  'plan-cannot-direct': {
    'zh-CN': '{account}的钱先还已出的账单，再还留下的本金，顺序由支付宝定',
    en: '{account}: Alipay puts money on the issued bill first, then on the principal left',
  },
  'plan-starts-today': {
    'zh-CN': '计划写的是从{from}开始，这里从今天算起',
    en: 'The plan is from {from}; it is worked out from today',
  },
  'plan-starts-later': {
    'zh-CN': '计划从{from}开始，在那之前不还款',
    en: 'The plan starts on {from}; until then it pays nothing',
  },
  'plan-lump-over': {
    'zh-CN': '{on}的一笔{amount}在计划开始之前，没有算；如果已经还了，请记一笔还款',
    en: 'The {amount} of {on} are before the plan starts and left out; if they were paid, record the repayment',
  },
  'plan-recurring-over': {
    'zh-CN': '每月多还的{amount}到{through}为止，在计划开始之前，没有算',
    en: 'The extra {amount} a month ended in {through}, before the plan starts, and are left out',
  },
  'plan-spending-over': {
    'zh-CN': '每月消费{amount}到{through}为止，在计划开始之前，没有算',
    en: 'The spending of {amount} a month ended in {through}, before the plan starts, and is left out',
  },
  'plan-awaiting-left-out': {
    'zh-CN': '{account}有{amount}还没确认收货，没算进来',
    en: '{account}: {amount} awaits receipt and is left out',
  },
  'plan-balance-old': { 'zh-CN': '{account}的余额是{on}抄的，之后没有更新', en: '{account}: the balance is of {on}' },
  'plan-no-spending-on-loans': {
    'zh-CN': '{account}不能记消费，这部分没算',
    en: '{account} cannot be spent on; that part is left out',
  },
  'plan-later-facts-left-out': { 'zh-CN': '{on}之后的记录没算进来', en: 'Records after {on} are left out' },
  'plan-larger-costs-more': {
    'zh-CN': '每月多还{amount}反而多付{cost}、晚{days}天还清：多出来的钱先还了别的',
    en: 'Paying {amount} more a month costs {cost} more and ends {days} days later: the money goes to another debt first',
  },
}
