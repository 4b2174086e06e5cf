import { expect, it } from 'vitest'
import { openBook } from './book.ts'

/** What the history says of a step, and why one cannot be done again. */
it('an account that the user named is added by that name; one without says its kind and lender', async () => {
  const book = openBook('2026-07-05')
  const history = await book.story(`
    account add --kind other --name "Gold card"
    account add --kind credit-purchase --lender 江苏银行
    account add --kind huabei
    history
  `)
  expect(history.match(/Account added: .*/g)?.map((line) => line.trimEnd())).toEqual([
    'Account added: huabei',
    'Account added: credit-purchase 江苏银行',
    'Account added: other Gold card',
  ])
})

it('what was confirmed for closing is told in words, not by its code', async () => {
  const book = openBook('2026-07-05')
  const history = await book.story(`
    account add --kind credit-purchase --lender 江苏银行
    closure confirm --target credit-purchase --code records-exported --note seen
    history
  `)
  expect(history).toContain('Confirmed for closing: The bills are exported and kept')
})

it('where the newest step gave up what was undone, redo says so; where it did not, there is only nothing to redo', async () => {
  const book = openBook('2026-07-05')
  const redo = async () => (await book.tell('redo')).err.trim()
  const buy = (id: string) => book.story(`purchase add huabei --amount 10 --on 2026-07-01 --id ${id}`)
  await book.story('account add --kind huabei')
  expect(await redo()).toBe('There is nothing to redo')
  for (const id of ['p1', 'p2', 'p3']) await buy(id)
  await book.story('undo')
  await buy('p4')
  const since = 'given up when something else was done at 2026-07-05 12:00'
  expect(await redo()).toBe(`There is nothing to redo: 1 undone step was ${since}`)
  for (let n = 0; n < 2; n += 1) await book.story('undo')
  await buy('p5')
  // p2 and p4 were undone now, p3 was before.
  expect(await redo()).toBe(`There is nothing to redo: 3 undone steps were ${since}`)
  await buy('p6')
  expect(await redo()).toBe('There is nothing to redo')
})
