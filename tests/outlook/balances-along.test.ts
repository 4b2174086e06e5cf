import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/kernel/day.ts'
import { balancesOn } from '#shared/outlook/projection/balances.ts'
import { balancesAlong } from '#shared/outlook/projection/balances-along.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'

const byAccount = (balances: ReadonlyMap<string, number>) => Object.fromEntries(balances)

test('days that are asked together have the balances of days that are asked one by one', () => {
  const back = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(anyLedger, back, (ledger, distances) => {
      const days = [...distances].sort((a, b) => b - a).map((distance) => addDays(ledger.today, -distance))
      const together = balancesAlong(ledger, days).map(byAccount)
      expect(together).toEqual(days.map((day) => byAccount(balancesOn({ ...ledger }, day))))
    }),
    runs(150),
  )
})
