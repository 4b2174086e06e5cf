import { type Day, parseDay } from '#shared/kernel/day.ts'

/** What the lines around the rows say (formats.md 1.3): for checks and names, never for the rows themselves. */
export type AlipayPreamble = {
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
}

export const EMPTY_PREAMBLE: AlipayPreamble = {
  owner: null,
  from: null,
  to: null,
  exportedOn: null,
  exportedAt: null,
  announcedRows: null,
  onlyTypes: null,
  title: null,
}

/** The tips are the longest lines, about a hundred characters; what is far longer says nothing and costs time. */
const LONGEST_LINE = 2000

/** The preamble with what one more line says. A spreadsheet may have put commas behind it. */
export function readPreambleLine(preamble: AlipayPreamble, raw: string): AlipayPreamble {
  if (raw.length > LONGEST_LINE) return preamble
  const line = raw.replace(/[\s,"]+$/, '').replace(/^[\s"\ufeff]+/, '')
  if (line.includes('电子客户回单')) return { ...preamble, title: line.replace(/^-+|-+$/g, '') }
  const owner = /^支付宝账户[:：]\s*(.+)$/.exec(line)?.[1]
  if (owner !== undefined) return { ...preamble, owner }
  const period = /^起始时间[:：]\[(\S+)[^\]]*\]\s*终止时间[:：]\[(\S+)[^\]]*\]/.exec(line)
  if (period) return { ...preamble, from: dayOrNull(period[1]), to: dayOrNull(period[2]) }
  const made = /^导出时间[:：]\[(\S+)\s+(\d\d:\d\d:\d\d)\]/.exec(line)
  if (made) return { ...preamble, exportedOn: dayOrNull(made[1]), exportedAt: made[2] ?? null }
  const count = /^共(\d+)笔记录/.exec(line)
  if (count) return { ...preamble, announcedRows: Number(count[1]) }
  const types = /^导出交易类型[:：]\[(.*)\]/.exec(line)?.[1]
  return types === undefined || types === '全部' ? preamble : { ...preamble, onlyTypes: types }
}

function dayOrNull(text = ''): Day | null {
  const outcome = parseDay(text)
  return outcome.ok ? outcome.value : null
}
