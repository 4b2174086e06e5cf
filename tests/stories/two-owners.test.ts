import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
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
  expect(named.map(({ name }) => name).sort()).toEqual(['花呗', `花呗（${first === 'payer' ? CHILD : PAYER}）`])
  for (const name of ['payer', 'child']) await book.story(`import ${join(book.folder, `${name}.csv`)}`)
  expect(((await book.ask('owed')) as Owed).total).toBe('170.00')
})

it('tells a relative’s account from one’s own that was entered by hand, under whatever id it is kept', async () => {
  const book = openBook('2026-08-20')
  await book.story('account add --kind huabei --id mine --owner me')
  writeFileSync(join(book.folder, 'child.csv'), of(CHILD, childRows))
  await book.story(`import ${join(book.folder, 'child.csv')}`)
  expect((await accounts(book)).map(({ id, name }) => [id, name])).toEqual([
    ['mine', '花呗'],
    ['huabei', `花呗（${CHILD}）`],
  ])
})

it('an import says which accounts of nobody it makes the owner’s, before it does', async () => {
  const book = openBook('2026-08-20')
  await book.story('account add --kind huabei --id mine')
  const path = join(book.folder, 'child.csv')
  writeFileSync(path, of(CHILD, childRows))
  const claims = async () => ((await book.ask(`import ${path} --dry-run`)) as { claims: readonly string[] }).claims
  expect(await claims()).toEqual(['mine'])
  await book.story('account edit mine --owner me')
  expect(await claims()).toEqual([])
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

it('a dossier and a complaint pack of one person hold nothing of the other’s', async () => {
  const book = await bookOfTwo('payer')
  const named = await accounts(book)
  const mine = named.find((one) => one.owner === PAYER)?.id ?? ''
  const theirs = named.find((one) => one.owner === CHILD)?.id ?? ''
  await book.story(`repay add --amount 50 --on 2026-08-20 --split ${mine}@2026-09=20 --split ${theirs}@2026-09=30`)
  const path = join(book.folder, 'mine.html')
  await book.story(`export --format dossier --owner ${PAYER} --out ${path}`)
  const dossier = readFileSync(path, 'utf8')
  // Of the repayment for both, 20.00 were for this one: 140.00 less 20.00.
  expect([dossier.includes(CHILD), dossier.includes(theirs), dossier.includes('¥120.00')]).toEqual([false, false, true])
  await book.story(`case pack --owner ${PAYER} --out ${join(book.folder, 'mine.zip')}`)
  const packed = unzipSync(readFileSync(join(book.folder, 'mine.zip')))
  const texts = Object.values(packed).map((bytes) => new TextDecoder().decode(bytes))
  expect(texts.filter((text) => text.includes(CHILD))).toEqual([])
  expect((await book.tell('case pack --owner carl --out x.zip')).err).toMatch(/carl/)
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

  /** The child's copy without its first lines, before or after the payer's file; `owed` by owner. */
  async function mixed(order: readonly ('cut' | 'payer')[], more = '') {
    const book = openBook('2026-08-20')
    const path = (name: string) => join(book.folder, `${name}.csv`)
    writeFileSync(path('cut'), cut(childRows))
    writeFileSync(path('payer'), of(PAYER, payerRows))
    writeFileSync(path('child'), of(CHILD, childRows))
    const said: string[] = []
    for (const name of order) said.push(await book.story(`import ${path(name)} ${name === 'cut' ? more : ''}`))
    const owed = async () => {
      const named = await accounts(book)
      const { accounts: all } = (await book.ask('owed')) as Owed
      return Object.fromEntries(all.map(({ id, total }) => [named.find((one) => one.id === id)?.owner, total]))
    }
    return { book, path, said, owed }
  }

  it.each([
    ['first', ['cut', 'payer']],
    ['second', ['payer', 'cut']],
  ] as const)(
    'rows put on somebody else’s account, the copy read %s, move with their owner’s own file',
    async (_, order) => {
      const { book, path, said, owed } = await mixed(order)
      expect(said.at(-1)).toMatch(/does not say whose it is|did not say whose it is/)
      expect(await owed()).toEqual({ [PAYER]: '170.00' })
      const moved = await book.story(`import ${path('child')}`)
      expect(moved).toContain(`they move to the accounts of ${CHILD}`)
      const apart = { [PAYER]: '140.00', [CHILD]: '30.00' }
      expect(await owed()).toEqual(apart)
      // Whichever comes again, it stays so, and says nothing of it any more.
      for (const name of ['cut', 'payer', 'child', 'cut']) {
        const again = await book.story(`import ${path(name)}`)
        expect(again).not.toMatch(/whose it is|move to/)
        expect(await owed()).toEqual(apart)
      }
      await book.story('undo')
      expect(await owed()).toEqual({ [PAYER]: '170.00' })
      await book.story('redo')
      expect(await owed()).toEqual(apart)
    },
  )

  it('the user says whose it is, before it is mixed up or after', async () => {
    const apart = { [PAYER]: '140.00', [CHILD]: '30.00' }
    for (const order of [
      ['cut', 'payer'],
      ['payer', 'cut'],
    ] as const) {
      const { said, owed } = await mixed(order, `--owner ${CHILD}`)
      expect(said.join()).not.toMatch(/whose it is/)
      expect(await owed()).toEqual(apart)
    }
    const { book, path, owed } = await mixed(['payer', 'cut'])
    await book.story(`import ${path('cut')} --owner ${CHILD}`)
    expect(await owed()).toEqual(apart)
    // As the file prints it, whole or masked; never against what the file says itself.
    expect((await book.tell(`import ${path('payer')} --owner ${CHILD}`)).err).toContain(`of ${PAYER}`)
    expect((await book.tell(`import ${path('payer')} --owner 13712346428`)).code).toBe(0)
  })

  it('what was corrected there stays with the row', async () => {
    const { book, path, owed } = await mixed(['payer', 'cut'])
    const { entries } = (await book.ask('entry list --kind purchase')) as { entries: { id: string; amount: string }[] }
    const id = entries.find(({ amount }) => amount === '30.00')?.id
    await book.story(`entry edit ${id} --amount 25 --label 书`)
    await book.story(`import ${path('child')}`)
    expect(await owed()).toEqual({ [PAYER]: '140.00', [CHILD]: '25.00' })
    const after = (await book.ask('entry list --kind purchase')) as { entries: { label: string; amount: string }[] }
    expect(after.entries.filter(({ label }) => label === '书').map(({ amount }) => amount)).toEqual(['25.00'])
  })

  it('what was corrected or deleted is known by its number, whichever of the two copies came first', async () => {
    for (const order of [
      ['cut', 'child'],
      ['child', 'cut'],
    ] as const) {
      const { book, path, owed } = await mixed([])
      await book.story(`import ${path(order[0])}`)
      const { entries } = (await book.ask('entry list')) as { entries: { id: string }[] }
      await book.story(`entry edit ${entries[0]?.id} --amount 25\nimport ${path(order[1])}`)
      expect(await owed()).toEqual({ [CHILD]: '25.00' })
      await book.story(`entry delete ${entries[0]?.id}`)
      for (const again of order) await book.story(`import ${path(again)}`)
      expect(Object.values(await owed())).toEqual(['0.00'])
    }
  })

  it('a row that a spreadsheet took the number from is never somebody else’s row that reads alike', async () => {
    const book = openBook('2026-08-20')
    const damaged = row({ ...at, amount: '100.00', orderNo: '2.02608E+27' })
    writeFileSync(join(book.folder, 'payer.csv'), of(PAYER, payerRows))
    writeFileSync(join(book.folder, 'child.csv'), of(CHILD, [damaged]))
    await book.story(`import ${join(book.folder, 'payer.csv')}\nimport ${join(book.folder, 'child.csv')}`)
    expect(((await book.ask('owed')) as Owed).total).toBe('240.00')
  })
})
