import { expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

const openWithCreditPurchase = async () => {
  let today = '2026-07-02'
  const { host, ask } = openHost(() => today)
  await ask('addAccount', {
    kind: 'credit-purchase',
    id: 'js',
    lender: '江苏银行',
    terms: { statementDay: 1, dueDay: 10 },
  })
  await ask('enterBill', { account: 'js', month: '2026-07', shown: '320' })
  const wait = (until: string) => {
    today = until
  }
  const said = async () => {
    const { state, steps, after } = await ask('getClosing', { target: 'credit-purchase' })
    const rows = after?.rows.map((row) => [dayText(row.on), row.what, yuanText(row.amount)].join(' ')) ?? null
    return {
      state,
      steps: steps.map(({ step, note }) => `${step}: ${note}`),
      watch: after && `${dayText(after.closedOn)} to ${dayText(after.watchUntil)}, ${after.cleanDays} clean days`,
      rows,
    }
  }
  return { host, ask, wait, said }
}

it('tells how far the day of closing has come, and undo takes each of it back', async () => {
  const { ask, wait, said } = await openWithCreditPurchase()
  const open = { state: 'open', steps: [], watch: null, rows: null }
  expect(await said()).toEqual(open)
  await ask('recordClosingStep', { target: 'credit-purchase', step: 'paid', note: '320.00' })
  await ask('recordClosing', { target: 'credit-purchase', to: 'requested', on: '2026-07-02' })
  expect(await said()).toEqual({ ...open, state: 'requested', steps: ['paid: 320.00'] })
  wait('2026-07-05')
  await ask('recordClosing', { target: 'credit-purchase', to: 'closed', on: '2026-07-03' })
  expect(await said()).toEqual({
    state: 'closed',
    steps: ['paid: 320.00'],
    watch: '2026-07-03 to 2026-08-01, 2 clean days',
    rows: [],
  })
  for (let step = 0; step < 3; step++) await ask('undo', {})
  expect(await said()).toEqual(open)
})

it('shows what was charged to a closed credit, and counts clean days from the last of it', async () => {
  const { ask, wait, said } = await openWithCreditPurchase()
  wait('2026-08-20')
  await ask('addPurchase', { account: 'js', amount: '45', orderedOn: '2026-07-02', postedOn: '2026-07-02' })
  await ask('addPurchase', { account: 'js', amount: '30', orderedOn: '2026-07-20', postedOn: '2026-07-20' })
  await ask('enterBill', { account: 'js', month: '2026-08', shown: '1.66' })
  await ask('copyQuota', { account: 'js', used: '0', on: '2026-08-10' })
  await ask('recordClosing', { target: 'credit-purchase', to: 'closed', on: '2026-07-02' })
  expect(await said()).toMatchObject({
    watch: '2026-07-02 to 2026-08-01, 19 clean days',
    rows: ['2026-07-20 purchase 30.00', '2026-08-01 bill 1.66'],
  })
})

it('keeps what Alipay shows of a quote until its last cell is taken back, and keeps it out of the confirmations', async () => {
  const { host, ask } = await openWithCreditPurchase()
  const copy = (amounts: readonly string[]) =>
    ask('copyQuote', {
      account: 'js',
      on: '2026-07-10',
      cells: amounts.map((amount) => ({ row: 'billed', column: 'principal', amount })),
    })
  const shown = async () =>
    (await ask('listShownQuotes', {})).map(({ account, on, cells }) => [
      account,
      dayText(on),
      ...cells.map(({ row, column, amount }) => `${row} ${column} ${yuanText(amount)}`),
    ])
  await copy(['321.66'])
  expect(await shown()).toEqual([['js', '2026-07-10', 'billed principal 321.66']])
  expect(JSON.parse((await ask('exportFile', { format: 'scenario' })).text)).toMatchObject({ confirmations: [] })
  await copy([])
  expect(await shown()).toEqual([])
  await ask('undo', {})
  expect(await shown()).toHaveLength(1)
  const reply = await host.call('copyQuote', { account: 'nobody', on: 0 as never, cells: [] })
  expect(reply).toMatchObject({ ok: false, refusal: { kind: 'account-not-found' } })
})

it('refuses to record a closing that has not come yet, or of nothing', async () => {
  const { host } = await openWithCreditPurchase()
  const tomorrow = { target: 'credit-purchase', to: 'closed', on: 20_638 as never } as const
  const replies = [
    await host.call('recordClosing', tomorrow),
    await host.call('recordClosing', { ...tomorrow, target: 'borrow', on: 20_636 as never }),
  ]
  expect(replies.map((reply) => 'refusal' in reply && reply.refusal)).toEqual([
    { kind: 'day-in-future', values: { on: '2026-07-04' } },
    { kind: 'nothing-to-close', values: { target: 'borrow' } },
  ])
})
