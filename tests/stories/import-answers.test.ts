import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** Questions whose answer decides about money, each from its row to what is owed, and the same file asks none again. */

type Review = { readonly id: string; readonly reason: string }

type Closure = { readonly requirements: readonly { readonly code: string; readonly status: string }[] }

const number = (last: number) => `202608012200147451400000000${last}`

const CASES: readonly {
  readonly reason: string
  readonly rows: readonly string[]
  readonly before: string
  readonly answer: string
  readonly after: string
}[] = [
  {
    reason: 'refund-method-missing',
    rows: [
      row({ status: '退款成功', direction: '不计收支', method: '', amount: '4.00', orderNo: `${number(1)}_9` }),
      row({ orderNo: number(1) }),
    ],
    before: '6.00',
    answer: '--as unrelated',
    after: '10.00',
  },
  {
    reason: 'lender-not-named',
    rows: [
      row({ orderNo: number(1), method: '信用购' }),
      row({ orderNo: number(2), method: '江苏银行信用购', amount: '5.00' }),
    ],
    before: '5.00',
    answer: '--as purchase --account credit-purchase:江苏银行',
    after: '15.00',
  },
  {
    reason: 'marked-not-counted',
    rows: [row({ direction: '不计收支' })],
    before: '10.00',
    answer: '--ignore',
    after: '10.00',
  },
  {
    reason: 'unknown-status',
    rows: [row({ orderNo: number(1), status: '从没见过的状态' }), row({ orderNo: number(2), amount: '5.00' })],
    before: '15.00',
    answer: '--as unrelated',
    after: '5.00',
  },
  {
    reason: 'unknown-status',
    rows: [
      creditRow({ description: '花呗主动还款', status: '处理中', amount: '4.00', orderNo: number(1) }),
      row({ orderNo: number(2) }),
    ],
    before: '10.00',
    answer: '--as repayment --account huabei',
    after: '6.00',
  },
]

it.each(CASES)('$reason: $before is owed before the answer $answer, $after after it', async (one) => {
  const book = openBook('2026-08-20')
  const path = join(book.folder, 'statement.csv')
  writeFileSync(path, file(one.rows))
  await book.story(`import ${path}`)
  const reviews = async () => ((await book.ask('review list')) as { review: readonly Review[] }).review
  const owed = async () => ((await book.ask('owed')) as { total: string }).total
  const [asked, ...others] = await reviews()
  expect([asked?.reason, others, await owed()]).toEqual([one.reason, [], one.before])
  // What waits for an answer stands in the way of closing.
  const closing = async () => ((await book.ask('closure --target huabei')) as Closure).requirements
  const answered = async () => (await closing()).find(({ code }) => code === 'reviews-answered')?.status
  expect(await answered()).toBe('unmet')
  await book.story(`review resolve ${asked?.id} ${one.answer}`)
  expect([await reviews(), await owed(), await answered()]).toEqual([[], one.after, 'met'])
  expect(await book.ask(`import ${path}`)).toMatchObject({ batch: null })
  expect([await reviews(), await owed()]).toEqual([[], one.after])
  await book.story('undo')
  expect([(await reviews()).length, await owed()]).toEqual([1, one.before])
})

/** 1,200.00 in three installments, of which the file does not say how much was the user's own money. */
it.each([
  ['a part of it was on credit', '--own 700 --account huabei', '700.00', [['huabei', '700.00']]],
  ['all of it was', '--own 1200 --account huabei', '1200.00', [['huabei', '1200.00']]],
  ['it was on another account', '--own 700 --account js', '700.00', [['js', '700.00']]],
  ['none of it was', '--own 0 --account huabei', '0.00', []],
  ['it is nothing of this ledger', '--as unrelated', '0.00', []],
  ['it paid a debt', '--as repayment --account huabei', '0.00', []],
])('the plan of a purchase spreads what was on credit: %s', async (_, answer, total, plans) => {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  writeFileSync(path, file([row({ amount: '1200.00', method: '账户余额&花呗分期(3期)' })]))
  await book.story(`account add --kind credit-purchase --id js\nimport ${path}`)
  expect(await book.ask('owed')).toMatchObject({ total: '1200.00' })
  const { review } = (await book.ask('review list')) as { readonly review: readonly Review[] }
  expect(review.map(({ reason }) => reason)).toEqual(['two-funding-legs'])
  for (const told of [`review resolve ${review[0]?.id} ${answer}`, `import ${path}`]) {
    await book.story(told)
    expect(await book.ask('owed')).toMatchObject({ total })
    const { entries } = (await book.ask('entry list --kind installments')) as {
      readonly entries: readonly { readonly account: string; readonly amount: string }[]
    }
    expect(entries.map(({ account, amount }) => [account, amount])).toEqual(plans)
    expect(await book.story('review list')).toBe('Nothing waits for your answer.\n')
  }
  await book.story('undo')
  expect(await book.ask('owed')).toMatchObject({ total: '1200.00' })
})
