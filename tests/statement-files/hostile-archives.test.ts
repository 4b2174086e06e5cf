import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openPacked } from '../../electron/files/open-statement.ts'
import { readStatementBytes } from '../../electron/files/statement-file.ts'
import { fixtureBytes } from './fixture-rows.ts'
import { type MadeFile, madeZip, withChanged } from './made-zip.ts'

/** Archives and workbooks made to do harm: each ends in a sentence or in its rows, within bounds. */

const WORKBOOK = fixtureBytes('wechat-2026.xlsx')
const STATEMENT = fixtureBytes('alipay-app-2026-gb18030.csv')
const SHEET = /sheet1\.xml$/

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const opened = await openPacked(bytes, null)
  if (!opened.ok) return opened.refusal.kind
  let rows = 0
  const reading = readStatementBytes(opened.value.bytes(), { container: opened.value.container })
  for (;;) {
    const step = await reading.next()
    if (step.done) return step.value.ok ? `${rows} rows` : step.value.refusal.kind
    rows += step.value.drafts.length
  }
}

const zeros = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * 1024 * 1024, 0x20)
const one = (file: MadeFile): Buffer => madeZip([file])

describe('archives', () => {
  it('a name that leads out of the folder is only a name', async () => {
    for (const name of [
      '../../../../tmp/huaqing-slip.csv',
      '/tmp/huaqing-slip.csv',
      'C:\\huaqing-slip.csv',
      'a\u202evsc.csv',
    ])
      expect(await outcomeOf(one({ name, data: STATEMENT }))).toBe('79 rows')
    expect(existsSync('/tmp/huaqing-slip.csv')).toBe(false)
  })

  it('a bomb is given up at its bound, whatever size it claims', async () => {
    const bomb = zeros(140)
    expect(await outcomeOf(one({ name: 'a.csv', data: bomb }))).toBe('zip-too-large')
    expect(await outcomeOf(one({ name: 'a.csv', data: bomb, claimedSize: 1000 }))).toBe('zip-too-large')
  })

  it('an archive in an archive is not looked into', async () => {
    const inner = one({ name: 'a.csv', data: STATEMENT })
    expect(await outcomeOf(one({ name: 'inner.zip', data: inner }))).toBe('zip-in-zip')
    expect(await outcomeOf(one({ name: 'inner.csv', data: inner }))).toBe('zip-archive')
  })

  it('of several statements none is chosen, and what macOS packs beside one is none', async () => {
    const may = { name: '五月/账单.csv', data: STATEMENT }
    expect(await outcomeOf(madeZip([may, { ...may, name: '六月/账单.csv' }]))).toBe('zip-with-several')
    expect(await outcomeOf(madeZip([may, { name: 'a.xlsx', data: WORKBOOK }]))).toBe('zip-with-several')
    const beside = { name: '__MACOSX/五月/._账单.csv', data: Buffer.from('\0\u0005\u0016\u0007') }
    expect(await outcomeOf(madeZip([beside, may]))).toBe('79 rows')
  })

  it('a statement is taken, and the text beside it is left alone', async () => {
    const note = { name: 'readme.txt', data: Buffer.from('x') }
    expect(await outcomeOf(madeZip([note, { name: 'a.csv', data: STATEMENT }]))).toBe('79 rows')
    expect(await outcomeOf(one({ name: 'a.xlsx', data: WORKBOOK }))).toBe('16 rows')
  })
})

describe('workbooks', () => {
  it('a tag without an end is refused, not searched for minutes (seed 359178447)', async () => {
    const endless = withChanged(WORKBOOK, SHEET, (xml) => xml.replace('</row>', `<${'钱'.repeat(370_000)}</row>`))
    const began = process.cpuUsage()
    expect(await outcomeOf(endless)).toBe('xlsx-damaged')
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000)
  })

  it('a bomb is given up at its bound, in any of its files', async () => {
    const files = [
      { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
      { name: 'xl/media/image1.xml', data: zeros(60) },
    ]
    expect(await outcomeOf(madeZip(files))).toBe('zip-too-large')
    const lying = files.map((file) => ({ ...file, claimedSize: 100 }))
    expect(await outcomeOf(madeZip(lying))).toMatch(/^(zip-too-large|xlsx-damaged)$/)
  })

  it('what stands outside of it is never looked at, and no entity grows', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const referring = withChanged(WORKBOOK, /sharedStrings\.xml$/, (xml) =>
      xml.replace('<sst', `${doctype}<sst`).replace('微信支付账单明细', '&b;&f;'),
    )
    expect(await outcomeOf(referring)).toMatch(/^(16 rows|xlsx-damaged)$/)
    const linked = withChanged(WORKBOOK, SHEET, (xml) =>
      xml.replace('</sheetData>', '</sheetData><hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>'),
    )
    expect(await outcomeOf(linked)).toBe('16 rows')
  })

  /** Found by damage at random: room was made for seventeen thousand million cells; a path for a place never ended. */
  it('a cell at the far end of the sheet makes no room for all before it', async () => {
    for (const place of ['XFD1048576', 'A4000000000', 'ZZZZZ1', 'A../../etc/passwd1'])
      expect(
        await outcomeOf(
          withChanged(WORKBOOK, SHEET, (xml) =>
            xml.replace('</sheetData>', `<row><c r="${place}"><v>1</v></c></row></sheetData>`),
          ),
        ),
      ).toBe('xlsx-damaged')
  })

  it('a large one is read like a small one', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const cells = ['2026-02-01 12:00:00', '商户消费', '某店', '/', '支出', '1.00', '零钱', '支付成功', String(index)]
      const texts = cells.map((text, column) => {
        const place = `${String.fromCharCode(65 + column)}${35 + index}`
        return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
      })
      return `<row r="${35 + index}">${texts.join('')}</row>`
    })
    const large = withChanged(WORKBOOK, SHEET, (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`))
    expect(await outcomeOf(large)).toBe('5016 rows')
  })

  it('a formula is only what it last gave', async () => {
    const formula = withChanged(WORKBOOK, SHEET, (xml) =>
      xml.replace(
        /<c r="C19"[^>]*><v>\d+<\/v><\/c>/,
        '<c r="C19" t="str"><f>WEBSERVICE("http://x")</f><v>分付</v></c>',
      ),
    )
    expect(await outcomeOf(formula)).toBe('16 rows')
  })

  it('one that is cut, changed or no workbook at all is damaged', async () => {
    const cut = WORKBOOK.subarray(0, WORKBOOK.length - 200)
    expect(await outcomeOf(cut)).toBe('xlsx-damaged')
    expect(await outcomeOf(withChanged(WORKBOOK, SHEET, () => 'no xml'))).toMatch(/^(xlsx-damaged|file-empty)$/)
    expect(await outcomeOf(madeZip([{ name: '[Content_Types].xml', data: Buffer.from('<Types/>') }]))).toBe(
      'xlsx-damaged',
    )
  })

  it('a sheet without a statement says so', async () => {
    const other = withChanged(WORKBOOK, /sharedStrings\.xml$/, (xml) =>
      xml.replaceAll('交易', '买卖').replaceAll('微信支付', ''),
    )
    expect(await outcomeOf(other)).toBe('statement-not-recognized')
  })
})
