import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, openBook, page } from './book.ts'

/** The case file told in commands: what the window can tell, a script can, and is refused in the same words. */

type Facts = {
  readonly facts: readonly {
    readonly id: string
    readonly kind: string
    readonly what: { readonly code: string }
    readonly text: string
  }[]
}
type Case = { readonly due: readonly { readonly what: string; readonly on: string; readonly text: string }[] }

const openCase = async (whenDone?: (cleanUp: () => void) => void): Promise<Book> => {
  const book = openBook('2026-09-05', whenDone)
  await book.story(`
    account add --kind huabei --limit 8000 --statement-day 1 --due-day 10
    account add --kind credit-purchase --id js --lender 江苏银行
    bill add huabei 2026-09 --amount 320
  `)
  return book
}

const idOf = async (book: Book, kind: string): Promise<string> =>
  ((await book.ask('case facts')) as Facts).facts.find((fact) => fact.kind === kind)?.id ?? ''

it('tells a case from the stop to the pack', async () => {
  const book = await openCase()
  writeFileSync(join(book.folder, 'chat.txt'), 'said so')
  await book.story(`
    case stopped huabei --state frozen --reason overdue --said "系统评估" --on 2026-09-01
    case contact --channel 95188 --on 2026-09-02 --time 14:05 --agent 8123 --ticket T-778 --said "三天内回电" --promise 回电 --by 2026-09-04 --complaint
    case notice --source 支付宝消息 --text "10月起改还款日" --account huabei --from 2026-10-01 --set dueDay=20 --on 2026-09-03
    case channel --way debit-card --label 工行 --place 1 --available 500
    case way --use 地铁 --label 储蓄卡
    case compare huabei --billed 320.50 --used 320
  `)
  const contact = await idOf(book, 'contact')
  await book.story(`case attach ${join(book.folder, 'chat.txt')} --of ${contact}`)
  const { facts } = (await book.ask('case facts')) as Facts
  expect(facts.map(({ kind, what, text }) => `${kind}: ${what.code} ${text}`).sort()).toEqual([
    'attachment: event-attachment ',
    'channel: event-channel-debit-card ',
    'comparison: event-comparison ',
    'contact: event-complaint-95188 三天内回电',
    'notice: event-notice 支付宝消息 · 10月起改还款日',
    'system-closing: event-system-frozen 系统评估',
    'way-to-pay: event-way-to-pay ',
  ])
  const due = async () => ((await book.ask('case')) as Case).due.map(({ what, on }) => `${on} ${what}`)
  const before = await due()
  expect(before).toContain('2026-09-04 promise')
  await book.story(`
    case promise ${contact} --broken
    case answer ${contact}
    case read ${await idOf(book, 'notice')}
  `)
  expect(await due()).toEqual([])
  await book.story('undo')
  await book.story('undo')
  await book.story('undo')
  expect(await due()).toEqual(before)
  await book.story(`case remove ${await idOf(book, 'way-to-pay')}`)
  expect(await idOf(book, 'way-to-pay')).toBe('')
  expect(await book.story('case words')).toContain('8123')
  await book.story(`case pack --redact --hide 系统评估 --keep 8123 --out ${join(book.folder, 'pack.zip')}`)
})

it('reads the six steps and the days to watch in words', async () => {
  const book = await openCase()
  await book.story(`
    case contact --channel 95188 --on 2026-09-02 --time 9:05 --ticket T-778 --promise "call back" --by 2026-09-04 --complaint
    case way --use metro --label card
  `)
  expect(await book.story('case')).toBe(
    page(`
      1. Confirm what is owed · not begun
         1 account has not been compared yet
      2. Contact the service · under way
         1 contact recorded, the last on 2026-09-02
         1 deadline has passed without a result
      3. Make a plan · not begun
         No plan is followed; 320.00 is owed in all
      4. Find ways to repay · under way
         0 repayment channels and 1 other way to pay
         No channel can carry the 320.00 due on 2026-09-10
      5. Watch the notices · not begun
         No notice is recorded yet
      6. Keep in contact · under way
         Last contact on 2026-09-02
         1 deadline has passed without a result

      Day         What                                           Label
      ──────────  ─────────────────────────────────────────────  ─────────
      2026-09-04  They promised: see whether it was kept         call back
      2026-09-17  Complaint: 15 days are over, an answer is due  T-778
    `),
  )
  const listed = await book.story('case facts')
  expect(
    listed
      .split('\n')
      .filter((line) => /2026-/.test(line))
      .map((line) => line.replace(/^\S+ +/, '')),
  ).toEqual(['2026-09-02  Complaint: phone 95188 T-778', '2026-09-05  metro is paid by card now'])
})

describe('refused', () => {
  let book: Book
  beforeAll(async () => {
    book = await openCase(afterAll)
    await book.story('case contact --channel 95188 --on 2026-09-02 --promise 回电 --by 2026-09-04')
  })

  it.each<[command: string, path: string]>([
    ['case contact --channel pigeon', 'channel'],
    ['case contact --channel 95188 --time 25:00', 'time'],
    ['case contact --channel 95188 --on 2026-02-30', 'on'],
    ['case contact --channel 95188 --promise 回电', 'promise.by'],
    ['case contact --channel 95188 --follow-up soon', 'followUpOn'],
    ['case notice --text x --account huabei --from 2026-10-01 --set color=red', 'set.color'],
    ['case channel --way balance --place 0', 'place'],
    ['case channel --way balance --per-year -1', 'perYear'],
    ['case way --use 地铁', 'label'],
    ['case compare huabei --billed 1e3', 'shown.billed'],
    ['case stopped huabei --state melted', 'state'],
  ])('%s: the field is named', async (command, path) => {
    const told = await book.tell(`--json ${command}`)
    expect(told.code).toBe(1)
    const { refusal } = JSON.parse(told.out) as { refusal: { fields: readonly { path: string }[] } }
    expect(refusal.fields.map((field) => field.path)).toContain(path)
  })

  it.each<[command: string, sentence: RegExp]>([
    ['case contact --channel 95188 --on 2026-09-06', /2026-09-06 has not come yet/],
    ['case contact --channel 95188 --on 2026-09-04 --promise x --by 2026-09-01', /2026-09-01/],
    ['case promise nobody --kept', /no such record/],
    ['case contact --channel 95188 --account nobody', /nobody/],
    ['case attach nowhere.txt', /nowhere\.txt/],
  ])('%s', async (command, sentence) => {
    const before = await book.ask('case facts')
    const told = await book.tell(command)
    expect([told.code, sentence.test(told.err), told.err]).toEqual([1, true, told.err])
    expect(await book.ask('case facts')).toEqual(before)
  })

  it('a promise is kept or broken, not both', async () => {
    expect((await book.tell('case promise x')).code).toBe(2)
    expect((await book.tell('case promise x --kept --broken')).code).toBe(2)
  })
})
