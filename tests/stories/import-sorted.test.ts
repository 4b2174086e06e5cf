import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtureText } from '../statement-files/fixture-rows.ts'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** Files whose rows somebody sorted, or pasted together: each row counts as its newest version, and the file again is no step. */

function imported(text: string) {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'a.csv')
  writeFileSync(path, text)
  const read = async () => (await book.ask(`import ${path}`)) as { batch: string | null; counts: { updated: number } }
  const owed = async () => {
    const { total, accounts } = (await book.ask('owed')) as { total: string; accounts: readonly { id: string }[] }
    return { total, accounts: [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)) }
  }
  return { book, read, owed }
}

const sorted = (text: string, order: 1 | -1): string => {
  const lines = text.split(/\r?\n/)
  const isRow = (line: string): boolean => /^\d{4}-/.test(line)
  const rows = lines.filter(isRow).sort((a, b) => (a < b ? -order : order))
  return [...lines.filter((line) => !isRow(line) && line !== ''), ...rows, ''].join('\r\n')
}

it.each([1, -1] as const)(
  'sorted by its first column (%i), a file says what it said, and again is no step',
  async (order) => {
    const original = fixtureText('alipay-app-2026-gb18030.csv')
    const [as, asSorted] = [imported(original), imported(sorted(original, order))]
    await as.read()
    await asSorted.read()
    expect(await asSorted.owed()).toEqual(await as.owed())
    expect(await asSorted.read()).toMatchObject({ batch: null, counts: { updated: 0 } })
  },
)

it.each([
  ['等待确认收货', '交易成功'],
  ['交易成功', '等待确认收货'],
  ['交易成功', '交易关闭'],
])('two versions of a row in one file (%s, then %s): again it is no step', async (first, second) => {
  const { book, read, owed } = imported(file([first, second].map((status) => row({ status, amount: '80.00' }))))
  await read()
  const [before, waits] = [await owed(), first !== '交易成功' || second !== '交易关闭']
  expect(before.total).toBe('80.00')
  expect(await book.ask('entry list --kind purchase')).toMatchObject({ total: 1 })
  expect(await read()).toMatchObject({ batch: null, counts: { updated: 0 } })
  expect(await owed()).toEqual(before)
  // What was closed after it was paid asks for its refund; what merely waited does not.
  expect(((await book.ask('review list')) as { review: readonly unknown[] }).review.length).toBe(waits ? 0 : 1)
})
