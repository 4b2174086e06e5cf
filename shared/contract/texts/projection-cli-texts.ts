import type { Text } from './text.ts'

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en })

/** What the command line says about a plan: when it ends, what it costs, what it cannot cover, and what would help. */
export const projectionCliTexts = {
  freeOn: text('{on} 全部还清', 'Free of debt on {on}'),
  neverFree: text('照这样还不完', 'Never free this way'),
  budgetToEnd: text('每月至少 ¥{amount} 才有还清的一天', 'At least ¥{amount} a month ends it'),
  projectedCost: text(
    '一共付 ¥{paid}，其中利息 ¥{interest}，手续费 ¥{fees}，逾期费 ¥{penalties}',
    'Paid in all ¥{paid}; interest ¥{interest}, fees ¥{fees}, penalties ¥{penalties}',
  ),
  costSoFar: text(
    '到 {month} 为止付 ¥{paid}，利息 ¥{interest}，手续费 ¥{fees}，逾期费 ¥{penalties}，还欠 ¥{left}',
    'By {month} paid ¥{paid}; interest ¥{interest}, fees ¥{fees}, penalties ¥{penalties}; still owed ¥{left}',
  ),
  shortfall: text(
    '{on} 差 ¥{missing}（要 ¥{required}，有 ¥{available}）',
    'Short of ¥{missing} on {on} (needed ¥{required}, there ¥{available})',
  ),
  shortOrder: text(
    '按这个先后付：逾期的先还，最久的在前；再还各个最低，小的在前',
    'Paid in this order: what is overdue, the oldest first; then the minimums, the smallest first',
  ),
  shortfallsMore: text(
    '还有 {count} 次不够，最后一次在 {on}（--json 全部列出）',
    '{count} more {count|day falls|days fall} short, the last on {on} (--json has all)',
  ),
  monthsMore: text(
    '后面还有 {count} 个月（--json 全部列出）',
    '{count} more {count|month|months} after that (--json has all)',
  ),
  'short-paid': text('{account} 要 ¥{required}，付得上', '{account} asks for ¥{required} and is paid'),
  'short-rolls': text(
    '{account} 付了最低 ¥{paid}，剩下的每天计利息',
    '{account} is paid its minimum of ¥{paid}; the rest bears interest every day',
  ),
  'short-falls-overdue': text(
    '{account} 要 ¥{required}，只付得上 ¥{paid}：从第二天起逾期，每天收费',
    '{account} asks for ¥{required} and is paid ¥{paid}: overdue from the next day, charged every day',
  ),
  'short-stays-overdue': text(
    '{account} 逾期 ¥{required}，只还得上 ¥{paid}：剩下的继续逾期，每天收费',
    '{account} is overdue with ¥{required} and is paid ¥{paid}: the rest stays overdue, charged every day',
  ),
  'short-goes-on': text(
    '{account} 要 ¥{required}，只付得上 ¥{paid}：剩下的照欠；晚付要不要另外收费，这里不知道',
    '{account} asks for ¥{required} and is paid ¥{paid}: the rest is still owed; what being late costs there is not known here',
  ),
  goalNeeds: text(
    '要在 {freeBy} 前还清，每月还 ¥{monthly}，{freeOn} 还完',
    'To be free by {freeBy} takes ¥{monthly} a month; it ends on {freeOn}',
  ),
  goalImpossible: text('{freeBy} 前还不清：{why}', 'Not free by {freeBy}: {why}'),
  minimumNever: text('每次只还最低，永远还不完', 'Paying only the minimum never ends it'),
  minimumCosts: text(
    '每次只还最低，要多花 ¥{more}，到 {freeOn} 才还完，晚 {months} 个月',
    'Paying only the minimum costs ¥{more} more and ends on {freeOn}, {months} {months|month|months} later',
  ),
  minimumOverdue: text(
    '逾期的没有最低：这样算时，¥{overdue} 是马上还清的',
    'What is overdue has no minimum: the ¥{overdue} are paid at once there',
  ),
  helps: text('怎样更快更省：', 'What would help:'),
  'help-earlier': text(
    '{change}：早 {days} 天，少花 ¥{cost}',
    '{change}: {days} {days|day|days} earlier, ¥{cost} less',
  ),
  'help-earlier-dearer': text(
    '{change}：早 {days} 天，多花 ¥{cost}',
    '{change}: {days} {days|day|days} earlier, ¥{cost} more',
  ),
  'help-earlier-same': text(
    '{change}：早 {days} 天，花费一样',
    '{change}: {days} {days|day|days} earlier, at the same cost',
  ),
  'help-cheaper': text('{change}：少花 ¥{cost}', '{change}: ¥{cost} less'),
  'help-ends': text('{change}：{on} 还完', '{change}: it ends on {on}'),
  calendarMonth: text('月份', 'Month'),
} as const satisfies Readonly<Record<string, Text>>
