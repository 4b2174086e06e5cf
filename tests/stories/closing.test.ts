import { expect, it } from 'vitest'
import { openBook } from './book.ts'

type Closure = {
  readonly verdict: string
  readonly requirements: readonly { readonly code: string; readonly status: string }[]
}

const CONFIRMATIONS = [
  'deposits-released',
  'auto-debits-moved',
  'alternative-ready',
  'records-exported',
  'consequences-read',
]

it('credit purchase may be closed only when everything is paid, copied, current and confirmed', async () => {
  const book = openBook('2026-07-25')
  const open = async () => {
    const { verdict, requirements } = (await book.ask('closure --target credit-purchase')) as Closure
    const codes = requirements
      .filter(({ status }) => status !== 'met' && status !== 'confirmed')
      .map(({ code }) => code)
    return [verdict, ...codes]
  }
  await book.story(`
    account add --kind huabei --opened 2024-01-01
    account add --kind credit-purchase --id js --lender 江苏银行 --opened 2025-03-05 --upgraded 2025-03-05
    purchase add js --id p1 --amount 300 --on 2026-06-08 --label Shoes
    purchase add js --id p2 --amount 20 --on 2026-06-09 --awaiting
  `)
  expect(await open()).toEqual([
    'blocked',
    'billed-zero',
    'receipts-confirmed',
    'overdue-zero',
    'used-quota-zero',
    'residue-watched',
    'records-current',
    ...CONFIRMATIONS,
  ])

  await book.story('entry delete p2\nrepay add js --amount 300 --on 2026-07-09 --bill 2026-07')
  expect(await open()).toEqual(['confirm', 'used-quota-zero', 'records-current', ...CONFIRMATIONS])

  await book.story(`quota copy js --used 0\nclosure current`)
  for (const code of CONFIRMATIONS)
    await book.story(`closure confirm --target credit-purchase --code ${code} --note seen`)
  expect(await open()).toEqual(['ready'])

  // A purchase that appears later takes the ground from under everything that was said before it.
  await book.story('account close huabei --on 2026-07-25')
  const later = await book.tell('purchase add js --amount 1 --on 2026-07-24')
  expect(later.code).toBe(0)
  expect((await open())[0]).toBe('blocked')
})

it('the day a bill is due is still in time, the day after costs', async () => {
  const book = openBook('2026-07-05')
  await book.story(`
    account add --kind huabei
    purchase add huabei --amount 1000 --on 2026-06-03
  `)
  const totalOn = async (on: string) => ((await book.ask(`quote huabei --on ${on}`)) as { total: string }).total
  expect([await totalOn('2026-07-10'), await totalOn('2026-07-11'), await totalOn('2026-07-20')]).toEqual([
    '1000.00',
    '1000.50',
    '1005.00',
  ])
})

it("two people's accounts: each is asked, confirmed and brought up to date for their own", async () => {
  const book = openBook('2026-07-25')
  await book.story(`
    account add --kind huabei --id mine --owner me --opened 2024-01-01
    account add --kind huabei --id hers --owner mother --opened 2024-01-01
    purchase add hers --amount 5 --on 2026-07-03
    quota copy mine --used 0
    closure current
  `)
  const open = async (owner: string) => {
    const { requirements } = (await book.ask(`closure --target huabei${owner}`)) as Closure
    return requirements.filter(({ status }) => status !== 'met' && status !== 'confirmed').map(({ code }) => code)
  }
  const unsaid = await book.tell('closure confirm --target huabei --code consequences-read --note read')
  expect([unsaid.code, unsaid.err]).toEqual([
    1,
    'Accounts of several people are kept here (me, mother): please say whose\n',
  ])
  for (const code of CONFIRMATIONS)
    await book.story(`closure confirm --target huabei --owner me --code ${code} --note seen`)
  expect(await open(' --owner me')).toEqual([])
  expect(await open(' --owner mother')).toEqual(['unbilled-zero', 'used-quota-zero', ...CONFIRMATIONS])
  expect(await open('')).toEqual(['unbilled-zero', 'used-quota-zero', ...CONFIRMATIONS])
  expect((await book.tell('closure --target huabei --owner nobody')).code).toBe(1)
})

it('asked for no target, says of each that could be closed where it stands', async () => {
  const book = openBook('2026-07-05')
  await book.story('account add --kind other --id card --name Card --balance 10 --interest none')
  expect(await book.story('closure')).toBe('No account in the ledger could be closed\n')
  await book.story(`
    account add --kind huabei --statement-day 1 --due-day 10
    account add --kind borrow --id jb
    bill add huabei 2026-07 --amount 120
  `)
  const said = await book.story('closure')
  expect(said.split('\n').filter((line) => /^Huabei|^Borrow|^To pay|--target/.test(line))).toEqual([
    'Huabei: not yet',
    'To pay today: ¥120.00',
    'One by one: closure --target huabei',
    'Borrow with Credit Loan: something is left to confirm',
    'To pay today: ¥0.00',
    'One by one: closure --target borrow',
  ])
  const { closures } = (await book.ask('closure')) as { readonly closures: readonly unknown[] }
  expect(closures).toEqual([await book.ask('closure --target huabei'), await book.ask('closure --target borrow')])
  expect(await book.story('closure --target huabei')).not.toMatch(/120\.00 ¥120\.00/)
})
