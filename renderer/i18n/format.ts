import { countText, type TextLanguage } from '#shared/contract/texts/text.ts'
import { civil, type Day, type Month, weekday } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'

/** Figures and dates as they are read. Amounts in fen, days and months as whole numbers of the kernel. */

/** The same width for every hidden amount, so that its length tells nothing. */
export const HIDDEN_AMOUNT = '••••••'

/** `1,234.50`, with a true minus. */
export function amountText(amount: Fen): string {
  const text = yuanText(amount)
  const [whole = '', decimals = ''] = text.replace('-', '').split('.')
  return `${amount < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

/** What large amounts on an axis are counted in: by how large the axis is. */
const AXIS_UNITS = {
  'zh-CN': [
    { from: 1_000_000_000, yuan: 100_000_000, unit: '亿' },
    { from: 10_000, yuan: 10_000, unit: '万' },
  ],
  en: [
    { from: 1_000_000, yuan: 1_000_000, unit: 'M' },
    { from: 10_000, yuan: 1000, unit: 'k' },
  ],
} as const

/** Yuan on an axis that ends at `top`: 2万, 20k, 30M. */
export function axisText(yuan: number, top: number, language: TextLanguage): string {
  if (yuan === 0) return '0'
  const large = AXIS_UNITS[language].find(({ from }) => top >= from)
  return large === undefined ? countText(yuan) : `${yuan / large.yuan}${large.unit}`
}

const WEEKDAYS = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const LONG_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** 7月10日 · 10 July */
export function dayInWords(on: Day, language: TextLanguage): string {
  const { month, day } = civil(on)
  return language === 'en' ? `${day} ${MONTHS[month - 1]}` : `${month}月${day}日`
}

/** 7月10日 · 10 Jul */
export function dayShort(on: Day, language: TextLanguage): string {
  const { month, day } = civil(on)
  return language === 'en' ? `${day} ${MONTHS[month - 1]!.slice(0, 3)}` : `${month}月${day}日`
}

/** 2026年7月10日 · 10 July 2026 */
export function dayWithYear(on: Day, language: TextLanguage): string {
  const { year } = civil(on)
  return language === 'en' ? `${dayInWords(on, language)} ${year}` : `${year}年${dayInWords(on, language)}`
}

/** A day of another year than today's never stands without its year: 7月10日, 2027年7月10日 · 10 July, 10 July 2027 */
export function dayNear(on: Day, today: Day, language: TextLanguage): string {
  return civil(on).year === civil(today).year ? dayInWords(on, language) : dayWithYear(on, language)
}

/** The same, short: 10 Jul, 10 Jul 2027 */
export function dayShortNear(on: Day, today: Day, language: TextLanguage): string {
  const { year } = civil(on)
  if (year === civil(today).year) return dayShort(on, language)
  return language === 'en' ? `${dayShort(on, language)} ${year}` : dayWithYear(on, language)
}

/** 周五 · Fri */
export const weekdayShort = (on: Day, language: TextLanguage): string =>
  language === 'en' ? WEEKDAYS.en[weekday(on)]! : `周${WEEKDAYS['zh-CN'][weekday(on)]}`

/** 星期五 · Friday */
export const weekdayLong = (on: Day, language: TextLanguage): string =>
  language === 'en' ? LONG_WEEKDAYS[weekday(on)]! : `星期${WEEKDAYS['zh-CN'][weekday(on)]}`

/** 2026年07月 · July 2026: as Alipay names its bills. */
export function monthInWords(month: Month, language: TextLanguage): string {
  const [year, index] = [Math.floor(month / 12), month % 12]
  return language === 'en' ? `${MONTHS[index]} ${year}` : `${year}年${String(index + 1).padStart(2, '0')}月`
}

/** 7月 · Jul */
export const monthShort = (month: Month, language: TextLanguage): string =>
  language === 'en' ? MONTHS[month % 12]!.slice(0, 3) : `${(month % 12) + 1}月`

/** 今天, 还有5天, 3天前 · today, in 5 days, 3 days ago */
export function distanceText(on: Day, today: Day, language: TextLanguage): string {
  const days = on - today
  if (language === 'en') {
    if (days === 0) return 'today'
    const count = `${countText(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`
    return days > 0 ? `in ${count}` : `${count} ago`
  }
  if (days === 0) return '今天'
  return days > 0 ? `还有${countText(days)}天` : `${countText(-days)}天前`
}

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The civil date and time of an instant (ms since 1970) where the ledger's days are counted: `2026-07-05`, `08:12`. */
export function instantParts(at: number): { readonly date: string; readonly time: string } {
  const parts = Object.fromEntries(SHANGHAI.formatToParts(at).map(({ type, value }) => [type, value]))
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** Bytes as people read them: `1.4 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
