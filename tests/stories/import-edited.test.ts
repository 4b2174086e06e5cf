import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** Rows that the user answered or changed, and newer files that tell of them again, one after the other. */

type Read = { readonly counts: Readonly<Record<string, number>> }

function bookOf() {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  const read = async (rows: readonly string[]): Promise<Read['counts']> => {
    writeFileSync(path, file(rows))
    return ((await book.ask(`import ${path}`)) as Read).counts
  }
  const asked = async () =>
    ((await book.ask('review list')) as { review: { id: string; reason: string }[] }).review.map(({ id }) => id)
  const total = async () => ((await book.ask('owed')) as { total: string }).total
  const entries = async () =>
    ((await book.ask('entry list')) as { entries: { id: string; label: string; amount: string }[] }).entries
  return { book, read, asked, total, entries }
}

it('what was on credit of a purchase stays what the user said, through one newer file after the other', async () => {
  const { book, read, asked, total, entries } = bookOf()
  const bought = { amount: '500.00', method: '账户余额&花呗' }
  await read([row(bought)])
  await book.story(`review resolve ${(await asked())[0]} --own 300`)
  for (const category of ['家居家装', '其他', '数码电器']) {
    const counts = await read([row({ ...bought, category })])
    expect(counts).toMatchObject({ updated: 1, review: 0 })
    expect([await asked(), await total(), (await entries()).length]).toEqual([[], '300.00', 1])
  }
  // The first file again is older than what is known.
  expect(await read([row(bought)])).toMatchObject({ duplicate: 1, updated: 0, review: 0 })
  expect([await asked(), await total()]).toEqual([[], '300.00'])
  await book.story('undo\nundo\nundo')
  expect(await total()).toBe('300.00')
  await book.story('undo')
  expect([(await asked()).length, await total()]).toEqual([1, '500.00'])
})

it('what the user wrote stays, and what they left alone follows the newest file', async () => {
  const { book, read, total, entries } = bookOf()
  await read([row({ status: '等待确认收货' })])
  const [{ id } = { id: '' }] = await entries()
  expect(await total()).toBe('0.00')
  await book.story(`entry edit ${id} --label 我的书`)
  await read([row({ status: '等待确认收货', category: '其他' })])
  await book.story(`entry edit ${id} --amount 9`)
  await read([row({ description: '商品 二' })])
  expect([await entries(), await total()]).toMatchObject([[{ id, label: '我的书' }], '9.00'])
  await read([row({ description: '商品 三' })])
  expect([await entries(), await total()]).toMatchObject([[{ id, label: '我的书' }], '9.00'])
})

it('a row is asked about again where a newer file needs it, and never where it was answered', async () => {
  const { book, read, asked } = bookOf()
  expect(await read([row({ status: '等待处理' })])).toMatchObject({ review: 1 })
  const [id = ''] = await asked()
  expect(await read([row()])).toMatchObject({ updated: 1, review: 0 })
  expect(await asked()).toEqual([])
  expect(await read([row({ status: '再次处理' })])).toMatchObject({ updated: 1, review: 1 })
  expect(await asked()).toEqual([id])
  await book.story(`review resolve ${id} --ignore`)
  expect(await read([row({ status: '第三次处理' })])).toMatchObject({ updated: 1, review: 0 })
  expect(await asked()).toEqual([])
})
