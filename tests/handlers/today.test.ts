import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asksNow } from '#shared/contract/review-view.ts'
import { dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

describe('today', () => {
  it('adds the payoff quotes of all accounts up', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('openSample', {})
    const { settleToday } = await ask('getToday', {})
    const accounts = await ask('listAccounts', {})
    const quotes = await Promise.all(accounts.map(({ id }) => ask('getQuote', { account: id, on: '2026-07-05' })))
    expect(settleToday.total).toBe(quotes.reduce((sum, { total }) => sum + total, 0))
    expect(settleToday.range.low).toBeLessThanOrEqual(settleToday.range.high)
  })

  it('counts what Alipay itself shows today where it was copied, and tells it line by line', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('openSample', {})
    const { settleToday: before } = await ask('getToday', {})
    expect(before.derived).toBeNull()
    const quote = await ask('getQuote', { account: 'huabei', on: '2026-07-05' })
    const shown = fen(quote.cells.billed.interest + 166)
    const cell = { row: 'billed', column: 'interest', amount: yuanText(shown) } as const
    await ask('copyQuote', { account: 'huabei', on: '2026-07-05', cells: [cell] })
    const { settleToday } = await ask('getToday', {})
    expect(settleToday).toMatchObject({ total: before.total + 166, derived: before.total, explain: 'shown@2026-07-05' })
    expect([settleToday.range.low - before.range.low, settleToday.range.high - before.range.high]).toEqual([166, 166])
    const { lines } = await ask('explain', { figure: settleToday.explain })
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(settleToday.total)
    expect(JSON.stringify(lines)).toContain('quote-copied')
  })

  it('what is paid until the end holds the interest that only comes later', async () => {
    const { ask } = openHost('2026-07-20')
    await ask('addAccount', { kind: 'huabei', id: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
    const part = { shownMinimum: '100', paid: '100', paidOn: '2026-07-05' }
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '1000', ...part })
    const { owed, paidToFree, freeOn } = await ask('getToday', {})
    expect([owed.total, paidToFree].map(yuanText)).toEqual(['904.50', '913.95'])
    // What accrues after the August statement is in the September bill (engine.md 3).
    expect(dayText(freeOn!)).toBe('2026-09-10')
  })

  it('says what to do in order of day', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('openSample', {})
    const { actions } = await ask('getToday', {})
    const said = actions.map(({ on, kind, account, amount }) => [
      dayText(on),
      kind,
      account,
      amount === null ? null : yuanText(amount),
    ])
    expect(said).toEqual([
      ['2026-07-05', 'review', null, null],
      ['2026-07-05', 'confirm-receipt', 'huabei', '128.00'],
      ['2026-07-05', 'copy-quota', null, null],
      ['2026-07-09', 'prepare', 'huabei', '878.15'],
      ['2026-07-09', 'prepare', 'credit-purchase', '1549.00'],
      ['2026-07-09', 'prepare', 'borrow', '539.85'],
      ['2026-07-10', 'repay', 'huabei', '878.15'],
      ['2026-07-10', 'repay', 'credit-purchase', '1549.00'],
      ['2026-07-10', 'repay', 'borrow', '539.85'],
    ])
  })

  it('names the targets that can be closed, and how far each is', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('openSample', {})
    const { closure, reviews } = await ask('getToday', {})
    expect(closure.map(({ target, verdict }) => [target, verdict])).toEqual([
      ['credit-purchase', 'blocked'],
      ['huabei', 'blocked'],
      ['borrow', 'blocked'],
    ])
    expect(reviews.map(({ reason, proposal }) => [reason, proposal.kind])).toEqual([
      ['refund-without-purchase', 'refund-of'],
      ['combined-repayment', 'split'],
    ])
  })

  it('judges the closing of two people apart, as the page of closing does', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('addAccount', { kind: 'credit-purchase', id: 'mine', lender: '江苏银行', owner: '我' })
    await ask('addAccount', { kind: 'credit-purchase', id: 'hers', lender: '江苏银行', owner: '她' })
    await ask('enterBill', { account: 'hers', month: '2026-07', shown: '1000' })
    const { closure } = await ask('getToday', {})
    expect(closure.map(({ target, owner, verdict }) => [target, owner, verdict])).toEqual([
      ['credit-purchase', '我', 'confirm'],
      ['credit-purchase', '她', 'blocked'],
    ])
  })

  it('says that what is overdue is in the least to pay, where that is more than the bill', async () => {
    const { ask } = openHost('2026-08-05')
    await ask('addAccount', { kind: 'huabei', id: 'huabei' })
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '880' })
    await ask('enterBill', { account: 'huabei', month: '2026-08', shown: '432.10' })
    const { actions } = await ask('getToday', {})
    const least = actions.find(({ do: { code } }) => code === 'repay-bill')?.do.values
    // 20 % of 432.10, and 880.00 with 26 days of 0.44.
    expect(least).toMatchObject({ minimumSafe: '977.86', withOverdue: 1 })
  })

  it('gives no day for closing while something is awaited whose day nobody knows', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('addAccount', { kind: 'credit-purchase', id: 'js', lender: '江苏银行', openedOn: '2025-03-05' })
    await ask('addPurchase', { account: 'js', amount: '30', orderedOn: '2026-06-03', refundExpected: true })
    const { closure } = await ask('getToday', {})
    expect(closure.map(({ target, earliestOn }) => [target, earliestOn])).toEqual([['credit-purchase', null]])
  })

  it('says by which plan the day of freedom is reckoned, and by none where none is followed', async () => {
    const { ask } = openHost('2026-07-05')
    await ask('addAccount', { kind: 'huabei', openedOn: '2025-03-05' })
    await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '1000', shownMinimum: '100' })
    const plain = await ask('getToday', {})
    await ask('savePlan', { name: '慢一点', monthly: '200', payOn: 'due-day', follow: true })
    const planned = await ask('getToday', {})
    expect([plain.followed, planned.followed]).toEqual([null, '慢一点'])
    expect(planned.freeOn! > plain.freeOn!).toBe(true)
  })

  it('has nothing to say of an empty ledger', async () => {
    const { ask } = openHost('2026-07-05')
    const { settleToday, actions, closure, freeOn } = await ask('getToday', {})
    expect({ total: settleToday.total, actions, closure, freeOn: freeOn && dayText(freeOn) }).toEqual({
      total: 0,
      actions: [],
      closure: [],
      freeOn: '2026-07-05',
    })
  })
})

it('as many questions are counted everywhere: beside Today, in its actions, after the import; one row only waits', async () => {
  const { ask } = await openHost('2026-09-05')
  const fileToken = join(import.meta.dirname, '..', 'fixtures', 'alipay-app-2026-gb18030.csv')
  const { importId } = await ask('previewImport', { fileToken })
  const imported = await ask('commitImport', { importId })
  const { reviews, actions } = await ask('getToday', {})
  const asked = actions.find(({ kind }) => kind === 'review')?.do.values.count
  const counts = [imported.reviews, (await ask('getStatus', {})).reviews, asked, reviews.filter(asksNow).length]
  expect([counts, reviews.length]).toEqual([[4, 4, 4, 4], 5])
})
