import { type Day, dayText, type Month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import type { DueToCome } from '#shared/ledger/dues-to-come.ts'
import type { Language, Sentence } from '../language.ts'

/** What a calendar says about a due day, in the language of the user, with or without amounts. */
export type CalendarSpeech = {
  readonly language: Language
  readonly amounts: boolean
  readonly account: string
  /** Alipay takes the money by itself on the due day. */
  readonly deducted: boolean
}

export function dueSummary(due: DueToCome, speech: CalendarSpeech): string {
  const { account, language } = speech
  const sum = speech.amounts && due.amount > 0 ? ` ¥${yuanText(due.amount)}` : ''
  const bill = due.month === null ? '' : billName(due.month, language)
  if (language === 'en') {
    const name = `${account}${bill && ` (${bill})`}`
    if (due.state === 'settled') return `${name}: paid`
    if (due.state === 'overdue') return `${name}: overdue${sum}`
    return due.what === 'to-come' && sum ? `${name} due:${sum} so far` : `${name} due${sum && `:${sum}`}`
  }
  const name = `${account}${bill && `（${bill}）`}`
  if (due.state === 'settled') return `${name}已还清`
  if (due.state === 'overdue') return `${name}已逾期${sum}`
  return `${name}还款日${due.what === 'to-come' && sum ? `，目前${sum}` : sum}`
}

export function dueDescription(due: DueToCome, speech: CalendarSpeech, today: Day): string {
  const { language, amounts, deducted } = speech
  const zh = language === 'zh-CN'
  const lines: string[] = []
  if (due.state !== 'settled') {
    if (amounts && due.what !== 'to-come') lines.push(amountLine(due, language))
    if (due.what === 'to-come')
      lines.push(
        zh
          ? '还没出账，金额会变；再导出一次，日历就会更新。'
          : 'Not issued yet, the amount will change; export again to update.',
      )
    if (deducted && due.state === 'open')
      lines.push(
        zh
          ? '还款日一早支付宝会自动扣款：前一晚把钱备好。'
          : 'Alipay deducts early on the due day: have the money ready the evening before.',
      )
  }
  lines.push(madeOn(language, today))
  return lines.join('\n')
}

function amountLine({ amount, minimumSafe, state }: DueToCome, language: Language): string {
  const all = yuanText(amount)
  const least = state === 'open' && minimumSafe > 0 && minimumSafe < amount ? yuanText(minimumSafe) : null
  if (language === 'zh-CN') return `还要还 ¥${all}${least === null ? '' : `，至少还 ¥${least}`}。`
  return `To pay: ¥${all}${least === null ? '' : `, at least ¥${least}`}.`
}

const billName = (month: Month, language: Language): string => {
  const year = Math.floor(month / 12)
  const inYear = (month % 12) + 1
  return language === 'zh-CN' ? `${year}年${inYear}月账单` : `bill of ${year}-${String(inYear).padStart(2, '0')}`
}

/** Where the entry comes from, and that another source counts. */
export const madeOn = (language: Language, today: Day): string =>
  language === 'zh-CN'
    ? `花清${dayText(today)}导出；以支付宝显示的为准。`
    : `Exported by HuaQing on ${dayText(today)}; what Alipay shows counts.`

const CASE: Readonly<Record<CaseDue['what'], Sentence>> = {
  promise: { 'zh-CN': '客服答应的日子到了', en: 'What was promised is due' },
  complaint: { 'zh-CN': '投诉满{days}天，该有答复', en: 'The complaint is {days} days old, an answer is due' },
  notice: { 'zh-CN': '该看公告', en: 'A notice to read' },
  'follow-up': { 'zh-CN': '该再问一次', en: 'Time to ask again' },
}

/** What was said may hold amounts and names: a calendar without amounts leaves it out. */
export function caseSummary(
  { what, days, text }: CaseDue,
  speech: Pick<CalendarSpeech, 'language' | 'amounts'>,
): string {
  const title = CASE[what][speech.language].replace('{days}', String(days ?? ''))
  if (!speech.amounts || text === '') return title
  return speech.language === 'zh-CN' ? `${title}：${text}` : `${title}: ${text}`
}
