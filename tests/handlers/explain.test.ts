import { expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { openHost } from './ledger-host.ts'

const DAY = '2026-07-05'

/** Every line with lines beneath it is their sum, all the way down. */
function wrongSums(lines: readonly DerivationLine[]): readonly string[] {
  return lines.flatMap((line) => {
    const sum = line.lines.reduce((total, { amount }) => total + amount, 0)
    return [...(line.lines.length > 0 && sum !== line.amount ? [line.rule] : []), ...wrongSums(line.lines)]
  })
}

it('what a notice costs, recorded or still typed, as of the day in its name', async () => {
  let today = '2026-07-20'
  const { host, ask } = openHost(() => today)
  await ask('addAccount', { kind: 'huabei', id: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  const minimumPaid = { shownMinimum: '100', paid: '100', paidOn: '2026-07-05' }
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '1000', ...minimumPaid })
  const terms = { account: 'huabei', from: '2026-07-25', set: { revolvingDailyRate: '0.3%' } }
  const typed = await ask('getNoticeEffect', terms)
  expect(typed.cost).toBeGreaterThan(0)
  const told = await ask('explain', { figure: 'notice@2026-07-20', notice: terms })
  const { id } = await ask('recordNotice', { ...terms, on: today, source: '公告' })
  const recorded = await ask('explain', { figure: `notice:${id}@2026-07-20` })
  expect([told.amount, recorded.amount, wrongSums(recorded.lines)]).toEqual([typed.cost, typed.cost, []])

  const later = await ask('explain', { figure: `notice:${id}@2026-08-05` })
  today = '2026-08-05'
  expect((await ask('getNoticeEffect', { id })).cost).toBe(later.amount)
  expect(later.amount).not.toBe(recorded.amount)
  expect(await host.call('explain', { figure: `notice:${id}@2026-08-40` })).toMatchObject({
    ok: false,
    refusal: { kind: 'figure-unknown' },
  })
})

it('a quote of which cells were copied tells which', async () => {
  const { ask } = openHost(DAY)
  await ask('openSample', {})
  const cells = [{ row: 'billed', column: 'principal', amount: '12.30' }] as const
  await ask('copyQuote', { account: 'huabei', on: DAY, cells: [...cells] })
  const shown = await ask('explain', { figure: `shown:huabei:cells@${DAY}` })
  expect(shown.lines.filter(({ lines }) => lines[0]?.rule === 'quote-copied').map(({ amount }) => amount)).toEqual([
    1230,
  ])
})

it('every figure of the sample explains itself, line by line to the fen', async () => {
  const { ask } = openHost(DAY)
  await ask('openSample', {})
  const owed = await ask('getOwed', {})
  const bills = await ask('listBills', {})
  const today = await ask('getToday', {})
  const quotes = await Promise.all(owed.accounts.map(({ id }) => ask('getQuote', { account: id, on: '2026-07-20' })))
  const { projection } = await ask('getProjection', {})
  const figures: readonly (readonly [figure: string, amount: number])[] = [
    ...owed.accounts.map(({ explain, total }) => [explain, total] as const),
    ...bills.map(({ explain, unpaid }) => [explain, unpaid] as const),
    ...quotes.map(({ explain, total }) => [explain, total] as const),
    [today.settleToday.explain, today.settleToday.total],
  ]
  for (const [figure, amount] of figures) {
    const derivation = await ask('explain', { figure })
    const sum = derivation.lines.reduce((total, line) => total + line.amount, 0)
    expect([figure, derivation.amount, sum, wrongSums(derivation.lines)]).toEqual([figure, amount, amount, []])
  }
  const [event] = projection.events
  expect((await ask('explain', { figure: event?.explain ?? '' })).figure).toBe(event?.explain)
  // Another plan than the ledger's own: its steps are found by it alone.
  const plan = { from: DAY, monthly: '5000.00', payOn: 7, strategy: 'avalanche' } as const
  const other = await ask('getProjection', { plan })
  const step = other.projection.events.find(({ what, on }) => what === 'repayment' && dayText(on) === '2026-07-07')
  expect((await ask('explain', { figure: step?.explain ?? '', plan })).amount).toBe(step?.amount)
})
