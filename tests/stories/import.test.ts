import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { expectedFile, expectedRows } from '../statement-files/fixture-rows.ts'
import { openBook, page } from './book.ts'

const FILE = join(import.meta.dirname, '../fixtures/alipay-app-2026-gb18030.csv')

type Reviews = { readonly review: readonly { id: string; reason: string; proposal: { parts?: readonly Part[] } }[] }
type Part = { readonly account: string; readonly month: string; readonly amount: string }

it('a dry run says what every row becomes and makes no ledger', async () => {
  const book = openBook('2026-09-15')
  const read = (await book.ask(`import ${FILE} --dry-run`)) as { fileRows: number; rows: unknown[]; balances: string }
  expect([read.fileRows, read.rows.length, read.balances]).toEqual([79, 79, 'unchanged'])
  expect(await book.tell('owed')).toMatchObject({ code: 1, err: `No ledger at ${book.path}\n` })
})

it('one import is one step back, and the same file again changes nothing', async () => {
  const book = openBook('2026-09-15')
  await book.story(`import ${FILE}`)
  const owed = await book.ask('owed')
  const again = (await book.ask(`import ${FILE}`)) as { counts: { duplicate: number; updated: number } }
  // What was asked before is not counted as asked again.
  expect(again.counts).toMatchObject({ duplicate: 79, updated: 0, added: 0, review: 0 })
  expect(await book.ask('owed')).toEqual(owed)
  expect(await book.story(`import ${FILE}`)).toContain('nothing was written, and there is nothing to undo')
  await book.story('undo')
  expect(await book.ask('owed')).toMatchObject({ total: '0.00' })
  await book.story('redo')
  expect(await book.ask('owed')).toEqual(owed)
})

it('questions are answered one by one, and the answers survive the same file', async () => {
  const book = openBook('2026-09-15')
  await book.story(`import ${FILE}`)
  const { review } = (await book.ask('review list')) as Reviews
  expect(review.map(({ reason }) => reason)).toEqual([
    'refund-without-purchase',
    'refund-expected',
    'combined-repayment',
    'two-funding-legs',
    'combined-repayment',
  ])
  for (const { id, reason, proposal } of review) {
    const splits = (proposal.parts ?? []).map(({ account, month, amount }) => `--split ${account}@${month}=${amount}`)
    const answers: Readonly<Record<string, string>> = {
      'combined-repayment': splits.join(' '),
      'two-funding-legs': '--own 700 --account huabei',
      'refund-without-purchase': '--refund-of none',
      'refund-expected': '--ignore',
    }
    await book.story(`review resolve ${id} ${answers[reason]}`)
  }
  expect(await book.story('review list')).toBe('Nothing waits for your answer.\n')
  await book.story(`import ${FILE}`)
  expect(await book.story('review list')).toBe('Nothing waits for your answer.\n')
})

it('comes back whole from its own CSV, and answers the same from its scenario', async () => {
  const book = openBook('2026-09-15')
  const [csv, scenario] = [join(book.folder, 'own.csv'), join(book.folder, 'own.json')]
  await book.story(`
    import ${FILE}
    account add --kind other --id card --name "Card A" --balance 1000 --interest monthly-apr --rate 24% --minimum 25
    export --format csv --out ${csv}
    export --format scenario --out ${scenario}
  `)
  const questions = ['owed', 'bill list', 'project', 'closure --target huabei', 'quote huabei --on 2026-10-01']
  const answers = await Promise.all(questions.map((question) => book.ask(question)))
  const copy = openBook('2026-09-15')
  const dry = (await copy.ask(`import ${csv} --dry-run`)) as { added: number; batch: null }
  expect([dry.added > 60, dry.batch, (await copy.tell('owed')).code]).toEqual([true, null, 1])
  await copy.story(`import ${csv}`)
  for (const [index, question] of questions.entries()) expect(await copy.ask(question)).toEqual(answers[index])

  // It is backed up before like any import, once: the same file again is no step of the history.
  const backups = () => readdirSync(join(copy.folder, 'backups')).map((name) => name.replace(/^.*\d-/, ''))
  expect(backups()).toEqual(['before-import.huaqing'])
  expect(await copy.ask(`import ${csv}`)).toMatchObject({ added: 0, batch: null })
  expect([backups().length, (await copy.ask('history')) as object]).toMatchObject([1, { actions: [{ id: 1 }] }])

  const file = JSON.parse(readFileSync(scenario, 'utf8')) as object
  const plan = { from: '2026-09-15' }
  const ask = ['owed', 'projection', 'closure:huabei', 'quote:huabei@2026-10-01']
  writeFileSync(scenario, JSON.stringify({ ...file, plan, ask }))
  const answer = (await copy.ask(`simulate ${scenario}`)) as Answer
  const [owed, , projection, , quote] = answers
  expect(withoutExplain(answer.owed)).toEqual(withoutExplain(owed))
  expect(withoutExplain(answer.projection)).toEqual(withoutExplain(projection))
  expect(withoutExplain(answer.quotes[0])).toEqual(withoutExplain(quote))
})

type Answer = { readonly owed: unknown; readonly projection: unknown; readonly quotes: readonly unknown[] }

/** An answer without a ledger has its derivations in place, the ledger's has their ids. */
const withoutExplain = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json, (key, value) => (key === 'explain' ? undefined : value)))

it('one card is one account of a journal, whatever coupon helped it to pay', async () => {
  const book = openBook('2026-09-15')
  await book.story(`import ${FILE}`)
  const out = join(book.folder, 'own.journal')
  await book.story(`export --format hledger --out ${out}`)
  const journal = readFileSync(out, 'utf8')
  const sources = new Set([...journal.matchAll(/^ +(assets:.*?) {2}/gm)].map(([, name]) => name))
  expect([...sources].filter((name) => name?.includes('招商银行'))).toEqual(['assets:招商银行储蓄卡（8705）'])
  expect(journal).not.toContain('花呗金')
})

it('never overwrites a file that is there', async () => {
  const book = openBook('2026-09-15')
  const out = join(book.folder, 'own.csv')
  await book.story(`account add --kind huabei\nexport --format csv --out ${out}`)
  expect(await book.tell(`export --format csv --out ${out}`)).toMatchObject({
    code: 1,
    err: `${out} already exists and was left alone; choose another name, or --force to replace it\n`,
  })
  expect(await book.story(`export --format csv --out ${out} --force`)).toBe(page(`Written: ${out}`))
})

const FIXTURES = [
  'alipay-app-2026-gb18030.csv',
  'alipay-web-2020-gbk.csv',
  'wechat-2024.csv',
  'wechat-2025.xlsx',
  'wechat-2026.xlsx',
  'jd-2025.csv',
  'meituan-2026.csv',
]

/** What of a file is recorded, and what is only kept: `added` and `kept` of its counts. */
const RECORDED: Readonly<Record<string, readonly [added: number, kept: number]>> = {
  'alipay-app-2026-gb18030.csv': [55, 2],
  'alipay-web-2020-gbk.csv': [5, 10],
  'wechat-2024.csv': [0, 6],
  'wechat-2025.xlsx': [0, 6],
  'wechat-2026.xlsx': [0, 6],
  'jd-2025.csv': [0, 4],
  'meituan-2026.csv': [0, 4],
}

it.each(FIXTURES)('%s is read as it was expected to be', async (name) => {
  const book = openBook('2026-09-15')
  const path = join(import.meta.dirname, '../fixtures', name)
  const read = (await book.ask(`import ${path} --dry-run`)) as {
    counts: Readonly<Record<string, number>>
    rows: readonly ReadRow[]
    problems: []
  }
  const { row_count, kinds, format } = expectedFile(name)
  expect([read.rows.map(ofRead), read.problems]).toEqual([expectedRows(name).map(ofExpected), []])
  expect(read).toMatchObject({ format, fileRows: row_count, announcedRows: row_count })
  const { counts } = read
  expect([counts.added, counts.kept]).toEqual(RECORDED[name])
  // Each row counts once: as what it is recorded as, as one that moves nothing, as kept, or as a question.
  const asked = read.rows.filter(({ recorded, review }) => review && !recorded).length
  const told = Object.keys(kinds).reduce((sum, kind) => sum + (counts[kind] ?? 0), counts.kept ?? 0)
  expect(told + asked).toBe(row_count)
})

type Compared = Pick<
  ReturnType<typeof expectedRows>[number],
  'line' | 'kind' | 'account' | 'on' | 'time' | 'refundOf' | 'billMonth' | 'review'
> & { readonly orderNo: string | null }
type ReadRow = Compared & { readonly amount: string; readonly recorded: boolean }

/** Without what only the ledger tells. */
const ofRead = ({ line, kind, account, amount, on, time, orderNo, refundOf, billMonth, review }: ReadRow) => ({
  ...{ line, kind, account, amount, on, time, orderNo, refundOf, billMonth, review },
})
const ofExpected = ({ installments: _, amount, ...row }: ReturnType<typeof expectedRows>[number]) => ({
  ...row,
  amount: yuanText(fen(amount)),
})
