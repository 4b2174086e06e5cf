import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { huaqingCsvLines, type LedgerFacts, readHuaqingCsv } from '#shared/statement-files/huaqing-csv.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { splitCells } from '#shared/statement-files/split-cells.ts'
import { runs } from '../runs.ts'
import { ledgerFacts } from './ledger-facts.ts'

const write = (facts: LedgerFacts, bom = false): string => [...huaqingCsvLines(facts, { bom })].join('')

function readBack(text: string) {
  const outcome = readHuaqingCsv(text)
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value
}

const purchase = (more: Partial<Extract<Entry, { kind: 'purchase' }>> = {}): Entry => ({
  kind: 'purchase',
  id: 'p1',
  label: '某店',
  orderNo: '2026080122001474514000000001',
  note: '',
  account: 'huabei',
  amount: 1234 as Fen,
  orderedOn: day('2026-08-01'),
  postedOn: null,
  postingAssumed: true,
  returnUntil: null,
  refundExpected: false,
  ...more,
})
const only = (...entries: Entry[]): LedgerFacts => ({
  accounts: [],
  entries,
  confirmations: [],
  recordsCurrentOn: null,
})

describe('HuaQing CSV', () => {
  it('gives every fact back exactly, with and without a byte order mark', () => {
    fc.assert(
      fc.property(ledgerFacts, fc.boolean(), (written, bom) => {
        expect(readBack(write(written, bom))).toEqual({ ...written, problems: [] })
      }),
      runs(200),
    )
  })

  it('writes the same file from what it has read', () => {
    fc.assert(
      fc.property(ledgerFacts, (written) => {
        const { problems: _, ...read } = readBack(write(written))
        expect(write(read)).toBe(write(written))
      }),
      runs(100),
    )
  })

  it('never lets a spreadsheet run a text or round its digits', () => {
    const dangerous = [
      '=1+1',
      '+86',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      "'=1",
      '=HYPERLINK("http://x","y")',
    ]
    for (const label of dangerous) {
      const line = write(only(purchase({ label, note: label })))
        .split('\r\n')
        .slice(1)
        .join('\r\n')
      const cells = splitCells(line).cells
      expect(cells.filter((cell) => /^[\s=+\-@＝＋－＠]/.test(cell.trimEnd()))).toEqual([])
      expect(cells).toContain("'2026080122001474514000000001")
    }
  })

  it('reads as a table: amounts in yuan, days, months, rates', () => {
    const plan: Entry = {
      kind: 'installments',
      id: 'i1',
      label: '',
      orderNo: null,
      note: '',
      account: 'huabei',
      origin: 'trade',
      principal: 111111 as Fen,
      count: 6,
      feeRate: rate('4.5%'),
      firstBill: month('2026-07'),
      fromBill: null,
      of: 'p1',
      paidPeriods: 0,
      shownPeriods: [{ number: 1, principal: 18519 as Fen, fee: 833 as Fen }],
      certain: true,
    }
    const [header = [], cells = []] = write(only(plan))
      .split('\r\n')
      .map((line) => splitCells(line).cells)
    const row = Object.fromEntries(header.map((name, index) => [name, cells[index]]))
    expect(row).toMatchObject({
      'huaqing-ledger@1': 'installments',
      principal: '1111.11',
      feeRate: '4.5%',
      firstBill: '2026-07',
      fromBill: '',
      certain: 'yes',
      shownPeriods: '[{"number":"1","principal":"185.19","fee":"8.33"}]',
    })
  })

  it('finds columns by name', () => {
    const lines = write(only(purchase()))
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','))
    const turned = lines.map(([first, ...others]) => [first, ...others.toReversed()].join(',')).join('\n')
    expect(readBack(turned).entries).toEqual([purchase()])
  })

  it.each([
    ['unknown-fact', (line: string) => line.replace(/^purchase/, 'gift'), { word: 'gift' }],
    ['field-not-readable', (line: string) => line.replace('12.34', '12.345'), { field: 'amount', value: '12.345' }],
    [
      'field-not-readable',
      (line: string) => line.replace('2026-08-01', '2026-02-30'),
      { field: 'orderedOn', value: '2026-02-30' },
    ],
    ['column-missing', () => 'purchase,p9', { field: 'label' }],
  ])('a bad row (%s) is told and hides nothing', (kind, spoil, figures) => {
    const [header, first = '', second = ''] = write(only(purchase(), purchase({ id: 'p2' }))).split('\r\n')
    const bad = spoil(first)
    const { entries, problems } = readBack([header, bad, second].join('\r\n'))
    expect(entries).toEqual([purchase({ id: 'p2' })])
    expect(problems).toEqual([{ line: 2, text: bad, kind, ...figures }])
  })

  it('is told apart from a statement', () => {
    expect(readStatement(write(only(purchase())))).toEqual({ ok: false, refusal: { kind: 'huaqing-csv' } })
  })

  it('refuses another file, and one without anything', () => {
    expect(readHuaqingCsv('Date,Payee\n')).toMatchObject({ ok: false, refusal: { kind: 'statement-not-recognized' } })
    expect(readHuaqingCsv('')).toEqual({ ok: false, refusal: { kind: 'file-empty' } })
  })
})
