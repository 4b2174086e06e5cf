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

it('what a notice costs, recorded or still typed, and a quote of which cells were copied', async () => {
  const { ask } = openHost(DAY)
  await ask('openSample', {})
  const { accounts } = await ask('getOwed', {})
  const huabei = accounts.find(({ id }) => id === 'huabei')!.id
  const terms = { account: huabei, from: '2026-08-01', set: { revolvingDailyRate: '0.3%', minRatio: '20%' } }
  const typed = await ask('getNoticeEffect', terms)
  expect((await ask('explain', { figure: `notice@${DAY}`, notice: terms })).amount).toBe(typed.cost)
  const { id } = await ask('recordNotice', { ...terms, on: DAY, source: '公告' })
  const recorded = await ask('explain', { figure: `notice:${id}@${DAY}` })
  expect([recorded.amount, wrongSums(recorded.lines)]).toEqual([typed.cost, []])
  const cells = [{ row: 'billed', column: 'principal', amount: '12.30' }] as const
  await ask('copyQuote', { account: huabei, on: DAY, cells: [...cells] })
  const shown = await ask('explain', { figure: `shown:${huabei}:cells@${DAY}` })
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
