import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureText } from '../statement-files/fixture-rows.ts'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/**
 * The same rows under other keys: a spreadsheet took the order numbers and the seconds, someone cut the lines before the
 * header or put a sign before each number. The untouched file comes before or after; nothing counts twice.
 */

const ORIGINAL = fixtureText('alipay-app-2026-gb18030.csv')

const rowLines = (change: (line: string) => string) => (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => (/^\d{4}-/.test(line) ? change(line) : line))
    .join('\r\n')

/** 28 digits become 2.02605E+27, 12.90 becomes 12.9, and 2026-08-01 09:05:12 becomes 2026/8/1 9:05. */
const savedAgain = rowLines((line) =>
  line
    .replace(/^(\d{4})-0?(\d+)-0?(\d+) 0?(\d+):(\d\d):\d\d/, '$1/$2/$3 $4:$5')
    .replace(/,(\d+)\.(\d)0,/, ',$1.$2,')
    .replace(/,(\d)(\d{5})\d{22}\t/g, ',$1.$2E+27\t'),
)
const marked = (before: string, after = '') =>
  rowLines((line) => line.replace(/,(\d{28}[^,\t]*)\t/, `,${before}$1${after}\t`))
const withoutPreamble = (text: string) => text.slice(text.indexOf('交易时间,'))

const total = async (texts: readonly string[]): Promise<string> => {
  const book = openBook('2026-09-05')
  for (const [index, text] of texts.entries()) {
    const path = join(book.folder, `${index}.csv`)
    writeFileSync(path, text)
    await book.story(`import ${path}`)
  }
  return ((await book.ask('owed')) as { total: string }).total
}

describe('the same rows under other keys count once', () => {
  it.each([
    ['saved again by a spreadsheet', savedAgain],
    ['without the lines before the header', withoutPreamble],
    ['with apostrophes before the numbers', marked("'")],
    ['with numbers as formulas', marked('"=""', '"""')],
  ])('%s, before and after the untouched file', async (_, change) => {
    const alone = await total([ORIGINAL])
    const changed = change(ORIGINAL)
    expect(changed).not.toBe(ORIGINAL)
    expect(await total([changed, ORIGINAL])).toBe(alone)
    expect(await total([ORIGINAL, changed])).toBe(alone)
    expect(await total([ORIGINAL, changed, changed, ORIGINAL])).toBe(alone)
  })

  it('two identical fares are two, whichever file has them', async () => {
    const fare = (number: number) => row({ orderNo: `202608012200147451400000000${number}` })
    const [one, two] = [file([fare(1)]), file([fare(1), fare(2)])]
    expect(await total([savedAgain(two), two])).toBe('20.00')
    expect(await total([two, savedAgain(two)])).toBe('20.00')
    expect(await total([one, savedAgain(two)])).toBe('20.00')
    expect(await total([savedAgain(one), two])).toBe('20.00')
    expect(await total([savedAgain(two), one])).toBe('20.00')
  })

  describe('a purchase that was received meanwhile', () => {
    const bought = (status: string, hour: string) =>
      file([row({ status, time: '2026-08-20 10:20:30' })]).replace(
        /导出时间：\[.*?\]/,
        `导出时间：[2026-09-01 ${hour}:00:00]`,
      )
    const [waiting, received] = [bought('等待确认收货', '08'), bought('交易成功', '09')]

    it.each([
      ['the newer file was saved again by a spreadsheet', [waiting, savedAgain(received)]],
      ['the older one was', [savedAgain(waiting), received]],
      ['both were', [savedAgain(waiting), savedAgain(received)]],
      ['the older one comes last', [received, savedAgain(waiting)]],
      ['the same comes again', [waiting, savedAgain(received), savedAgain(received), received, waiting]],
    ])('is owed where %s', async (_, texts) => {
      expect(await total([waiting])).toBe('0.00')
      expect(await total(texts)).toBe('10.00')
    })

    it('keeps its order number, which a spreadsheet took', async () => {
      const book = openBook('2026-09-05')
      for (const text of [waiting, savedAgain(received)]) {
        writeFileSync(join(book.folder, 'one.csv'), text)
        await book.story(`import ${join(book.folder, 'one.csv')}`)
      }
      const { entries } = (await book.ask('entry list')) as { readonly entries: readonly { readonly id: string }[] }
      expect(entries).toHaveLength(1)
      const entry = await book.ask(`entry show ${entries[0]?.id}`)
      expect(entry).toMatchObject({ record: { orderNo: expect.stringMatching(/^\d{28}$/), postedOn: '2026-08-20' } })
    })
  })

  it('rows with numbers of their own are never taken for each other', async () => {
    const fare = (number: number) => file([row({ orderNo: `202608012200147451400000000${number}` })])
    expect(await total([fare(1), fare(2), fare(3)])).toBe('30.00')
  })

  it('undone, the untouched file comes in whole', async () => {
    const book = openBook('2026-09-05')
    const [changed, original] = ['a.csv', 'b.csv'].map((name) => join(book.folder, name))
    writeFileSync(changed ?? '', savedAgain(ORIGINAL))
    writeFileSync(original ?? '', ORIGINAL)
    await book.story(`import ${changed}\nundo\nimport ${original}`)
    expect(await book.ask('owed')).toMatchObject({ total: await total([ORIGINAL]) })
  })
})
