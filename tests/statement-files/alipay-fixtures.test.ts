import { describe, expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { asExpected, candidatesExpected, expectedRows, fixtureText } from './fixture-rows.ts'

const MAIN = 'alipay-app-2026-gb18030.csv'
const OVERLAP = 'alipay-app-2026-overlap-gb18030.csv'
const UNCONFIRMED = 'alipay-app-unconfirmed-wording-gb18030.csv'

function read(name: string) {
  const outcome = readStatement(fixtureText(name))
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value
}

const tally = (drafts: readonly StatementDraft[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of drafts) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('the app export of 2026', () => {
  it.each(expectedRows(MAIN).map((row, index) => [row.line, row, index] as const))('line %i', (_, row, index) => {
    expect(asExpected(read(MAIN).drafts[index]!)).toEqual(row)
  })

  it('has 79 rows, five of which ask the user', () => {
    const { drafts, problems } = read(MAIN)
    expect(problems).toEqual([])
    expect(tally(drafts)).toEqual({
      closed: 4,
      unrelated: 16,
      purchase: 33,
      refund: 12,
      repayment: 10,
      disbursement: 2,
      'repayment-failed': 2,
    })
    expect(drafts.filter((draft) => draft.review).map((draft) => [draft.line, draft.review?.reason])).toEqual([
      [36, 'refund-without-purchase'],
      [40, 'refund-expected'],
      [44, 'combined-repayment'],
      [49, 'two-funding-legs'],
      [64, 'combined-repayment'],
    ])
  })

  it('knows whose file it is, what it covers, and that nothing is missing', () => {
    const { format, owner, preamble, fileRows, warnings } = read(MAIN)
    expect({ format, owner, fileRows, warnings }).toEqual({
      format: 'alipay-app-v3b',
      owner: '137****6428',
      fileRows: 79,
      warnings: [],
    })
    expect([preamble.from, preamble.to, preamble.exportedOn].map((day) => day !== null && dayText(day))).toEqual([
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
    ])
    expect([preamble.exportedAt, preamble.announcedRows, preamble.onlyTypes]).toEqual(['09:12:30', 79, null])
  })

  it('offers the purchase that a refund without a link may belong to', () => {
    const review = read(MAIN).drafts.find((draft) => draft.review?.reason === 'refund-without-purchase')?.review
    expect(review).toEqual({ reason: 'refund-without-purchase', candidates: candidatesExpected(MAIN) })
  })

  it('keeps a credit line outside the three accounts by its name', () => {
    expect(
      read(MAIN)
        .drafts.filter((draft) => draft.outside)
        .map((draft) => [draft.line, draft.kind, draft.outside]),
    ).toEqual([
      [51, 'repayment', '备用金'],
      [54, 'disbursement', '备用金'],
      [71, 'unrelated', '信用卡还款'],
    ])
  })

  it('sees what awaits receipt', () => {
    expect(
      read(MAIN)
        .drafts.filter((draft) => draft.awaitingReceipt)
        .map((draft) => draft.line),
    ).toEqual([33])
  })
})

describe('the overlapping export', () => {
  it.each(expectedRows(OVERLAP).map((row, index) => [row.line, row, index] as const))('line %i', (_, row, index) => {
    expect(asExpected(read(OVERLAP).drafts[index]!)).toEqual(row)
  })

  it('repeats 18 keys of the first file, changed status or category or not', () => {
    const first = new Set(read(MAIN).drafts.map((draft) => draft.key))
    const again = read(OVERLAP).drafts.filter((draft) => first.has(draft.key))
    expect(again.map((draft) => draft.line)).toEqual(Array.from({ length: 18 }, (_, index) => 29 + index))
  })

  it('ends the wait for a refund that has come', () => {
    const closed = read(OVERLAP).drafts.filter((draft) => draft.why === 'purchase-closed-after-paying')
    expect(closed.map((draft) => [draft.line, draft.refundExpected, draft.review])).toEqual([
      [42, false, null],
      [44, false, null],
    ])
  })
})

describe('wordings that no real statement has shown', () => {
  const withoutMonth = ({ billMonth: _, ...row }: ReturnType<typeof asExpected>) => row

  it.each(expectedRows(UNCONFIRMED).map((row, index) => [row.line, row, index] as const))(
    'line %i',
    (_, row, index) => {
      expect(withoutMonth(asExpected(read(UNCONFIRMED).drafts[index]!))).toEqual(withoutMonth(row))
    },
  )
})
