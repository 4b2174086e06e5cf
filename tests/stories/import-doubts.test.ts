import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** What a file leaves in doubt, from the command line: asked once, answered once, and never in the way of the file. */

type Review = { readonly id: string; readonly reason: string; readonly description: string }
type Read = {
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly { readonly line: number; readonly kind: string; readonly text: string }[]
}

function bookWith(rows: readonly string[]) {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  const write = (lines: readonly string[]) => writeFileSync(path, file(lines))
  write(rows)
  const reviews = async () => ((await book.ask('review list')) as { review: readonly Review[] }).review
  const total = async () => ((await book.ask('owed')) as { total: string }).total
  return { book, path, write, reviews, total }
}

const bad = row({ amount: '12.3O', counterparty: '看不清的店', orderNo: '2026080222001474514000000002' })

it('a row that cannot be read stays, waits, and is mended by hand', async () => {
  const { book, path, reviews, total } = bookWith([row(), bad])
  const read = (await book.ask(`import ${path}`)) as Read
  expect(read.problems).toMatchObject([{ line: 26, kind: 'amount-not-a-number', text: bad }])
  const [asked, ...others] = await reviews()
  expect([asked?.reason, asked?.description, others]).toEqual(['row-not-readable', bad, []])
  expect(await book.tell(`review resolve ${asked?.id} --as purchase --account huabei`)).toMatchObject({
    code: 1,
    err: 'This row could not be read; please give its amount and day\n',
  })
  await book.story(`review resolve ${asked?.id} --as purchase --account huabei --amount 12.30 --on 2026-08-02`)
  expect([await reviews(), await total()]).toEqual([[], '22.30'])
  // The same file again knows the row, and that it was answered.
  await book.story(`import ${path}`)
  expect([await reviews(), await total()]).toEqual([[], '22.30'])
  // That was no step: what is taken back are the answer and the import.
  await book.story('undo\nundo')
  expect([await reviews(), await total()]).toEqual([[], '0.00'])
  await book.story(`import ${path}`)
  expect((await reviews()).map(({ reason }) => reason)).toEqual(['row-not-readable'])
})

it('a row that cannot be read and is not about credit is left alone for good', async () => {
  const { book, path, reviews } = bookWith([row(), bad])
  await book.story(`import ${path}`)
  await book.story(`review resolve ${(await reviews())[0]?.id} --ignore`)
  await book.story(`import ${path}`)
  expect(await reviews()).toEqual([])
})

it('a file whose rows all fail for the same reason says so once and writes nothing', async () => {
  const { book, path } = bookWith([row({ amount: '1.2E+05' }), row({ amount: '3.4E+05' }), row({ amount: '5E+05' })])
  const { code, err } = await book.tell(`import ${path}`)
  expect(code).toBe(1)
  expect(err).toContain('None of the 3 rows can be read, all for the same reason: The amount was turned into')
  expect(await book.ask('history')).toMatchObject({ actions: [] })
})

// The second was recorded when its bill was marked as paid.
it.each(['2026-08-10', '2026-08-30'])(
  'a repayment made by hand on %s and the row that says the same are asked, not merged',
  async (on) => {
    const paid = creditRow({
      description: '花呗主动还款',
      amount: '50.00',
      time: '2026-08-09 10:00:00',
      orderNo: '2026080929020999870179346714',
    })
    const { book, path, reviews } = bookWith([row({ amount: '80.00', time: '2026-07-20 10:00:00' }), paid])
    await book.story(`
    account add --kind huabei --statement-day 1 --due-day 10
    repay add --amount 50 --on ${on} --split huabei=50
    import ${path}
  `)
    const [asked] = await reviews()
    expect(asked).toMatchObject({ reason: 'possible-double', proposal: { kind: 'double', other: { amount: '50.00' } } })
    const repaid = async () => ((await book.ask('entry list --kind repayment')) as { total: number }).total
    expect(await repaid()).toBe(2)
    await book.story(`review resolve ${asked?.id} --replaces`)
    expect([await repaid(), await reviews()]).toEqual([1, []])
    await book.story('undo')
    await book.story(`review resolve ${asked?.id} --as unrelated`)
    expect([await repaid(), await reviews()]).toEqual([1, []])
    await book.story(`undo\nreview resolve ${asked?.id} --ignore`)
    expect([await repaid(), await reviews()]).toEqual([2, []])
    await book.story(`import ${path}`)
    expect([await repaid(), await reviews()]).toEqual([2, []])
  },
)

it('a number that comes again with another amount is asked', async () => {
  const { book, path, write, reviews, total } = bookWith([row({ amount: '10.00' })])
  await book.story(`import ${path}`)
  write([row({ amount: '12.00' })])
  const read = (await book.ask(`import ${path}`)) as Read & { readonly rows: readonly { fate: string }[] }
  expect(read.rows.map(({ fate }) => fate)).toEqual(['conflict'])
  const [asked] = await reviews()
  expect([asked?.reason, await total()]).toEqual(['number-taken', '22.00'])
  await book.story(`review resolve ${asked?.id} --replaces`)
  expect([await reviews(), await total()]).toEqual([[], '12.00'])
  await book.story(`import ${path}`)
  expect([await reviews(), await total()]).toEqual([[], '12.00'])
})

it('the web export never takes a purchase off Huabei that the app export put there', async () => {
  const book = openBook('2026-09-15')
  const web = join(book.folder, 'web.csv')
  const text = new TextDecoder('gb18030').decode(
    readFileSync(join(import.meta.dirname, '../fixtures/alipay-web-2020-gbk.csv')),
  )
  writeFileSync(web, text.replace('账号:[faker@faker.com]', '账号:[137****6428]'))
  const app = join(book.folder, 'app.csv')
  const same = { orderNo: '2020090522001474514478035562', time: '2020-09-05 12:45:31', amount: '27.00' }
  writeFileSync(app, file([row(same)]))
  const owed = async () => ((await book.ask('owed')) as { total: string }).total
  await book.story(`import ${app}`)
  const alone = await owed()
  const read = (await book.ask(`import ${web}`)) as Read
  expect(read.counts).toMatchObject({ purchase: 1, kept: 9, duplicate: 1 })
  expect(await book.ask('entry list --kind purchase')).toMatchObject({ total: 1 })
  await book.story('undo\nundo')
  await book.story(`import ${web}`)
  const first = (await book.ask(`import ${app}`)) as Read
  expect(first.counts).toMatchObject({ updated: 1 })
  expect(await book.ask('entry list --kind purchase')).toMatchObject({ total: 1 })
  expect(alone).not.toBe('0.00')
})

it('says what is odd about a file', async () => {
  const { book, path } = bookWith([row()])
  writeFileSync(path, readFileSync(path, 'utf8').replace(/共\d+笔记录/, '共3笔记录'))
  expect(await book.story(`import ${path} --dry-run`)).toContain(
    '! The file announces 3 rows but holds 1. It may be cut off: download it again.\n',
  )
})

it('what is owed says that rows wait and that it rests on assumptions, until they are answered', async () => {
  const { book, path, reviews } = bookWith([row(), bad])
  await book.story(`import ${path}`)
  const said = (await book.story('owed')).split('\n').slice(1, 3)
  expect(said).toEqual([
    '! 1 row may move this figure once you answer: review list',
    '! It rests on assumptions that were not compared with Alipay',
  ])
  await book.story(`review resolve ${(await reviews())[0]?.id} --ignore`)
  await book.story('account terms huabei --from 2020-01-01 --set statementDay=1 --set dueDay=10')
  expect((await book.story('owed')).match(/^!.*$/gm)).toBe(null)
})
