import fc from 'fast-check'
import { Ofx } from 'ofx-data-extractor'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { addDays, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { journalOf } from '#shared/ledger/journal/journal-of.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { actualPieces, ynabPieces } from '#shared/statement-files/export/account-csv.ts'
import { accountRows } from '#shared/statement-files/export/account-rows.ts'
import { ofxPieces } from '#shared/statement-files/export/ofx.ts'
import { everyKind } from '../../ledger/every-kind.ts'
import { runs } from '../../runs.ts'
import { isInstalled, ofxStatement, pythonCsv, sayMissing } from './book-programs.ts'
import { namedLedger } from './named-ledger.ts'
import { owedBalances } from './owed-balances.ts'

/** Files of one account: what a parser of each form reads out of them is what the journal says. */

const csv = (pieces: typeof actualPieces, facts: Ledger, account: string): string =>
  [...pieces(facts, { account, language: 'en', bom: false })].join('')
const parsed = (text: string): string[][] => Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data

type Tree = { readonly [tag: string]: Tree | Tree[] | string | undefined }

const at = (tree: Tree, ...tags: string[]): Tree => tags.reduce((inner, tag) => inner[tag] as Tree, tree)

/** What the parser reads; it calls the list of rows STRTTRN. */
function statementOf(text: string) {
  const { OFX } = new Ofx(text).toJson() as unknown as { OFX: Tree }
  const statement = at(OFX, 'CREDITCARDMSGSRSV1', 'CCSTMTTRNRS', 'CCSTMTRS')
  const rows = (at(statement, 'BANKTRANLIST').STRTTRN ?? []) as Tree[]
  return {
    balance: Number(at(statement, 'LEDGERBAL').BALAMT),
    ids: rows.map((row) => String(row.FITID)),
    amounts: rows.map((row) => Number(row.TRNAMT)),
  }
}

const ofx = (facts: Ledger, account: string): string => [...ofxPieces(facts, { account, language: 'zh-CN' })].join('')

/** What every program must come to: what is owed, without what has run up to today and stands in no bill yet. */
function balanceOf(facts: Ledger, account: string): string {
  const passing = [...journalOf(facts)].filter((row) => row.passing).flatMap(({ legs }) => legs)
  const running = passing.filter(({ to }) => to.kind === 'debt' && to.account === account)
  const owed = owedBalances(facts).get(account) ?? ZERO
  return yuanText(fen(owed - running.reduce((sum, { amount }) => sum + amount, 0)))
}

const fenOf = (text: string): number => Math.round(Number(text) * 100)
const total = (amounts: readonly string[]): string => yuanText(fen(amounts.reduce((sum, text) => sum + fenOf(text), 0)))

sayMissing(['ofxdump', 'python3'])

const ids = everyKind.accounts.map(({ id }) => id)

describe('OFX', () => {
  it.runIf(isInstalled('ofxdump')).each(ids)('%s: libofx finds every row on its day, and what is owed', (id) => {
    const read = ofxStatement(ofx(everyKind, id))
    expect(read.rows).toEqual(
      [...accountRows(everyKind, id)].map(({ row, on, amount }) => ({
        id: row.id,
        on: dayText(on),
        amount: yuanText(amount),
      })),
    )
    expect([read.balance, total(read.rows.map(({ amount }) => amount))]).toEqual([
      balanceOf(everyKind, id),
      balanceOf(everyKind, id),
    ])
  })

  it('numbers accounts so that programs tell two lenders apart, in 22 signs', () => {
    const names = [
      'huabei',
      'credit-purchase:江苏银行',
      'credit-purchase:宁波银行',
      '花呗',
      '借呗',
      `${'a'.repeat(22)}b`,
    ]
    const numbers = names.map((id) => /<ACCTID>([A-Za-z0-9-]{1,22})<\/ACCTID>/.exec(ofx(everyKind, id))?.[1])
    expect([numbers[0], new Set(numbers).size, numbers.includes(undefined)]).toEqual(['huabei', names.length, false])
    expect(numbers[2]).toMatch(/^credit-purchase-[0-9a-f]{6}$/)
  })

  it.runIf(isInstalled('ofxdump'))(
    'libofx comes to what is owed, whatever the texts are',
    () => {
      fc.assert(
        fc.property(namedLedger, (facts) => {
          for (const { id } of facts.accounts) {
            const { balance, rows } = ofxStatement(ofx(facts, id))
            expect([balance, total(rows.map(({ amount }) => amount))]).toEqual([
              balanceOf(facts, id),
              balanceOf(facts, id),
            ])
          }
        }),
        runs(10),
      )
    },
    120_000,
  )

  it.each(ids)('%s: amounts, ids and balance are the journal’s', (id) => {
    const rows = [...accountRows(everyKind, id)]
    expect(statementOf(ofx(everyKind, id))).toEqual({
      ids: rows.map(({ row }) => row.id),
      amounts: rows.map(({ amount }) => Number(yuanText(amount))),
      balance: Number(yuanText(fen(rows.reduce((sum, { amount }) => sum + amount, 0)))),
    })
    expect(rows.length).toBeGreaterThan(1)
  })

  it('any text leaves it well formed, with as many rows as there are', () => {
    fc.assert(
      fc.property(namedLedger, (facts) => {
        for (const { id } of facts.accounts) {
          const text = ofx(facts, id)
          expect(text.match(/<STMTTRN>/g)?.length ?? 0).toBe([...accountRows(facts, id)].length)
          expect(wellFormed(text)).toBe(true)
          // An element without a value is none that OFX knows.
          expect(text).not.toMatch(/<([A-Z]+)><\/\1>/)
        }
      }),
      runs(60),
    )
  })

  it('the next export has the same ids for what it had before', () => {
    const later = { ...everyKind, today: addDays(everyKind.today, 3) }
    for (const { id } of everyKind.accounts) {
      const after = new Set(statementOf(ofx(later, id)).ids)
      expect(statementOf(ofx(everyKind, id)).ids.filter((one) => !after.has(one))).toEqual([])
    }
  })
})

/** Every tag closed in its order, every ampersand an escape. */
function wellFormed(text: string): boolean {
  const open: string[] = []
  for (const [, close, tag, rest] of text.replace(/<\?.*?\?>/g, '').matchAll(/<(\/?)([A-Z0-9]+)>([^<]*)/g)) {
    if (/&(?!(amp|lt|gt);)/.test(rest ?? '')) return false
    if (close === '') open.push(tag ?? '')
    else if (open.pop() !== tag) return false
  }
  return open.length === 0
}

describe('Actual and YNAB', () => {
  const DATE = /^\d{4}-\d\d-\d\d$/
  const AMOUNT = /^\d+\.\d\d$/

  it.runIf(isInstalled('python3')).each(ids)(
    '%s: another reader of CSV comes to what is owed, by the rules of both',
    (id) => {
      const [header, ...rows] = pythonCsv(csv(actualPieces, everyKind, id))
      expect(header).toEqual(['Date', 'Payee', 'Notes', 'Category', 'Amount'])
      for (const [on, payee, , , amount] of rows) {
        expect(on).toMatch(DATE)
        expect(payee).not.toBe('')
        expect(amount?.replace('-', '')).toMatch(AMOUNT)
      }
      expect(total(rows.map((row) => row[4] ?? ''))).toBe(balanceOf(everyKind, id))

      const [titles, ...lines] = pythonCsv(csv(ynabPieces, everyKind, id))
      expect(titles).toEqual(['Date', 'Payee', 'Memo', 'Outflow', 'Inflow'])
      for (const [on, payee, , ...ways] of lines) {
        expect(on).toMatch(DATE)
        expect(payee).not.toBe('')
        // Money goes one way, and is written without a sign.
        expect(ways.filter((way) => way !== '')).toEqual([expect.stringMatching(AMOUNT)])
      }
      const signed = lines.map(([, , , out, into]) => (out === '' ? (into ?? '') : `-${out}`))
      expect(total(signed)).toBe(balanceOf(everyKind, id))
    },
  )

  it('Actual: negative is spending, costs have a category', () => {
    expect(csv(actualPieces, everyKind, 'js').split('\r\n')).toMatchInlineSnapshot(`
      [
        "Date,Payee,Notes,Category,Amount",
        "2026-02-12,江苏银行信用购,Purchase,,-300.00",
        "2026-03-20,江苏银行信用购,Repayment,,301.50",
        "2026-03-20,江苏银行信用购,Overdue charge,Overdue charge,-1.50",
        "2026-05-28,江苏银行信用购,Purchase,,-45.00",
        "2026-06-05,江苏银行信用购,Repayment,,20.68",
        "2026-07-01,江苏银行信用购,Interest,Interest,-0.25",
        "2026-07-03,江苏银行信用购,Repayment,,5000.00",
        "2026-07-03,江苏银行信用购,Interest,Interest,-0.03",
        "",
      ]
    `)
  })

  it('YNAB: out and in', () => {
    expect(csv(ynabPieces, everyKind, 'card').split('\r\n')).toMatchInlineSnapshot(`
      [
        "Date,Payee,Memo,Outflow,Inflow",
        "2026-03-01,某银行(卡),Opening balance,1000.00,",
        "2026-04-02,某银行(卡),Repayment,,200.00",
        "",
      ]
    `)
  })

  it('any text stays in its cell, and none is run as a formula', () => {
    fc.assert(
      fc.property(namedLedger, fc.constantFrom(actualPieces, ynabPieces), (facts, pieces) => {
        for (const { id } of facts.accounts) {
          const [header = [], ...lines] = parsed(csv(pieces, facts, id))
          expect(lines.length).toBe([...accountRows(facts, id)].length)
          for (const line of lines) {
            expect(line.length).toBe(header.length)
            for (const cell of line) if (!/^-?\d+\.\d\d$/.test(cell)) expect(cell).not.toMatch(/^[\s=+\-@＝＋－＠]/)
            // What turns the direction of a line, or begins another one, is in none of them.
            for (const cell of line) expect(cell).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
          }
        }
      }),
      runs(60),
    )
  })
})
