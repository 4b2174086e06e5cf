import { describe, expect, it } from 'vitest'
import type { RowProblem } from '#shared/statement-files/row-problem.ts'
import { type Separator, splitCells } from '#shared/statement-files/split-cells.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { openPacked } from '../../electron/files/open-statement.ts'
import { readStatementBytes } from '../../electron/files/statement-file.ts'
import { fixtureBytes, fixtureText } from './fixture-rows.ts'
import { filesOf, madeZip } from './made-zip.ts'
import { file, row } from './statement-text.ts'

/** Copies that a spreadsheet made without losing anything: other bytes, other separators, another sheet, the same rows. */

type Read = { readonly drafts: StatementDraft[]; readonly problems: RowProblem[]; readonly end: unknown }

async function readBytes(bytes: Uint8Array): Promise<Read | string> {
  const opened = await openPacked(bytes, null)
  if (!opened.ok) return opened.refusal.kind
  const { container } = opened.value
  const reading = readStatementBytes(opened.value.bytes(), { container })
  const [drafts, problems]: [StatementDraft[], RowProblem[]] = [[], []]
  for (;;) {
    const step = await reading.next()
    if (step.done) return step.value.ok ? { drafts, problems, end: step.value.value } : step.value.refusal.kind
    drafts.push(...step.value.drafts)
    problems.push(...step.value.problems)
  }
}

/** As it is written anew, with quotes only where a cell needs them. */
const rewritten = (text: string, separator: Separator): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      splitCells(line)
        .cells.map((cell) => written(cell, separator))
        .join(separator),
    )
    .join('\r\n')

const written = (cell: string, separator: Separator): string =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const utf8 = (text: string): Buffer => Buffer.from(`\ufeff${text}`)

/** All but the text as it stood. */
const said = (read: Read | string) => {
  if (typeof read === 'string') throw new Error(read)
  return { drafts: read.drafts.map(({ raw: _, ...draft }) => draft), problems: read.problems.length }
}

const textOf = (name: string): string =>
  /^(alipay)/.test(name) ? fixtureText(name) : new TextDecoder().decode(fixtureBytes(name))

const WITHOUT_BOM = /^\ufeff/

describe.each([
  'alipay-app-2026-gb18030.csv',
  'alipay-web-2020-gbk.csv',
  'wechat-2024.csv',
  'jd-2025.csv',
  'meituan-2026.csv',
])('%s', (name) => {
  it.each([
    ['UTF-16 with tabs, as "Unicode text"', (text: string) => utf16(rewritten(text, '\t'))],
    ['UTF-16 the other way round', (text: string) => utf16(rewritten(text, '\t')).swap16()],
    ['UTF-16 with commas', (text: string) => utf16(rewritten(text, ','))],
    ['tabs', (text: string) => utf8(rewritten(text, '\t'))],
    ['semicolons', (text: string) => utf8(rewritten(text, ';'))],
  ])('%s: the same rows', async (_, copy) => {
    const original = said(await readBytes(fixtureBytes(name)))
    expect(original.drafts.length).toBeGreaterThan(3)
    expect(said(await readBytes(copy(textOf(name).replace(WITHOUT_BOM, ''))))).toEqual(original)
  })
})

it('a text keeps its semicolons and tabs where the file has commas, and its commas where it has not', async () => {
  const text = file([row({ description: '甲;乙\t丙' })])
  expect(said(await readBytes(utf8(text))).drafts[0]?.description).toBe('甲;乙 丙')
  const semicolons = rewritten(file([row({ description: '1' })]), ';').replace(';1;', ';甲,乙;')
  expect(said(await readBytes(utf8(semicolons))).drafts[0]?.description).toBe('甲,乙')
})

it('columns that someone deleted are named, whatever stands between the others', async () => {
  const without = rewritten(file([row()]), '\t').replace('\t收/付款方式\t', '\t')
  expect(await readBytes(utf8(without))).toBe('columns-missing')
})

it('UTF-16 that is cut in the middle of a character is read up to there', async () => {
  const bytes = utf16(rewritten(file([row(), row({ orderNo: '2026080122001474514000000002' })]), '\t'))
  const read = await readBytes(bytes.subarray(0, bytes.length - 31))
  expect(typeof read === 'string' ? read : read.drafts[0]).toMatchObject({ kind: 'purchase', amount: 1000 })
})

it('two statements saved into one with another separator below are not one file', async () => {
  const text = `${file([row()])}\r\n----------------------------------------\r\n${rewritten(file([row()]), ';')}`
  expect(await readBytes(utf8(text))).toBe('statements-mixed')
})

describe('a workbook with several sheets', () => {
  const WORKBOOK = fixtureBytes('wechat-2026.xlsx')
  const textOfFile = (name: RegExp): string =>
    Buffer.from(filesOf(WORKBOOK).find((one) => name.test(one.name))?.data ?? []).toString('utf8')
  const NOTES =
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>我的备注</t></is></c></row></sheetData></worksheet>'

  /** The first sheet is the given one; the statement comes after it. */
  const withSheetBefore = (xml: string): Buffer =>
    madeZip([
      ...filesOf(WORKBOOK).map(({ name, data }) => {
        const change = CHANGES.find(([of]) => of.test(name))?.[1]
        return { name, data: change ? Buffer.from(change(Buffer.from(data).toString('utf8'))) : data }
      }),
      { name: 'xl/worksheets/sheet9.xml', data: Buffer.from(xml) },
    ])
  const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
  const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
  const CHANGES: readonly (readonly [RegExp, (xml: string) => string])[] = [
    [/workbook\.xml$/, (xml) => xml.replace(/<sheets>/, '<sheets><sheet name="备注" sheetId="9" r:id="rId99"/>')],
    [
      /workbook\.xml\.rels$/,
      (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rId99" Type="${RELATION}" Target="worksheets/sheet9.xml"/></Relationships>`,
        ),
    ],
    [
      /Content_Types/,
      (xml) =>
        xml.replace('</Types>', `<Override PartName="/xl/worksheets/sheet9.xml" ContentType="${SHEET}"/></Types>`),
    ],
  ]

  it('is read from the one that holds a statement', async () => {
    expect(said(await readBytes(withSheetBefore(NOTES)))).toEqual(said(await readBytes(WORKBOOK)))
  })

  it('is refused where two do, with how many', async () => {
    const twice = withSheetBefore(textOfFile(/sheet1\.xml$/))
    expect(await openPacked(twice, null)).toEqual({ ok: false, refusal: { kind: 'xlsx-with-several', count: 2 } })
  })
})
