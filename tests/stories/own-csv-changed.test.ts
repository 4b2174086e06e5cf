import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { gb18030 } from '../bench/gb18030.ts'
import { openBook } from './book.ts'

/** The ledger's own CSV after a hand, or a spreadsheet, was in it: whole and as it says, or not at all. */

let text = ''
const lineOf = (word: string): string => text.split('\r\n').find((line) => line.startsWith(`${word},`)) ?? ''
const changed = (word: string, from: string, to: string): string =>
  text.replace(lineOf(word), lineOf(word).replace(from, to))

beforeAll(async () => {
  const cleanUps: (() => void)[] = []
  const book = openBook('2026-09-05', (cleanUp) => cleanUps.push(cleanUp))
  const path = join(book.folder, 'ledger.csv')
  await book.story(`
    account add --kind huabei --statement-day 1 --due-day 10
    purchase add huabei --id p1 --amount 80 --on 2026-08-20 --label "店,1;2"
    repay add huabei --id q1 --amount 10 --on 2026-08-26
    export --format csv --out ${path}
  `)
  text = readFileSync(path, 'utf8')
  for (const cleanUp of cleanUps) cleanUp()
})

async function imported(csv: string | Uint8Array) {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'changed.csv')
  writeFileSync(path, csv)
  const { code, err } = await book.tell(`import ${path}`)
  return { code, err, owed: await book.ask('owed'), book, path }
}

it.each([
  [
    'names an account that is nowhere',
    () => changed('purchase', 'huabei', 'ghost'),
    /account "ghost", which is neither/,
  ],
  [
    'has a row twice with two amounts',
    () => text.replace(lineOf('purchase'), `${lineOf('purchase')}\r\n${lineOf('purchase').replace('80.00', '70.00')}`),
    /Two rows of the file have the id "p1"/,
  ],
  ['has a negative amount', () => changed('purchase', '80.00', '-80.00'), /"p1" has an amount below zero/],
  [
    'divides a repayment into less than it was',
    () => changed('repayment', '""amount"":""10.00""', '""amount"":""9.00""'),
    /"q1" do not add up/,
  ],
])('%s: nothing is written, and why is said', async (_, change, why) => {
  const csv = change()
  expect(csv).not.toBe(text)
  const { code, err, owed } = await imported(csv)
  expect([code, err]).toEqual([1, expect.stringMatching(why)])
  expect(owed).toMatchObject({ total: '0.00', accounts: [] })
})

it.each([';', '\t'])('with %j between its cells it is read as it was', async (separator) => {
  const cells = (line: string): string =>
    line.replace(/"(?:[^"]|"")*"|,/g, (found) => (found === ',' ? separator : found))
  const { code, owed, book, path } = await imported(text.split('\r\n').map(cells).join('\r\n'))
  expect([code, owed]).toEqual([0, expect.objectContaining({ total: '70.00' })])
  writeFileSync(path, text)
  expect(await book.ask(`import ${path}`)).toMatchObject({ added: 0 })
})

/** Excel's "Unicode text": UTF-16, tabs, quotes only where a cell needs them. */
const unicodeText = (): Buffer => {
  const lines = text.replace(/^\ufeff/, '').split('\r\n')
  const cells = lines.map((line) => line.replace(/"(?:[^"]|"")*"|,/g, (found) => (found === ',' ? '\t' : found)))
  return Buffer.from(`\ufeff${cells.join('\r\n')}`, 'utf16le')
}

it.each([
  ['as Unicode text, with tabs', unicodeText],
  ['in UTF-16, big end first', () => Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le').swap16()],
  ['in GB18030, as Windows in Chinese has it', () => gb18030(text.replace(/^\ufeff/, ''))],
])('saved %s it is known, and read as it was', async (_, bytes) => {
  const { code, owed, book, path } = await imported(bytes())
  expect([code, owed]).toEqual([0, expect.objectContaining({ total: '70.00' })])
  expect(await book.ask('entry list')).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ id: 'p1', label: '店,1;2' })]),
  })
  writeFileSync(path, text)
  expect(await book.ask(`import ${path}`)).toMatchObject({ added: 0 })
})

it('an account of the ledger need not be in the file', async () => {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'rows.csv')
  writeFileSync(path, text.replace(`${lineOf('account')}\r\n`, ''))
  expect((await book.tell(`import ${path}`)).code).toBe(1)
  await book.story(`account add --kind huabei --statement-day 1 --due-day 10\nimport ${path}`)
  expect(await book.ask('owed')).toMatchObject({ total: '70.00' })
})
