import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/**
 * The same money in a file and entered by hand (formats.md 6, cross-source): asked, whichever came first, and said
 * beside the figure that it makes too low.
 */

type Review = { readonly id: string; readonly reason: string; readonly proposal: { readonly kind: string } }

const PAID = creditRow({
  description: '花呗主动还款-2026年09月账单',
  amount: '50.00',
  time: '2026-09-03 10:00:00',
  orderNo: '2026090329020999870179346714',
})
const BOUGHT = row({ amount: '80.00', time: '2026-08-20 10:00:00' })

function bookWith(rows: readonly string[]) {
  const book = openBook('2026-09-05')
  const path = join(book.folder, 'statement.csv')
  writeFileSync(path, file(rows))
  const reviews = async () => ((await book.ask('review list')) as { review: readonly Review[] }).review
  const total = async () => ((await book.ask('owed')) as { total: string }).total
  return { book, path, reviews, total }
}

const DOUBLED = '! 50.00 of repayments and refunds may be there twice'
const TYPED = 'repay add huabei --amount 50 --on 2026-09-04'

describe('a repayment that a file has and that was entered by hand', () => {
  it.each(['first', 'afterwards'])('by hand %s, is asked and said', async (when) => {
    const { book, path, reviews, total } = bookWith([PAID, BOUGHT])
    await book.story('account add --kind huabei --statement-day 1 --due-day 10')
    await book.story(when === 'first' ? `${TYPED}\nimport ${path}` : `import ${path}\n${TYPED}`)
    expect((await reviews()).map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([
      ['possible-double', 'double'],
    ])
    expect(await book.story('owed')).toContain(DOUBLED)
    expect(await book.ask('owed')).toMatchObject({ doubled: '50.00' })
    expect(await total()).toBe('0.00')
    const [asked] = await reviews()
    for (const [answer, owed, left] of [
      ['--replaces', '30.00', 1],
      ['--as unrelated', '30.00', 1],
      ['--ignore', '0.00', 2],
    ] as const) {
      await book.story(`review resolve ${asked?.id} ${answer}`)
      expect(await reviews()).toEqual([])
      expect(await total()).toBe(owed)
      expect(await book.ask('entry list --kind repayment')).toMatchObject({ total: left })
      expect(await book.story('owed')).not.toContain('may be there twice')
      await book.story('undo')
    }
    await book.story(`review resolve ${asked?.id} --replaces\nimport ${path}`)
    expect([await reviews(), await total()]).toEqual([[], '30.00'])
  })

  it('is said where it is entered, with both ways to answer', async () => {
    const { book, path } = bookWith([PAID, BOUGHT])
    await book.story(`import ${path}`)
    const said = await book.story(TYPED)
    expect(said).toMatch(/^! A file brought one like it.*review resolve \S+ --replaces .*--ignore/m)
    expect(await book.story('repay add huabei --amount 7 --on 2026-09-04')).not.toContain('A file brought')
  })

  it('is not asked again once it was answered, but a further one is', async () => {
    const { book, path, reviews } = bookWith([PAID, BOUGHT])
    await book.story(`import ${path}\n${TYPED}`)
    await book.story(`review resolve ${(await reviews())[0]?.id} --ignore`)
    await book.story(`import ${path}`)
    expect(await reviews()).toEqual([])
    await book.story(TYPED)
    expect((await reviews()).map(({ reason }) => reason)).toEqual(['possible-double'])
  })

  it('of another amount, account or month is another one', async () => {
    const { book, path, reviews } = bookWith([PAID, BOUGHT])
    await book.story(`
      import ${path}
      account add --kind credit-purchase --id js
      repay add js --amount 50 --on 2026-09-03
      repay add huabei --amount 50.01 --on 2026-09-03
      repay add huabei --amount 50 --on 2026-08-08
    `)
    expect(await reviews()).toEqual([])
  })

  it.each(['first', 'afterwards'])('is asked as far back, by hand %s', async (when) => {
    const { book, path, reviews } = bookWith([PAID, BOUGHT])
    const typed = 'repay add huabei --amount 50 --on 2026-08-09'
    await book.story('account add --kind huabei --statement-day 1 --due-day 10')
    await book.story(when === 'first' ? `${typed}\nimport ${path}` : `import ${path}\n${typed}`)
    expect((await reviews()).map(({ reason }) => reason)).toEqual(['possible-double'])
  })
})

describe('a repayment of several accounts at once', () => {
  const COMBINED = creditRow({
    counterparty: '花呗|信用购',
    description: '主动还款-花呗|信用购2026年09月账单',
    amount: '80.00',
    time: '2026-09-03 10:00:00',
    orderNo: '2026090329020999870179346715',
  })
  const [HUABEI, OTHER] = [BOUGHT, BOUGHT.replace('花呗', '江苏银行信用购').replaceAll('80.00', '60.00')]
  const both = OTHER.replace(/2026\d{24}/, '2026082022001474514999999999')
  const typed = 'repay add --amount 80 --on 2026-09-04 --split huabei=50 --split credit-purchase:江苏银行=30 --id typed'
  const ACCOUNTS = `
    account add --kind huabei --statement-day 1 --due-day 10
    account add --kind credit-purchase --lender 江苏银行 --id credit-purchase:江苏银行 --statement-day 1 --due-day 10`
  const told = (when: string, path: string, ...words: readonly string[]) =>
    [ACCOUNTS, ...(when === 'first' ? [typed, `import ${path}`] : [`import ${path}`, typed]), ...words].join('\n')

  it.each(['first', 'afterwards'])('by hand %s, is asked beside the row that divides itself nowhere', async (when) => {
    const { book, path, reviews, total } = bookWith([COMBINED, HUABEI, both])
    await book.story(told(when, path))
    const asked = await reviews()
    expect(asked.map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([['possible-double', 'double']])
    expect(await book.ask('owed')).toMatchObject({ doubled: '80.00' })
    const scenario = join(book.folder, 'scenario.json')
    await book.story(`export --format scenario --out ${scenario}`)
    expect(await book.ask(`simulate ${scenario}`)).toMatchObject({ owed: { doubled: '80.00' } })
    expect(await book.story('owed')).toContain('! 80.00 of repayments and refunds may be there twice')
    // The same: the row stays, divided as it was said by hand.
    await book.story(`review resolve ${asked[0]?.id} --replaces`)
    expect([await reviews(), await total()]).toEqual([[], '60.00'])
    const owed = (await book.ask('owed')) as { readonly accounts: readonly { id: string; total: string }[] }
    expect(owed.accounts.map(({ id, total: left }) => [id, left])).toEqual([
      ['huabei', '30.00'],
      ['credit-purchase:江苏银行', '30.00'],
    ])
    await book.story(`import ${path}`)
    expect([await reviews(), await total()]).toEqual([[], '60.00'])
    // Two of them: how the row divides is asked next.
    await book.story(`undo\nreview resolve ${asked[0]?.id} --ignore`)
    expect((await reviews()).map(({ id, reason }) => [id, reason])).toEqual([[asked[0]?.id, 'combined-repayment']])
    expect(await book.ask('owed')).toMatchObject({ doubled: '0.00' })
    // Once the one by hand is gone, that is what is left to ask as well.
    await book.story('undo\nentry delete typed')
    expect((await reviews()).map(({ reason }) => reason)).toEqual(['combined-repayment'])
  })

  const PART = PAID.replace('花呗主动还款', '信用购主动还款')
    .replace('花呗,', '江苏银行信用购,')
    .replaceAll('50.00', '30.00')
  const OTHER_PART = PART.replace('46714', '46716')

  it.each(['first', 'afterwards'])('by hand %s, is asked beside a row for each of its parts', async (when) => {
    const { book, path, reviews, total } = bookWith([PAID, OTHER_PART, HUABEI, both])
    await book.story(told(when, path))
    const wording = (await reviews()).find(({ reason }) => reason === 'unconfirmed-wording')
    await book.story(`review resolve ${wording?.id} --as repayment --account credit-purchase:江苏银行`)
    const asked = await reviews()
    expect(asked.map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([
      ['possible-double', 'double'],
      ['possible-double', 'double'],
    ])
    expect(await book.ask('owed')).toMatchObject({ total: '0.00', doubled: '80.00' })
    // The same: both rows are dropped, one after the other, and the one by hand stays as it is.
    await book.story(asked.map(({ id }) => `review resolve ${id} --as unrelated`).join('\n'))
    expect([await reviews(), await total()]).toEqual([[], '60.00'])
    // Or the rows stay: with the one by hand goes what is asked of the other row.
    await book.story(`undo\nundo\nreview resolve ${asked[0]?.id} --replaces`)
    expect([await reviews(), await total()]).toEqual([[], '60.00'])
    expect(await book.ask('entry list --kind repayment')).toMatchObject({ total: 2 })
    // Once it is gone, nothing is asked any more.
    await book.story('undo\nentry delete typed')
    expect([await reviews(), await total()]).toEqual([[], '60.00'])
  })

  it.each(['first', 'afterwards'])('by hand %s, is asked beside a row of one of them', async (when) => {
    const { book, path, reviews } = bookWith([PAID.replaceAll('50.00', '80.00'), HUABEI, both])
    await book.story(told(when, path))
    expect((await reviews()).map(({ reason }) => reason)).toEqual(['possible-double'])
  })
})

describe('a purchase by hand that a refund or a plan names', () => {
  it('is not ended for the row that takes its place', async () => {
    const { book, path, reviews, total } = bookWith([BOUGHT])
    await book.story(`
      account add --kind huabei --statement-day 1 --due-day 10
      purchase add huabei --amount 80 --on 2026-08-20 --id p1
      refund add huabei --amount 30 --on 2026-08-25 --of p1 --id r1
      import ${path}
    `)
    const [asked] = await reviews()
    const before = await total()
    expect(await book.tell(`review resolve ${asked?.id} --replaces`)).toMatchObject({
      code: 1,
      err: '1 entry depends on it (refunds, installments or repayments); deal with it first\n',
    })
    expect([await total(), (await reviews()).length]).toEqual([before, 1])
    await book.story(`entry edit r1 --of ${asked?.id.replace('.review', '')}\nreview resolve ${asked?.id} --replaces`)
    expect([await total(), await reviews()]).toEqual(['50.00', []])
  })
})

describe('a question about money that is there twice', () => {
  it.each(['first', 'afterwards'])(
    'goes with the entry that was made by hand %s, and comes back with it',
    async (when) => {
      const { book, path, reviews, total } = bookWith([PAID, BOUGHT])
      await book.story('account add --kind huabei --statement-day 1 --due-day 10')
      const typed = `${TYPED} --id typed`
      await book.story(when === 'first' ? `${typed}\nimport ${path}` : `import ${path}\n${typed}`)
      await book.story('entry delete typed')
      expect([await reviews(), await total()]).toEqual([[], '30.00'])
      await book.story('undo')
      expect((await reviews()).map(({ proposal }) => proposal.kind)).toEqual(['double'])
      await book.story('entry edit typed --amount 51')
      expect(await reviews()).toEqual([])
      await book.story('entry edit typed --amount 50')
      expect((await reviews()).map(({ proposal }) => proposal.kind)).toEqual(['double'])
    },
  )

  it('is not asked again for a correction of something else', async () => {
    const { book, path, reviews } = bookWith([PAID, BOUGHT])
    await book.story(`import ${path}\n${TYPED} --id typed`)
    await book.story(`review resolve ${(await reviews())[0]?.id} --ignore\nentry edit typed --note seen`)
    expect(await reviews()).toEqual([])
  })

  it('is never asked without what it may be: purchases a day apart are, two days apart are not', async () => {
    const { book, path, reviews } = bookWith([PAID, BOUGHT])
    await book.story(`import ${path}\npurchase add huabei --amount 80 --on 2026-08-22`)
    expect(await reviews()).toEqual([])
    await book.story('purchase add huabei --amount 80 --on 2026-08-21')
    expect((await reviews()).map(({ proposal }) => proposal.kind)).toEqual(['double'])
  })

  it('goes with the last entry that it may be, where two rows were asked about one', async () => {
    const again = PAID.replace('2026-09-03 10', '2026-09-04 10').replace('46714', '46715')
    const { book, path, reviews, total } = bookWith([PAID, again, BOUGHT])
    await book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED}\nimport ${path}`)
    const asked = await reviews()
    expect(asked).toHaveLength(2)
    await book.story(`review resolve ${asked[0]?.id} --replaces`)
    expect([await reviews(), await total()]).toEqual([[], '0.00'])
    expect(await book.ask('entry list --kind repayment')).toMatchObject({ total: 2 })
  })

  it('is asked of what another ledger’s own CSV brings beside a file, and not of what came out of a file there', async () => {
    const there = bookWith([BOUGHT])
    await there.book.story(`import ${there.path}\n${TYPED}`)
    const csv = join(there.book.folder, 'own.csv')
    await there.book.story(`export --format csv --out ${csv}`)
    const { book, path, reviews } = bookWith([PAID])
    await book.story(`import ${path}\nimport ${csv}`)
    expect((await reviews()).map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([
      ['possible-double', 'double'],
    ])
    await book.story(`review resolve ${(await reviews())[0]?.id} --ignore\nimport ${csv}`)
    expect(await reviews()).toEqual([])
  })
})

describe('a newer version of a row', () => {
  const made = (hour: string, rows: readonly string[]) =>
    file(rows).replace(/导出时间：\[.*?\]/, `导出时间：[2026-09-04 ${hour}:00:00]`)
  const imported = async ({ book, path }: ReturnType<typeof bookWith>, hour: string, ...rows: readonly string[]) => {
    writeFileSync(path, made(hour, rows))
    await book.story(`import ${path}`)
  }
  const changed = (paid: string) => paid.replace('信用借还', '其他')
  const combined = PAID.replace('花呗,', '花呗|信用购,').replace('花呗主动还款-', '主动还款-花呗|信用购')

  it.each([
    ['of one account', PAID],
    ['of several accounts', combined],
  ])('ends no question about a repayment %s that was entered by hand', async (_, paid) => {
    const told = bookWith([])
    await told.book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED}`)
    await imported(told, '08', paid, BOUGHT)
    const asked = await told.reviews()
    expect(asked.map(({ reason }) => reason)).toEqual(['possible-double'])
    await imported(told, '09', changed(paid), BOUGHT)
    expect(await told.reviews()).toEqual(asked)
    expect(await told.book.ask('owed')).toMatchObject({ total: '0.00', doubled: '50.00' })
  })

  it('begins none anew that was answered', async () => {
    const told = bookWith([])
    await told.book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED}`)
    await imported(told, '08', PAID, BOUGHT)
    await told.book.story(`review resolve ${(await told.reviews())[0]?.id} --ignore`)
    await imported(told, '09', changed(PAID), BOUGHT)
    expect(await told.reviews()).toEqual([])
  })

  it('ends no question about a number that is taken', async () => {
    const told = bookWith([])
    const second = PAID.replace('50.00', '60.00').replace('10:00:00', '10:05:00')
    await imported(told, '08', PAID, second, BOUGHT)
    const asked = await told.reviews()
    expect(asked.map(({ reason }) => reason)).toEqual(['number-taken'])
    await imported(told, '09', PAID, changed(second), BOUGHT)
    expect(await told.reviews()).toEqual(asked)
  })

  it('that is an entry only now is compared with what was entered by hand', async () => {
    const told = bookWith([])
    await told.book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED}`)
    await imported(told, '08', PAID.replace('还款成功', '还款失败'), BOUGHT)
    expect(await told.reviews()).toEqual([])
    await imported(told, '09', PAID, BOUGHT)
    expect((await told.reviews()).map(({ reason }) => reason)).toEqual(['possible-double'])
  })
})

describe('a row that the user says is a repayment', () => {
  const unknown = PAID.replace('还款成功', '处理中')
  const paid = { amount: '50.00', time: '2026-09-03 10:00:00', method: '余额宝', direction: '不计收支' }
  const other = row({ ...paid, orderNo: '2026090322001474514000000009' })

  it('by an answer, is compared with what was entered by hand', async () => {
    const { book, path, reviews } = bookWith([unknown, BOUGHT])
    await book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED} --id typed\nimport ${path}`)
    const [asked] = await reviews()
    expect(asked?.reason).toBe('unknown-status')
    await book.story(`review resolve ${asked?.id} --as repayment --account huabei`)
    expect((await reviews()).map(({ id, reason }) => [id, reason])).toEqual([[asked?.id, 'possible-double']])
    expect(await book.ask('owed')).toMatchObject({ total: '0.00', doubled: '50.00' })
    await book.story('entry delete typed')
    expect([await reviews(), await book.ask('owed')]).toMatchObject([[], { total: '30.00', doubled: '0.00' }])
    await book.story(`undo\nreview resolve ${asked?.id} --replaces`)
    expect([await reviews(), await book.ask('owed')]).toMatchObject([[], { total: '30.00' }])
  })

  it('in the preview, is too', async () => {
    const { book, path, reviews } = bookWith([other, BOUGHT])
    await book.story(`account add --kind huabei --statement-day 1 --due-day 10\n${TYPED}`)
    await book.story(`import ${path} --take repayment:25=huabei`)
    expect((await reviews()).map(({ reason }) => reason)).toEqual(['possible-double'])
    expect(await book.ask('owed')).toMatchObject({ doubled: '50.00' })
  })
})

it('a purchase, a refund and a loan that a file brought are asked too, without a word about paying twice', async () => {
  const lent = creditRow({
    counterparty: '借呗',
    description: '借呗放款至银行卡',
    amount: '1000.00',
    status: '放款成功',
    time: '2026-08-01 10:00:00',
    orderNo: '2026080110193018150000000000560053330410',
  })
  const { book, path, reviews } = bookWith([BOUGHT, lent])
  await book.story(`
    import ${path}
    purchase add huabei --amount 80 --on 2026-08-20
    loan add borrow --principal 1000 --drawn 2026-08-01 --count 12 --daily-rate 0.03% --repay-day 1 --method equal-installment
  `)
  expect((await reviews()).map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([
    ['possible-double', 'double'],
    ['possible-double', 'double'],
  ])
  expect(await book.story('owed')).not.toContain('may be there twice')
  for (const { id } of await reviews()) await book.story(`review resolve ${id} --replaces`)
  expect(await book.ask('entry list --kind purchase')).toMatchObject({ total: 1 })
  expect(await book.ask('entry list --kind loan')).toMatchObject({ total: 1 })
})

describe('copies of a file that do not say when they were made', () => {
  const without = (text: string) => text.replace(/^导出时间.*\n/m, '')
  const at = { time: '2026-08-20 10:00:00', amount: '80.00' }
  const copy = (status: string) => without(file([row({ ...at, status })]))
  it.each([
    ['交易成功', '等待付款'],
    ['交易成功', '等待确认收货'],
    ['等待确认收货', '等待付款'],
  ])('%s is never turned back into %s', async (after, before) => {
    const { book, path, total } = bookWith([])
    writeFileSync(path, copy(after))
    await book.story(`import ${path}`)
    const [said, awaiting] = [await total(), await book.ask('entry list --kind purchase')]
    writeFileSync(path, copy(before))
    await book.story(`import ${path}`)
    expect([await total(), await book.ask('entry list --kind purchase')]).toEqual([said, awaiting])
    const fresh = bookWith([])
    for (const status of [before, after]) {
      writeFileSync(fresh.path, copy(status))
      await fresh.book.story(`import ${fresh.path}`)
    }
    expect(await fresh.total()).toBe(said)
  })
})
