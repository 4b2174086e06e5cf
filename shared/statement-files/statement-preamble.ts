import { type Day, parseDay } from '#shared/kernel/day.ts'

/** What the lines around the rows say (formats.md 1.3): for checks and names, never for the rows themselves. */
export type StatementPreamble = {
  /** The account name as printed, masked (`137****6428`): whose file it is. null when the file does not say. */
  readonly owner: string | null
  readonly from: Day | null
  readonly to: Day | null
  /** Day and `HH:mm:ss` at which the file was made. */
  readonly exportedOn: Day | null
  readonly exportedAt: string | null
  /** `共N笔记录`: a file with fewer rows has been cut (the sums are only a hint, tip 6). */
  readonly announcedRows: number | null
  /** `导出交易类型`, where it is not 全部: the file then leaves rows out. */
  readonly onlyTypes: string | null
  /** The line with 电子客户回单; the company name in it changed once and may change again. */
  readonly title: string | null
  /** Whether a note says in which zone the times are: WeChat's files do so since 2026. */
  readonly saysZone: boolean
}

export const EMPTY_PREAMBLE: StatementPreamble = {
  owner: null,
  from: null,
  to: null,
  exportedOn: null,
  exportedAt: null,
  announcedRows: null,
  onlyTypes: null,
  title: null,
  saysZone: false,
}

/** The tips are the longest lines, about a hundred characters; what is far longer says nothing and costs time. */
const LONGEST_LINE = 2000

/** The preamble with what one more line says. A spreadsheet may have put commas behind it, or what else it separates with. */
export function readPreambleLine(preamble: StatementPreamble, raw: string): StatementPreamble {
  if (raw.length > LONGEST_LINE) return preamble
  const line = raw.replace(/[\s,;"]+$/, '').replace(/^[\s"\ufeff]+/, '')
  if (line.includes('电子客户回单')) return { ...preamble, title: line.replace(/^-+|-+$/g, '') }
  for (const { test, read } of LINES) {
    const match = test.exec(line)
    if (match) return { ...preamble, ...read(match) }
  }
  return preamble
}

type KnownLine = { readonly test: RegExp; readonly read: (match: RegExpExecArray) => Partial<StatementPreamble> }

const DATE = String.raw`(\d{4}-\d\d-\d\d)`

/** What Alipay (app and web), WeChat, JD and Meituan print around their rows (formats.md 1.1–1.3, 4). */
const LINES: readonly KnownLine[] = [
  { test: /^支付宝账户[:：]\s*(.+)$/, read: ([, owner = '']) => ({ owner }) },
  { test: /^(?:账号|微信昵称|美团用户名)[:：]\s*\[(.*)\]/, read: ([, owner = '']) => ({ owner }) },
  { test: /^京东账号名[:：]\s*(.+)$/, read: ([, owner = '']) => ({ owner }) },
  {
    test: new RegExp(`^起始(?:时间|日期)[:：]\\[${DATE}[^\\]]*\\]\\s*终止(?:时间|日期)[:：]\\[${DATE}`),
    read: ([, from, to]) => ({ from: dayOrNull(from), to: dayOrNull(to) }),
  },
  {
    test: new RegExp(`^日期区间[:：]\\s*${DATE}\\s*至\\s*${DATE}`),
    read: ([, from, to]) => ({ from: dayOrNull(from), to: dayOrNull(to) }),
  },
  {
    test: new RegExp(`^(?:导出|申请)时间[:：]\\s*\\[?${DATE}\\s+(\\d\\d:\\d\\d:\\d\\d)`),
    read: ([, on, at = null]) => ({ exportedOn: dayOrNull(on), exportedAt: at }),
  },
  { test: /^共[:：]?\s*(\d{1,9})笔记录/, read: ([, count]) => ({ announcedRows: Number(count) }) },
  {
    test: /^导出(?:交易)?类型[:：]\s*\[?([^\]]*)/,
    read: ([, types = '']) => (types === '' || types === '全部' ? {} : { onlyTypes: types }),
  },
  { test: /^\d+\.\s*本账单中所有时间均为UTC\+08:00时间/, read: () => ({ saysZone: true }) },
]

function dayOrNull(text = ''): Day | null {
  const outcome = parseDay(text)
  return outcome.ok ? outcome.value : null
}
