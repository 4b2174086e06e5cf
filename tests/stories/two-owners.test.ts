import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook } from './book.ts'

/**
 * A family card from both sides in one ledger (formats.md 2.8): the payer's Huabei owes what the other spends; the same
 * purchase in the other's own statement owes nothing. Whose debts are whose stays apart in every answer.
 */

const PAYER = '137****6428'
const CHILD = 'child@example.com'
const of = (owner: string, rows: readonly string[]): string => file(rows).replace(PAYER, owner)

const at = { time: '2026-08-10 12:00:00' }
const order = (n: number): string => `20260810220014745140000001${String(n).padStart(2, '0')}`
const card = { ...at, category: '亲友代付', counterparty: '某药店', description: '亲情卡', amount: '60.00' }

const payerRows = [
  row({ ...card, status: '代付成功', orderNo: order(1) }),
  row({
    ...card,
    description: '退款-亲情卡',
    direction: '不计收支',
    status: '退款成功',
    amount: '20.00',
    orderNo: `${order(1)}_1`,
  }),
  row({ ...at, amount: '100.00', orderNo: order(2) }),
]
const childRows = [
  row({
    ...card,
    category: '医疗健康',
    description: '药品',
    direction: '不计收支',
    method: '亲情卡(家人)',
    orderNo: order(1),
  }),
  row({
    ...card,
    category: '退款',
    description: '退款-药品',
    direction: '不计收支',
    method: '亲情卡(家人)',
    status: '退款成功',
    amount: '20.00',
    orderNo: `${order(1)}_1`,
  }),
  row({ ...at, amount: '30.00', orderNo: order(3) }),
]

type Owed = { readonly total: string; readonly accounts: readonly { readonly id: string; readonly total: string }[] }
type Book = ReturnType<typeof openBook>

async function bookOfTwo(first: 'payer' | 'child'): Promise<Book> {
  const book = openBook('2026-08-20')
  const files = { payer: of(PAYER, payerRows), child: of(CHILD, childRows) }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(book.folder, `${name}.csv`), text)
  const second = first === 'payer' ? 'child' : 'payer'
  for (const name of [first, second]) await book.story(`import ${join(book.folder, `${name}.csv`)}`)
  return book
}

type Named = { readonly id: string; readonly name: string; readonly owner: string }
const accounts = async (book: Book) => ((await book.ask('account list')) as { accounts: readonly Named[] }).accounts

it.each(['payer', 'child'] as const)('counts once what both sides tell, the %s first', async (first) => {
  const book = await bookOfTwo(first)
  const owed = (await book.ask('owed')) as Owed
  expect(owed.total).toBe('170.00')
  const named = await accounts(book)
  const owners = new Map(named.map(({ id, owner }) => [id, owner]))
  expect(new Map(owed.accounts.map((one) => [owners.get(one.id), one.total]))).toEqual(
    new Map([
      [PAYER, '140.00'],
      [CHILD, '30.00'],
    ]),
  )
  // The second one's account is told by whose it is, not by the mark that ids carry.
  expect(named.map(({ name }) => name).sort()).toEqual(['花呗', `花呗 · ${first === 'payer' ? CHILD : PAYER}`])
  for (const name of ['payer', 'child']) await book.story(`import ${join(book.folder, `${name}.csv`)}`)
  expect(((await book.ask('owed')) as Owed).total).toBe('170.00')
})

it('judges each side by its own debts', async () => {
  const book = await bookOfTwo('payer')
  const named = await accounts(book)
  const idOf = (owner: string): string => named.find((one) => one.owner === owner)?.id ?? ''
  const openOf = async (owner: string) => {
    const { requirements } = (await book.ask(`closure --target huabei --owner ${owner}`)) as {
      requirements: readonly { status: string; kind: string; account?: string }[]
    }
    return JSON.stringify(requirements)
  }
  const before = { payer: await openOf(PAYER), child: await openOf(CHILD) }
  await book.story(`repay add --amount 30 --on 2026-08-20 --split ${idOf(CHILD)}@2026-09=30`)
  const after = { payer: await openOf(PAYER), child: await openOf(CHILD) }
  expect([after.payer === before.payer, after.child === before.child]).toEqual([true, false])
  const { accounts: left } = (await book.ask('owed')) as Owed
  expect(new Map(left.map(({ id, total }) => [id, total]))).toEqual(
    new Map([
      [idOf(PAYER), '140.00'],
      [idOf(CHILD), '0.00'],
    ]),
  )
})

it('closing asked for no target answers for one owner too, who need not have every kind of account', async () => {
  const book = openBook('2026-09-05')
  await book.story(`
    account add --kind huabei --id a --owner anna
    account add --kind borrow --id b --owner bert
  `)
  const { closures } = (await book.ask('closure --owner bert')) as {
    readonly closures: readonly { readonly target: string }[]
  }
  expect(closures.map(({ target }) => target)).toEqual(['borrow'])
  expect((await book.tell('closure --owner carl')).err).toMatch(/carl/)
})

it.each(['payer', 'child'] as const)(
  'an account of no owner becomes that of the first file’s, the %s’s',
  async (first) => {
    const book = openBook('2026-08-20')
    await book.story('account add --kind huabei --id mine --statement-day 1 --due-day 10')
    const second = first === 'payer' ? 'child' : 'payer'
    const owners = { payer: PAYER, child: CHILD }
    const rows = { payer: payerRows, child: childRows }
    for (const name of [first, second, first] as const) {
      writeFileSync(join(book.folder, `${name}.csv`), of(owners[name], rows[name]))
      await book.story(`import ${join(book.folder, `${name}.csv`)}`)
    }
    const owned = async () => (await accounts(book)).map(({ id, owner }) => [id, owner])
    expect(await owned()).toEqual([
      ['mine', owners[first]],
      ['huabei', owners[second]],
    ])
    const { accounts: owed } = (await book.ask('owed')) as Owed
    const totals = { payer: '140.00', child: '30.00' }
    expect(owed.map(({ id, total }) => [id, total])).toEqual([
      ['mine', totals[first]],
      ['huabei', totals[second]],
    ])
    await book.story('undo\nundo')
    expect(await owned()).toEqual([['mine', '']])
  },
)

describe('a copy whose first lines were cut says nothing of an owner', () => {
  const cut = (rows: readonly string[]): string => {
    const text = file(rows)
    return text.slice(text.indexOf('交易时间,'))
  }
  const bought = row({ ...at, amount: '7.00', orderNo: order(4) })
  const owedAfter = async (book: Book, text: string) => {
    writeFileSync(join(book.folder, 'cut.csv'), text)
    await book.story(`import ${join(book.folder, 'cut.csv')}`)
    const owed = (await book.ask('owed')) as Owed
    return owed.accounts.map(({ id, total }) => [id, total])
  }

  it.each([
    ['that was entered by hand', 'account add --kind huabei --id mine --statement-day 1 --due-day 10', 'mine'],
    ['that a file brought', '', 'huabei'],
  ])('it is of the only account, one %s', async (_, told, id) => {
    const book = openBook('2026-08-20')
    writeFileSync(join(book.folder, 'payer.csv'), of(PAYER, payerRows))
    await book.story(`${told}\nimport ${join(book.folder, 'payer.csv')}`)
    expect(await owedAfter(book, cut(payerRows))).toEqual([[id, '140.00']])
    expect(await owedAfter(book, cut([...payerRows, bought]))).toEqual([[id, '147.00']])
    expect((await accounts(book)).map(({ owner }) => owner)).toEqual([PAYER])
  })

  it('says whose accounts its rows are put on, where it brings any', async () => {
    const book = openBook('2026-08-20')
    writeFileSync(join(book.folder, 'payer.csv'), of(PAYER, payerRows))
    await book.story(`import ${join(book.folder, 'payer.csv')}`)
    const told = async (text: string) => {
      writeFileSync(join(book.folder, 'cut.csv'), text)
      return book.story(`import ${join(book.folder, 'cut.csv')} --dry-run`)
    }
    expect(await told(cut(payerRows))).not.toContain('whose it is')
    expect(await told(cut([...payerRows, bought]))).toContain(`its rows go to the accounts of ${PAYER}`)
    expect(await told(of(PAYER, [...payerRows, bought]))).not.toContain('whose it is')
  })

  it('and of neither where two may be meant', async () => {
    const book = await bookOfTwo('payer')
    const before = (await accounts(book)).map(({ owner }) => owner)
    expect((await owedAfter(book, cut([bought]))).map(([, total]) => total)).toEqual(['140.00', '30.00', '7.00'])
    expect((await accounts(book)).map(({ owner }) => owner)).toEqual([...before, ''])
  })
})
