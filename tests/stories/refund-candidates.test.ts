import { expect, it } from 'vitest'
import { openBook } from './book.ts'

/** A refund that is entered by hand names its purchase among those that fit: by shop, amount and time. */

async function bookOfPurchases() {
  const book = openBook('2026-11-26')
  await book.story(`
    account add --kind huabei --id huabei
    account add --kind credit-purchase --id js --lender 江苏银行
    purchase add huabei --amount 299 --on 2026-10-12 --label 优衣库 --id coat
    purchase add huabei --amount 40 --on 2026-11-20 --label 宜家 --id lamp
    purchase add huabei --amount 30 --on 2026-11-21 --label 超市 --id food
    purchase add huabei --amount 30 --on 2026-11-23 --label 餐馆 --id later
    purchase add huabei --amount 500 --on 2026-03-01 --label 宜家 --id old
    purchase add js --amount 30 --on 2026-11-21 --label 宜家 --id elsewhere
  `)
  const candidates = async (asked: string) =>
    (
      (await book.ask(`refund candidates huabei ${asked}`)) as { candidates: readonly { entry: string }[] }
    ).candidates.map(({ entry }) => entry)
  return { book, candidates }
}

it('offers those of the shop first, then those of the amount, then the newest; none that is newer or smaller', async () => {
  const { book, candidates } = await bookOfPurchases()
  expect(await candidates('--amount 30 --on 2026-11-22 --label 宜家')).toEqual(['lamp', 'food', 'coat'])
  expect(await candidates('--amount 30')).toEqual(['later', 'food', 'lamp', 'coat'])
  expect(await candidates('--amount 300')).toEqual([])
  expect(await candidates('')).toEqual(['later', 'food', 'lamp', 'coat'])
  expect(await book.story('refund candidates huabei --amount 300')).toBe('No purchase fits.\n')
})

it('offers no purchase of which not so much is left', async () => {
  const { book, candidates } = await bookOfPurchases()
  await book.story('refund add huabei --amount 25 --of lamp --on 2026-11-24')
  expect(await candidates('--amount 20 --label 宜家')).toEqual(['later', 'food', 'coat'])
  expect(await candidates('--amount 15 --label 宜家')).toEqual(['lamp', 'later', 'food', 'coat'])
  await book.story('refund add huabei --amount 30 --of food --on 2026-11-24')
  expect(await candidates('')).toEqual(['later', 'lamp', 'coat'])
})
