import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** Rows that a file does not say to be on credit, and the user does: an entry by hand, never by a guess. */

const WEB = join(import.meta.dirname, '../fixtures/alipay-web-2020-gbk.csv')

type Row = { readonly line: number; readonly kind: string; readonly recorded: boolean; readonly amount: string }
type Read = { readonly rows: readonly Row[]; readonly counts: Readonly<Record<string, number>> }
type Action = { readonly label: { readonly code: string }; readonly undone: boolean }
type Book = ReturnType<typeof openBook>

const purchases = async (book: Book): Promise<number> =>
  ((await book.ask('entry list --kind purchase')) as { total: number }).total
const keptPurchase = ({ kind, recorded }: Row) => kind === 'purchase' && !recorded

it('a purchase of the web file is taken as Huabei, undone by itself, and left alone by the same file', async () => {
  const book = openBook('2020-11-01')
  const { rows } = (await book.ask(`import ${WEB} --dry-run`)) as Read
  const [first, second, ...others] = rows.filter(keptPurchase)
  await book.story(`import ${WEB} --take ${first?.line},${second?.line}=huabei`)
  expect(await purchases(book)).toBe(2)
  const owed = await book.ask('owed')
  const again = (await book.ask(`import ${WEB}`)) as Read
  expect([again.counts.added, again.counts.kept, again.counts.updated]).toEqual([0, 8, 0])
  expect(again.rows.filter(keptPurchase).map(({ line }) => line)).toEqual(others.map(({ line }) => line))
  expect(await book.ask('owed')).toEqual(owed)
  // The choice alone: the same file again was no step, and the import that it was made with still stands.
  await book.story('undo')
  expect(await purchases(book)).toBe(0)
  const { actions } = (await book.ask('history')) as { actions: readonly Action[] }
  expect(actions.map(({ label, undone }) => [label.code, undone])).toEqual([
    ['rows-taken', true],
    ['import', false],
  ])
  await book.story('redo')
  expect(await purchases(book)).toBe(2)
})

const cup = { method: '余额宝', counterparty: '杯子店', amount: '30.00', orderNo: '2026080222001474514000000009' }

function bookWith(rows: readonly string[]) {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  const write = (lines: readonly string[]) => writeFileSync(path, file(lines))
  write(rows)
  return { book, path, write }
}

it('a row that is not about credit is taken too, and a newer file does not take it back', async () => {
  const { book, path, write } = bookWith([row(cup)])
  const line = 25
  await book.story(`import ${path} --take ${line}=huabei`)
  expect(await book.ask('owed')).toMatchObject({ total: '30.00' })
  const changed = row({ ...cup, status: '交易关闭' })
  write([changed])
  await book.story(`import ${path}`)
  expect(await book.ask('owed')).toMatchObject({ total: '30.00' })
  // Corrected afterwards, as any entry.
  const { entries } = (await book.ask('entry list --kind purchase')) as { entries: readonly { id: string }[] }
  await book.story(`entry edit ${entries[0]?.id} --amount 20`)
  await book.story(`import ${path}`)
  expect(await book.ask('owed')).toMatchObject({ total: '20.00' })
})

it('what the user took and the app file then shows is one purchase', async () => {
  const book = openBook('2020-10-15')
  const [web, app] = [join(book.folder, 'web.csv'), join(book.folder, 'app.csv')]
  const text = new TextDecoder('gb18030').decode(readFileSync(WEB))
  writeFileSync(web, text.replace('账号:[faker@faker.com]', '账号:[137****6428]'))
  writeFileSync(
    app,
    file([row({ orderNo: '2020090522001474514478035562', time: '2020-09-05 12:45:31', amount: '27.00' })]),
  )
  const { rows } = (await book.ask(`import ${web} --dry-run`)) as Read
  const line = rows.find(({ amount, kind }) => amount === '27.00' && kind === 'purchase')?.line
  await book.story(`import ${web} --take ${line}=huabei\nimport ${app}`)
  expect(await purchases(book)).toBe(1)
})

it('a refund that is taken with its purchase belongs to it', async () => {
  const refund = { ...cup, orderNo: `${cup.orderNo}_1`, status: '退款成功', direction: '不计收支', amount: '10.00' }
  const { book, path } = bookWith([row(refund), row(cup)])
  await book.story(`import ${path} --take 25,26=huabei`)
  const { entries } = (await book.ask('entry list --kind refund')) as { entries: readonly { of: string | null }[] }
  expect([entries.length, entries[0]?.of === null]).toEqual([1, false])
  expect(await book.ask('owed')).toMatchObject({ total: '20.00' })
})

it('a row that is an entry, moves nothing or is not there is refused, and nothing is imported', async () => {
  const { book, path } = bookWith([row(), row({ ...cup, amount: '0.00' })])
  const told = async (take: string) => (await book.tell(`import ${path} --take ${take}`)).err
  expect(await told('25=huabei')).toContain('Line 25 is an entry already')
  expect(await told('26=huabei')).toContain('Line 26 is 0.00')
  expect(await told('99=huabei')).toContain('Line 99 of the file is no transaction')
  expect(await told('26=no-such-account')).toContain('no-such-account')
  expect(await book.ask('history')).toMatchObject({ actions: [] })
})
