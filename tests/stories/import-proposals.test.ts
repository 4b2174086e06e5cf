import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/** What an import proposes and never imposes: the days of an account, and the accounts of a combined repayment. */

type Proposal = {
  readonly kind: string
  readonly remembered?: boolean
  readonly parts?: readonly { account: string }[]
}
type Review = { readonly id: string; readonly reason: string; readonly proposal: Proposal }

const automatic = (month: string, day: string) =>
  creditRow({
    description: `花呗自动还款-2026年${month}月账单`,
    time: `2026-${month}-${day} 08:00:00`,
    orderNo: `2026${month}${day}29020999870179346714`,
  })

async function reviewsOf(rows: readonly string[]) {
  const book = openBook('2026-09-25')
  const path = join(book.folder, 'statement.csv')
  writeFileSync(path, file(rows))
  await book.story(`import ${path}`)
  const reviews = async () => ((await book.ask('review list')) as { review: readonly Review[] }).review
  return { book, reviews }
}

it('three automatic repayments that agree propose the days, and whoever states them is asked no more', async () => {
  const { book, reviews } = await reviewsOf([automatic('09', '20'), automatic('08', '20'), automatic('07', '20')])
  expect(await reviews()).toMatchObject([
    { reason: 'days-proposed', proposal: { kind: 'days', account: 'huabei', statementDay: 10, dueDay: 20 } },
  ])
  const days = async () => {
    const { accounts } = (await book.ask('account list')) as { accounts: readonly { terms: object }[] }
    return accounts[0]?.terms
  }
  expect(await days()).toMatchObject({ statementDay: 1, dueDay: 10 })
  await book.story('account terms huabei --from 1900-01-01 --set statementDay=10 --set dueDay=20')
  expect([await reviews(), await days()]).toMatchObject([[], { statementDay: 10, dueDay: 20 }])
})

it('two are too few, and three that differ agree on nothing', async () => {
  expect(await (await reviewsOf([automatic('09', '20'), automatic('08', '20')])).reviews()).toEqual([])
  const differing = [automatic('09', '20'), automatic('08', '21'), automatic('07', '20')]
  expect(await (await reviewsOf(differing)).reviews()).toEqual([])
})

const combined = (month: string, amount: string) =>
  creditRow({
    counterparty: '花呗|信用购',
    description: `自动还款-花呗|信用购2026年${month}月账单`,
    amount,
    time: `2026-${month}-10 08:00:00`,
    orderNo: `2026${month}1029020999870179349999`,
  })

it('where nothing matches, the accounts named last time are proposed for the next combined repayment', async () => {
  const bought = (month: string, method: string, at: string) =>
    row({ method, amount: '100.00', time: `2026-${month}-05 12:00:00`, orderNo: `2026${month}05220014745${at}` })
  const { book, reviews } = await reviewsOf([
    combined('09', '90.00'),
    bought('08', '花呗', '1'),
    bought('08', '江苏银行信用购', '2'),
    bought('08', '平安银行信用购', '3'),
    combined('08', '60.00'),
    bought('07', '花呗', '4'),
    bought('07', '江苏银行信用购', '5'),
    bought('07', '平安银行信用购', '6'),
  ])
  const accountsOf = (review: Review | undefined) => review?.proposal.parts?.map(({ account }) => account)
  const [september, august] = await reviews()
  expect([accountsOf(september)?.length, september?.proposal.remembered]).toEqual([3, false])
  await book.story(`review resolve ${august?.id} --split huabei=40 --split credit-purchase:江苏银行=20`)
  const [next] = await reviews()
  expect([accountsOf(next)?.sort(), next?.proposal.remembered]).toEqual([['credit-purchase:江苏银行', 'huabei'], true])
})
