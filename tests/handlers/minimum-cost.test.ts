import { describe, expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

/** Huabei, statement day 1, due day 10: what rolls on 10 July runs for the 31 days through 10 August. */
async function costOf(bill: object) {
  const { ask } = openHost('2026-07-05')
  await ask('addAccount', { kind: 'huabei', id: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-07', ...bill } as never)
  const { minimumCost } = await ask('getToday', {})
  return minimumCost && `${yuanText(minimumCost.amount)} through ${dayText(minimumCost.through)}`
}

describe('paying only the minimum', () => {
  it('costs the interest of what rolls, through the next due day', async () => {
    // 900.00 × 0.05 % × 31 = 13.95
    expect(await costOf({ shown: '1000', shownMinimum: '100' })).toBe('13.95 through 2026-08-10')
  })
  it('costs nothing to speak of where the minimum is all of it', async () => {
    expect(await costOf({ shown: '8', shownMinimum: '8' })).toBeNull()
  })
  it('is not spoken of where nothing is due', async () => {
    expect(await costOf({ shown: '100', paid: '100' })).toBeNull()
  })
})
