import type { ContactChannel } from '#shared/ledger/case/case-fact.ts'
import type { Text, Texts } from './text.ts'

/** 95188 and 12378 are the only numbers that a source confirms (domain.md 10.2, 10.7, 10.11). */
export const channelTexts: Readonly<Record<ContactChannel, Text>> = {
  '95188': { 'zh-CN': '电话95188', en: 'phone 95188' },
  'in-app': { 'zh-CN': '支付宝里的客服', en: 'service in the Alipay app' },
  lender: { 'zh-CN': '放款机构', en: 'the lender' },
  '12378': { 'zh-CN': '电话12378', en: 'phone 12378' },
  letter: { 'zh-CN': '书面', en: 'in writing' },
  other: { 'zh-CN': '其他', en: 'another way' },
}

const contactTexts: Texts = Object.fromEntries(
  Object.entries(channelTexts).flatMap(([channel, name]) => [
    [`event-contact-${channel}`, { 'zh-CN': `联系：${name['zh-CN']} {ticket}`, en: `Contact: ${name.en} {ticket}` }],
    [
      `event-complaint-${channel}`,
      { 'zh-CN': `投诉：${name['zh-CN']} {ticket}`, en: `Complaint: ${name.en} {ticket}` },
    ],
  ]),
)

/** What the case file says by code: steps, events, channels, what to pay first, what to ask for. */
export const caseTexts: Texts = {
  'step-name-amount': { 'zh-CN': '对清楚欠多少', en: 'Confirm what is owed' },
  'step-name-contact': { 'zh-CN': '联系客服', en: 'Contact the service' },
  'step-name-plan': { 'zh-CN': '定还款计划', en: 'Make a plan' },
  'step-name-channels': { 'zh-CN': '找还款渠道', en: 'Find ways to repay' },
  'step-name-policy': { 'zh-CN': '盯着公告', en: 'Watch the notices' },
  'step-name-talk': { 'zh-CN': '一直保持联系', en: 'Keep in contact' },
  'step-is-open': { 'zh-CN': '还没做', en: 'not begun' },
  'step-is-under-way': { 'zh-CN': '在做', en: 'under way' },
  'step-is-done': { 'zh-CN': '做到了', en: 'done' },
  'to-watch-promise': { 'zh-CN': '对方答应的，到期看有没有兑现', en: 'They promised: see whether it was kept' },
  'to-watch-complaint': {
    'zh-CN': '投诉满{days}天，该有答复',
    en: 'Complaint: {days} days are over, an answer is due',
  },
  'to-watch-notice': { 'zh-CN': '公告还没看', en: 'A notice is not read yet' },
  'to-watch-follow-up': { 'zh-CN': '该再问一次', en: 'Time to ask again' },

  'step-not-compared': {
    'zh-CN': '{count}个账户还没对过',
    en: '{count} {count|account has|accounts have} not been compared yet',
  },
  'step-compared': { 'zh-CN': '{account}：{on}对过，一致', en: '{account}: compared on {on}, all agree' },
  'step-compared-in-part': {
    'zh-CN': '{account}：{on}对过的都一致，但没对全：再对一下已用额度',
    en: '{account}: what was compared on {on} agrees, but not all was: compare the used quota too',
  },
  'step-differs': {
    'zh-CN': '{account}：{on}对过，{count}处不一样',
    en: '{account}: compared on {on}, {count} {count|figure differs|figures differ}',
  },
  'step-no-contact': { 'zh-CN': '还没有联系记录', en: 'No contact is recorded yet' },
  'step-contacts': {
    'zh-CN': '记了{count}次联系，最近{on}',
    en: '{count} {count|contact|contacts} recorded, the last on {on}',
  },
  'step-lapsed': {
    'zh-CN': '{count}个期限过了还没有结果',
    en: '{count} {count|deadline has|deadlines have} passed without a result',
  },
  'step-next-due': { 'zh-CN': '下一个期限{on}', en: 'The next deadline is {on}' },
  'step-no-plan': { 'zh-CN': '还没有在用的计划，一共欠{total}', en: 'No plan is followed; {total} is owed in all' },
  'step-plan': { 'zh-CN': '照你的计划，{on}还清', en: 'By your plan free on {on}' },
  'step-plan+plan': { 'zh-CN': '计划「{plan}」：{on}还清', en: 'Plan “{plan}”: free on {on}' },
  'step-plan-short': { 'zh-CN': '照你的计划，{on}钱不够', en: 'By your plan there is not enough money on {on}' },
  'step-plan-short+plan': { 'zh-CN': '计划「{plan}」在{on}钱不够', en: 'Plan “{plan}”: not enough money on {on}' },
  'step-plan-never': { 'zh-CN': '照你的计划还不完', en: 'Your plan never ends' },
  'step-plan-never+plan': { 'zh-CN': '计划「{plan}」还不完', en: 'Plan “{plan}” never ends' },
  'step-channels': {
    'zh-CN': '登记了{channels}个还款渠道，{ways}个付款方式',
    en: '{channels} repayment {channels|channel|channels} and {ways} other {ways|way|ways} to pay',
  },
  'step-payment-stopped': {
    'zh-CN': '{on}要还的{amount}没有渠道扣得出来',
    en: 'No channel can carry the {amount} due on {on}',
  },
  'step-no-notice': { 'zh-CN': '还没有记过公告', en: 'No notice is recorded yet' },
  'step-notices': {
    'zh-CN': '记了{count}条公告，{changing}条改了规则',
    en: '{count} {count|notice|notices}, {changing} of them {changing|changes|change} terms',
  },
  'step-unread': { 'zh-CN': '{count}条还没看', en: '{count} not read yet' },
  'step-last-contact': { 'zh-CN': '最近一次联系{on}', en: 'Last contact on {on}' },

  ...contactTexts,
  'event-promise-kept': { 'zh-CN': '承诺兑现了 {ticket}', en: 'Promise kept {ticket}' },
  'event-promise-broken': { 'zh-CN': '承诺没兑现 {ticket}', en: 'Promise not kept {ticket}' },
  'event-promise-lapsed': { 'zh-CN': '承诺到期没有结果 {ticket}', en: 'Promise lapsed without a result {ticket}' },
  'event-answered': { 'zh-CN': '投诉有了答复 {ticket}', en: 'Complaint answered {ticket}' },
  'event-complaint-day': {
    'zh-CN': '投诉满{days}天没有答复 {ticket}',
    en: 'Complaint {days} days without an answer {ticket}',
  },
  'event-notice': { 'zh-CN': '公告', en: 'Notice' },
  'event-terms': { 'zh-CN': '{on}公告的新规则开始', en: 'The terms announced on {on} begin' },
  'event-comparison': {
    'zh-CN': '{account}和支付宝对账，{count}处不一样',
    en: '{account} compared with Alipay, {count} {count|difference|differences}',
  },
  'event-comparison-same': {
    'zh-CN': '{account}和支付宝对账，都一致',
    en: '{account} compared with Alipay, all agree',
  },
  'event-system-frozen': { 'zh-CN': '{account}被支付宝冻结', en: '{account} frozen by Alipay' },
  'event-system-closed': { 'zh-CN': '{account}被支付宝关闭', en: '{account} closed by Alipay' },
  'event-attachment': { 'zh-CN': '存下附件 {file}', en: 'Attachment kept: {file}' },
  'event-channel-balance': { 'zh-CN': '还款渠道：余额 {label}', en: 'Way to repay: balance {label}' },
  'event-channel-yuebao': { 'zh-CN': '还款渠道：余额宝 {label}', en: 'Way to repay: Yu’e Bao {label}' },
  'event-channel-debit-card': { 'zh-CN': '还款渠道：储蓄卡 {label}', en: 'Way to repay: debit card {label}' },
  'event-channel-friend': { 'zh-CN': '还款渠道：朋友帮还 {label}', en: 'Way to repay: a friend, {label}' },
  'event-channel-bank-transfer': { 'zh-CN': '还款渠道：银行转账 {label}', en: 'Way to repay: bank transfer {label}' },
  'event-way-to-pay': { 'zh-CN': '改用{label}付{use}', en: '{use} is paid by {label} now' },
  'event-bill': { 'zh-CN': '{account}{bill}账单出账', en: '{account}: bill of {bill} issued' },
  'event-bill-overdue': { 'zh-CN': '{account}{bill}账单到期没还清', en: '{account}: bill of {bill} overdue' },
  'event-repayment': { 'zh-CN': '还款', en: 'Repayment' },
  'event-closed': { 'zh-CN': '自己关闭了{account}', en: '{account} closed by yourself' },
  'event-relapse': {
    'zh-CN': '{account}已经关了，又有{count}笔消费{amount}：查一下哪里还在用它付款',
    en: '{account} is closed, yet {count} {count|purchase|purchases} of {amount} came: find what still pays with it',
  },

  'channel-per-payment': {
    'zh-CN': '一次最多{most}，{amount}扣不出来',
    en: 'At most {most} at a time; {amount} would not go through',
  },
  'channel-year-cap': {
    'zh-CN': '今年的余额付款额度只剩{left}，{amount}会被挡住',
    en: 'Only {left} of this year’s balance cap is left; it would stop {amount}',
  },
  'channel-not-enough': { 'zh-CN': '里面只有{left}，不够{amount}', en: 'Only {left} lies there, not {amount}' },

  'relief-overdue-first': {
    'zh-CN': '已经逾期，每天都在加逾期费，先还',
    en: 'Overdue: a charge is added every day, so it comes first',
  },
  'relief-bill': {
    'zh-CN': '{on}前至少还{minimum}，就不算逾期',
    en: 'At least {minimum} by {on} keeps it from being overdue',
  },
  'relief-part': { 'zh-CN': '{on}这一期要还满，不然算逾期', en: 'The part of {on} is due in full, else it is overdue' },
  'relief-other': {
    'zh-CN': '{on}至少还{minimum}，这笔不归支付宝管',
    en: 'At least {minimum} on {on}; this debt is not Alipay’s',
  },
  'relief-other-short': {
    'zh-CN': '{on}还差{rest}，晚还会怎样，看和对方的约定',
    en: '{rest} is missing on {on}; what being late costs stands in the agreement with them',
  },
  'relief-stays-overdue': {
    'zh-CN': '剩{rest}还是逾期，每天加{daily}',
    en: '{rest} stays overdue and costs {daily} a day',
  },
  'relief-then-rolls': {
    'zh-CN': '剩{rest}转到下期，每天利息{daily}，不算逾期',
    en: '{rest} rolls on at {daily} a day; it is not overdue',
  },
  'relief-then-overdue': {
    'zh-CN': '剩{rest}从{on}后一天起逾期，每天加{daily}，会报征信',
    en: '{rest} is overdue from the day after {on} at {daily} a day, and is reported to the credit bureau',
  },

  'ask-waive-penalty': {
    'zh-CN': '免掉或减少已经产生的逾期费，之后不再加',
    en: 'to waive or reduce the overdue charges, and to add none from now on',
  },
  'ask-deferral': {
    'zh-CN': '延期还款：只有部分人有，整期或一部分延一个月，要收手续费，先问清多少',
    en: 'to defer: some users can move part of a bill by a month for a fee; ask first how much it is',
  },
  'ask-bill-installments': {
    'zh-CN': '把这期账单做分期，问清总费用和提前结清怎么收',
    en: 'to move the bill into installments; ask for the whole fee and what settling early costs',
  },
  'ask-named-lender': {
    'zh-CN': '信用购的事找名字写在上面的那家机构，支付宝只转达',
    en: 'for Credit Purchase: the lender that is named on it; Alipay only passes it on',
  },
  'ask-longer-schedule': {
    'zh-CN': '按你的方案排更长的还款期。个性化分期是信用卡的规定，这里不能强求，但对方可以自愿同意',
    en: 'for a longer schedule as in your proposal. The rule on personal installments is for credit cards and cannot be demanded here; the lender may agree of its own will',
  },
  'ask-in-writing': {
    'zh-CN': '把答应的事发成文字，记下工号、工单号和答复日期',
    en: 'to confirm in writing; note the agent, the ticket and the day of the answer',
  },
}
