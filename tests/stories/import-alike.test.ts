import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** One answer for all rows that are alike, and for those to come (formats.md 10: wordings that nobody has shown yet). */

type Review = { readonly id: string; readonly reason: string; readonly description: string; readonly alike: string }

function bookWith(rows: readonly string[]) {
  const book = openBook('2026-09-20')
  const path = join(book.folder, 'statement.csv')
  const write = (lines: readonly string[]) => writeFileSync(path, file(lines))
  write(rows)
  const reviews = async () => ((await book.ask('review list')) as { review: readonly Review[] }).review
  const total = async () => ((await book.ask('owed')) as { total: string }).total
  return { book, path, write, reviews, total }
}

const unknown = (n: number, amount: string): string =>
  creditRow({
    description: `新业务-2026年0${n}月`,
    amount,
    time: `2026-09-0${n} 10:00:00`,
    orderNo: `2026090${n}22001474514000000000${n}`,
  })

it('a wording is answered once for all its rows and for later files, and undo forgets it', async () => {
  const { book, path, write, reviews, total } = bookWith([
    row({ amount: '50.00', time: '2026-09-01 10:00:00' }),
    unknown(6, '10.00'),
    unknown(7, '20.00'),
  ])
  await book.story(`import ${path}`)
  const asked = await reviews()
  expect(asked.map(({ reason }) => reason)).toEqual(['unknown-wording', 'unknown-wording'])
  await book.story(`review resolve ${asked[0]?.id} --as purchase --account huabei --alike`)
  expect([await reviews(), await total()]).toEqual([[], '80.00'])
  write([
    unknown(8, '40.00'),
    unknown(7, '20.00'),
    unknown(6, '10.00'),
    row({ amount: '50.00', time: '2026-09-01 10:00:00' }),
  ])
  const read = (await book.ask(`import ${path}`)) as { rows: readonly { why: string; kind: string; fate: string }[] }
  expect(read.rows[0]).toMatchObject({ why: 'answered-before', kind: 'purchase', fate: 'new' })
  expect([await reviews(), await total()]).toEqual([[], '120.00'])
  await book.story('undo\nundo')
  await book.story(`import ${path}`)
  expect((await reviews()).length).toBe(3)
})

it('what is not about credit is so for later files too, which then change nothing', async () => {
  const { book, path, write, reviews, total } = bookWith([unknown(6, '10.00')])
  await book.story(`import ${path}`)
  await book.story(`review resolve ${(await reviews())[0]?.id} --as unrelated --alike`)
  write([unknown(8, '40.00'), unknown(6, '10.00')])
  for (const updated of [0, 0]) {
    expect(await book.ask(`import ${path}`)).toMatchObject({ counts: { updated, added: 0 } })
    expect([await reviews(), await total()]).toEqual([[], '0.00'])
  }
})

it('an answer to one row alone is not taken for others, nor where answers differ', async () => {
  const { book, path, write, reviews } = bookWith([unknown(6, '10.00'), row()])
  await book.story(`import ${path}`)
  await book.story(`review resolve ${(await reviews())[0]?.id} --as unrelated`)
  write([unknown(7, '20.00')])
  await book.story(`import ${path}`)
  const [asked, ...others] = await reviews()
  expect([asked?.reason, others.length]).toEqual(['unknown-wording', 0])
})

it('a guess is accepted for all its rows at once and counts on as it was read', async () => {
  const early = (n: number) =>
    creditRow({
      description: '花呗提前还款',
      amount: `${n}.00`,
      time: `2026-08-1${n} 10:00:00`,
      orderNo: `2026081${n}22001474514000000000${n}`,
    })
  const { book, path, write, reviews } = bookWith([
    row({ amount: '50.00', time: '2026-09-01 10:00:00' }),
    early(1),
    early(2),
  ])
  await book.story(`import ${path}`)
  const [asked] = await reviews()
  expect(asked?.reason).toBe('unconfirmed-wording')
  await book.story(`review resolve ${asked?.id} --ignore --alike`)
  write([early(3)])
  await book.story(`import ${path}`)
  expect(await reviews()).toEqual([])
  expect(await book.ask('entry list --kind repayment')).toMatchObject({ total: 3 })
})

it('rows that cannot be read are left alone together', async () => {
  const bad = (n: number) =>
    row({ amount: '12.3O', counterparty: `店${n}`, orderNo: `2026080222001474514000000000${n}` })
  const { book, path, reviews } = bookWith([row(), bad(1), bad(2), bad(3)])
  await book.story(`import ${path}`)
  expect((await reviews()).length).toBe(3)
  expect(await book.story(`review resolve ${(await reviews())[0]?.id} --ignore --alike`)).toBe('3 answered at once\n')
  await book.story(`import ${path}`)
  expect(await reviews()).toEqual([])
})
