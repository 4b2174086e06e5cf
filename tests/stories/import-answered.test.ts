import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/**
 * Rows that became an entry by the user's answer, and files that bring them again: the same, a newer one with another
 * status, an older one. It is there once, it stays as the user said, and it says which row of which file it is.
 */

const number = (last: number) => `202608012200147451400000000${last}`
const unclear = { description: '花呗主动还款', amount: '4.00', orderNo: number(1) }

type Read = { readonly batch: string | null; readonly counts: Readonly<Record<string, number>> }

function bookOf() {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  /** A file as it was made at an hour of one day: a later one is newer. */
  const read = async (rows: readonly string[], hour = 9): Promise<Read> => {
    const made = `导出时间：[2026-09-05 ${String(hour).padStart(2, '0')}:00:00]`
    writeFileSync(path, file(rows).replace(/导出时间：\[.*?\]/, made))
    return (await book.ask(`import ${path}`)) as Read
  }
  const asked = async () =>
    ((await book.ask('review list')) as { review: { id: string; reason: string }[] }).review.map(({ id }) => id)
  const answer = async (told: string) => book.story(`review resolve ${(await asked())[0]} ${told}`)
  const now = async () => {
    const { entries } = (await book.ask('entry list')) as { entries: { id: string; kind: string; amount: string }[] }
    const { total } = (await book.ask('owed')) as { total: string }
    return { total, entries: entries.map(({ kind, amount }) => `${kind} ${amount}`) }
  }
  const ids = async () => ((await book.ask('entry list')) as { entries: { id: string }[] }).entries.map(({ id }) => id)
  return { book, path, read, asked, answer, now, ids }
}

const CASES: readonly {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly answer: string
  readonly total: string
  readonly entries: readonly string[]
}[] = [
  {
    what: 'a repayment whose status nobody knew',
    before: creditRow({ ...unclear, status: '处理中' }),
    after: creditRow({ ...unclear, status: '还款成功' }),
    answer: '--as repayment --account huabei',
    total: '6.00',
    entries: ['repayment 4.00', 'purchase 10.00'],
  },
  {
    what: 'one of which the user gave another day and amount',
    before: creditRow({ ...unclear, status: '处理中' }),
    after: creditRow({ ...unclear, status: '还款成功' }),
    answer: '--as repayment --account huabei --amount 3 --on 2026-08-05',
    total: '7.00',
    entries: ['repayment 3.00', 'purchase 10.00'],
  },
  {
    what: 'one that is none of this ledger',
    before: creditRow({ ...unclear, status: '处理中' }),
    after: creditRow({ ...unclear, status: '还款成功' }),
    answer: '--as unrelated',
    total: '10.00',
    entries: ['purchase 10.00'],
  },
  {
    what: 'a purchase on two credit accounts, of which one is said',
    before: row({ amount: '100.00', method: '花呗&江苏银行信用购', orderNo: number(1) }),
    after: row({ amount: '100.00', method: '花呗&江苏银行信用购', orderNo: number(1), category: '其他' }),
    answer: '--own 60 --account huabei',
    total: '70.00',
    entries: ['purchase 60.00', 'purchase 10.00'],
  },
  {
    what: 'a purchase of a lender that is not named',
    before: row({ method: '信用购', orderNo: number(1), status: '等待确认收货' }),
    after: row({ method: '信用购', orderNo: number(1), status: '交易成功' }),
    answer: '--as purchase --account huabei',
    total: '20.00',
    entries: ['purchase 10.00', 'purchase 10.00'],
  },
]

const bought = row({ orderNo: number(2) })

it.each(CASES)('$what: the same, a newer and an older file bring it no second time', async (one) => {
  const { read, asked, answer, now, book, path } = bookOf()
  await read([one.before, bought], 9)
  await answer(one.answer)
  const said = { total: one.total, entries: expect.arrayContaining([...one.entries]) }
  expect(await now()).toEqual(said)
  expect((await now()).entries.length).toBe(one.entries.length)
  for (const [rows, hour] of [
    [[one.before, bought], 9],
    [[one.after, bought], 12],
    [[one.before, bought], 9],
    [[one.after, bought], 15],
    [[one.before, bought], 7],
  ] as const) {
    await read(rows, hour)
    expect([await now(), await asked()]).toEqual([said, []])
    expect((await now()).entries.length).toBe(one.entries.length)
  }
  expect(await book.ask(`import ${path}`)).toMatchObject({ batch: null })
})

it.each(CASES)('$what: undone with its import and done again, before and after a newer file', async (one) => {
  const { book, read, answer, now, asked } = bookOf()
  const nothing = { total: '0.00', entries: [] }
  await read([one.before, bought], 9)
  const [question, unanswered] = [await asked(), await now()]
  await answer(one.answer)
  const answered = await now()
  await book.story('undo')
  expect([await now(), await asked()]).toEqual([unanswered, question])
  await book.story('undo')
  expect(await now()).toEqual(nothing)
  await book.story('redo\nredo')
  expect([await now(), await asked()]).toEqual([answered, []])
  const { batch } = await read([one.after, bought], 12)
  expect(await now()).toEqual(answered)
  if (batch !== null) await book.story('undo\nredo\nundo')
  expect([await now(), await asked()]).toEqual([answered, []])
  await book.story('undo')
  expect([await now(), await asked()]).toEqual([unanswered, question])
})

it('what the user changed after answering stays, whichever file comes', async () => {
  const { book, read, answer, now, ids, asked } = bookOf()
  await read([creditRow({ ...unclear, status: '处理中' }), bought], 9)
  await answer('--as repayment --account huabei')
  await book.story(`entry edit ${(await ids())[0]} --amount 3.50 --on 2026-08-03 --label 我还的`)
  const said = await now()
  expect(said.entries).toEqual(['repayment 3.50', 'purchase 10.00'])
  for (const [status, hour] of [
    ['处理中', 7],
    ['还款成功', 12],
    ['处理中', 9],
    ['还款成功', 15],
  ] as const) {
    await read([creditRow({ ...unclear, status }), bought], hour)
    expect([await now(), await asked()]).toEqual([said, []])
  }
})

it('says from which row of which file it came, through every correction', async () => {
  const { book, read, answer, ids } = bookOf()
  const line = creditRow({ ...unclear, status: '处理中' })
  await read([line, bought], 9)
  await answer('--as repayment --account huabei')
  const [id = ''] = await ids()
  const origin = { kind: 'import', file: 'statement.csv', line: 25, why: 'credit-row-with-unknown-status', raw: line }
  expect(await book.ask(`entry show ${id}`)).toMatchObject({ origin })
  await book.story(`entry edit ${id} --amount 3.50`)
  expect(await book.ask(`entry show ${id}`)).toMatchObject({ origin, history: [{ origin }] })
  expect(await book.story(`entry show ${id}`)).toContain('statement.csv, line 25')
})

it('an entry by hand says that nobody but the user brought it', async () => {
  const { book, ids } = bookOf()
  await book.story('account add --kind huabei\npurchase add --account huabei --amount 10 --on 2026-08-01')
  const [id = ''] = await ids()
  expect(await book.ask(`entry show ${id}`)).toMatchObject({ origin: { kind: 'user' } })
})

it('a row that was taken by hand and corrected is known again in a newer file that says more', async () => {
  const { book, path, read, now, ids } = bookOf()
  const paid = { orderNo: number(1), amount: '30.00', method: '余额宝' }
  await read([row(paid)], 9)
  await book.story(`import ${path} --take 25=huabei`)
  await book.story(`entry edit ${(await ids())[0]} --amount 20`)
  await read([row({ ...paid, method: '花呗', category: '其他' })], 12)
  expect(await now()).toEqual({ total: '20.00', entries: ['purchase 20.00'] })
})

it('a row that could not be read and was mended says where it stands', async () => {
  const { book, read, asked, ids } = bookOf()
  await read([row({ amount: '十元', orderNo: number(1) }), bought], 9)
  await book.story(`review resolve ${(await asked())[0]} --as purchase --account huabei --amount 10 --on 2026-08-01`)
  const id = (await ids()).find((one) => !one.startsWith(number(2))) ?? ''
  expect(await book.ask(`entry show ${id}`)).toMatchObject({
    origin: { kind: 'import', line: 25, file: 'statement.csv' },
  })
  expect(await book.story(`entry show ${id}`)).toContain('line 25: The amount is not a number')
})
