import { expect, it } from 'vitest'
import { openBook, page } from './book.ts'

const HUABEI = 'account add --kind huabei --limit 8000 --statement-day 1 --due-day 10'

it('a bill as Alipay shows it is paid in two parts', async () => {
  const book = openBook('2026-07-05')
  const list = await book.story(`
    ${HUABEI}
    bill add huabei 2026-07 --amount 500 --minimum 50
    repay add huabei --amount 120.50 --on 2026-07-03 --bill 2026-07
    bill list
  `)
  expect(list).toBe(
    page(`
    Account  Bill     Due on       Total    Paid  Unpaid  At least  State         Proof
    ───────  ───────  ──────────  ──────  ──────  ──────  ────────  ────────────  ──────────
    huabei   2026-07  2026-07-10  500.00  120.50  379.50     50.00  minimum paid  total only
    How it came about: explain bill:huabei:2026-07@2026-07-05
    How it came about: explain minimum:huabei:2026-07@2026-07-05
    How it came about: explain minimum-safe:huabei:2026-07@2026-07-05
    `),
  )
  const repaid = await book.story('repay add huabei --amount 379.50 --bill 2026-07')
  expect(repaid).toBe(
    page(`
    Account  Bill     Goes to    Amount
    ───────  ───────  ─────────  ──────
    huabei   2026-07  principal  379.50
    Owed before ¥379.50, after ¥0.00
    `),
  )
})

it('what is owed stands in its cell, and moves from billed to overdue when the due day ends', async () => {
  const book = openBook('2026-07-05')
  await book.story(`
    ${HUABEI}
    purchase add huabei --amount 120 --on 2026-06-03 --label Groceries
    purchase add huabei --amount 30 --on 2026-07-02 --awaiting
    purchase add huabei --amount 80 --on 2026-07-04
  `)
  const cellsOn = async (day: string) => {
    const { accounts } = (await book.ask(`owed --on ${day}`)) as { accounts: { cells: object }[] }
    return accounts[0]?.cells
  }
  const zero = { principal: '0.00', interest: '0.00', fee: '0.00', penalty: '0.00' }
  const next = { ...zero, principal: '80.00' }
  expect(await cellsOn('2026-07-10')).toEqual({
    overdue: zero,
    billed: { ...zero, principal: '120.00' },
    next,
    future: zero,
  })
  expect(await cellsOn('2026-07-12')).toEqual({
    overdue: { ...zero, principal: '120.00', penalty: '0.12' },
    billed: zero,
    next,
    future: zero,
  })
})

it('is the same again after undo and redo, and the correction is what counts', async () => {
  const book = openBook('2026-07-05')
  await book.story(`
    ${HUABEI}
    purchase add huabei --amount 120 --on 2026-06-03 --id p1
    entry edit p1 --amount 90
  `)
  const edited = await book.ask('owed')
  expect(edited).toMatchObject({ total: '90.00' })
  expect(await book.story('undo')).toBe('Undone: Entry corrected: p1\n')
  expect(await book.ask('owed')).toMatchObject({ total: '120.00' })
  expect(await book.story('redo')).toBe('Redone: Entry corrected: p1\n')
  expect(await book.ask('owed')).toEqual(edited)
  const { history } = (await book.ask('entry show p1')) as { history: { record: { amount: string } }[] }
  expect(history.map(({ record }) => record.amount)).toEqual(['120.00'])
})

it('a deferral whose fee nobody said is assumed at 1.5 %, says so, and is not once it is corrected', async () => {
  const book = openBook('2026-07-03')
  await book.story(`
    ${HUABEI}
    bill add huabei 2026-07 --amount 300 --minimum 30
  `)
  const deferred = 'defer add huabei --id d1 --bill 2026-07 --amount 300'
  expect(await book.story(deferred)).toMatch(
    /\nfee +4\.50\nThe fee of 4\.50 is assumed .* entry edit d1 --fee AMOUNT\n$/,
  )
  const asked = 'explain owed:huabei:next.fee@2026-07-03'
  expect(await book.story(asked)).toContain('Deferral fee, assumed by the rate of the account')
  expect(await book.story('entry edit d1 --fee 3')).toMatch(/\nfee +3\.00\n$/)
  expect(await book.story(asked)).toMatch(/Deferral fee +3\.00/)
})

it('the minimum of a bill that is asked for with an overdue one is said to be of both', async () => {
  const book = openBook('2026-07-05')
  const owed = await book.story(`
    ${HUABEI}
    bill add huabei 2026-06 --amount 100
    bill add huabei 2026-07 --amount 20
    owed
  `)
  expect(owed).toMatch(/^huabei 2026-07 is due on 2026-07-10: ¥20\.00; with what is overdue, at least ¥1\d\d\.\d\d$/m)
})
