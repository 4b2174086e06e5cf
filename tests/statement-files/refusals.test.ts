import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { month } from '#shared/kernel/day.ts'
import { APP_DECISIONS } from '#shared/statement-files/alipay-decisions.ts'
import { WEB_DECISIONS } from '#shared/statement-files/alipay-web-decisions.ts'
import { type FileRefusal, refusalSentence } from '#shared/statement-files/file-refusal.ts'
import { warningSentence } from '#shared/statement-files/file-warning.ts'
import { JD_DECISIONS } from '#shared/statement-files/jd.ts'
import { MEITUAN_DECISIONS } from '#shared/statement-files/meituan.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { RULES, type Rule, reasonSentence } from '#shared/statement-files/reasons.ts'
import { problemSentence } from '#shared/statement-files/row-problem.ts'
import { type RowReview, reviewQuestion } from '#shared/statement-files/row-review.ts'
import { WECHAT_DECISIONS } from '#shared/statement-files/wechat.ts'
import { createByteDecoder } from '../../electron/files/decode.ts'
import { file, PREAMBLE, read } from './statement-text.ts'

const TABLES: readonly (readonly { readonly rule: Rule }[])[] = [
  APP_DECISIONS,
  WEB_DECISIONS,
  WECHAT_DECISIONS,
  JD_DECISIONS,
  MEITUAN_DECISIONS,
]

function textOf(name: string): string {
  const decoder = createByteDecoder()
  return decoder.push(readFileSync(new URL(`./foreign/${name}`, import.meta.url))) + decoder.finish()
}

const refusalOf = (text: string): FileRefusal | null => {
  const outcome = readStatement(text)
  return outcome.ok ? null : outcome.refusal
}

describe('25: the wrong file is named, and the right one explained', () => {
  it.each([
    ['cash-book.csv', 'alipay-cash-book'],
    ['merchant.csv', 'alipay-merchant-bill'],
    ['unknown.csv', 'statement-not-recognized'],
  ])('%s', (name, kind) => {
    const refusal = refusalOf(textOf(name))
    expect(refusal?.kind).toBe(kind)
    expect(refusalSentence(refusal!, 'zh-CN')).toContain('开具交易流水证明')
    expect(refusalSentence(refusal!, 'en')).toContain('用于个人对账')
  })

  it.each([
    ['微信支付账单明细,,,\n微信昵称：[测试],,,\n', 'wechat-statement', '微信里'],
    ['导出信息：\n京东账号名：jd_test\n', 'jd-statement', '京东 App'],
    ['美团交易账单明细\n', 'meituan-statement', '美团 App'],
  ])('%j without its header: which export to make again, and where', (text, kind, where) => {
    const refusal = refusalOf(text)
    expect(refusal?.kind).toBe(kind)
    expect(refusalSentence(refusal!, 'zh-CN')).toContain(where)
    expect(refusalSentence(refusal!, 'en')).toMatch(/Export it again in/)
  })

  it('a header of which columns were deleted is named by what it lacks', () => {
    const without = (name: string) => file([]).replace(`,${name}`, '')
    expect(refusalOf(without('收/支'))).toEqual({ kind: 'columns-missing', columns: '收/支' })
    expect(refusalOf(without('收/付款方式').replace(',交易状态', ''))).toEqual({
      kind: 'columns-missing',
      columns: '收/付款方式, 交易状态',
    })
  })

  it('nothing at all is empty, and a preamble without a header is no statement', () => {
    expect(refusalOf('')).toEqual({ kind: 'file-empty' })
    expect(refusalOf('\n \n')).toEqual({ kind: 'file-empty' })
    expect(refusalOf(PREAMBLE.slice(0, 22).join('\n'))).toMatchObject({ kind: 'statement-not-recognized' })
  })

  it('a file without any header is given up early', () => {
    expect(refusalOf('x\n'.repeat(100_000))).toEqual({ kind: 'statement-not-recognized', firstLine: 'x' })
  })

  it('a statement of no rows is read', () => {
    expect(read(file([]))).toMatchObject({ fileRows: 0, drafts: [], problems: [], warnings: [] })
  })
})

describe('sentences', () => {
  it('every rule of the table has one in both languages, and every sentence has a rule', () => {
    // What the ledger, not the file, knows of a row.
    const fromLedger = ['refund-by-purchase', 'answered-before']
    const used = new Set<string>([...TABLES.flatMap((table) => table.map(({ rule }) => rule)), ...fromLedger])
    expect([...used].sort()).toEqual([...RULES].sort())
    for (const rule of RULES) {
      expect(reasonSentence(rule, 'zh-CN')).toMatch(/^[^A-Za-z]+。$/)
      expect(reasonSentence(rule, 'en')).toMatch(/^[A-Z0-9].*\.$/)
    }
  })

  it('questions name their figures', () => {
    const reviews: readonly (readonly [RowReview, string])[] = [
      [{ reason: 'combined-repayment', billMonth: month('2026-07') }, '2026-07'],
      [{ reason: 'two-funding-legs', legs: ['花呗', '余额'] }, '余额'],
      [{ reason: 'refund-without-purchase', candidates: ['1', '2'] }, '2'],
      [{ reason: 'lender-not-named', text: '信用购还款' }, '信用购还款'],
      [{ reason: 'marked-not-counted', text: '牛奶' }, '牛奶'],
      [{ reason: 'unconfirmed-wording', text: '花呗提前还款' }, '花呗提前还款'],
      [{ reason: 'unknown-wording', text: '新业务' }, '新业务'],
      [{ reason: 'unknown-status', status: '处理中' }, '处理中'],
    ]
    for (const [review, figure] of reviews) {
      expect(reviewQuestion(review, 'zh-CN')).toContain(figure)
      expect(reviewQuestion(review, 'en')).toContain(figure)
    }
  })

  it('problems and warnings name theirs', () => {
    expect(problemSentence({ kind: 'too-few-fields', fields: 3, expected: 12 }, 'en')).toBe(
      'This row has too few fields; it may be cut off. (3 / 12)',
    )
    expect(problemSentence({ kind: 'amount-not-a-number', value: '十元' }, 'zh-CN')).toBe('金额不是数字。 (十元)')
    expect(warningSentence({ kind: 'row-count-differs', announced: 79, read: 78 }, 'en')).toContain(
      '79 rows but holds 78',
    )
  })
})
