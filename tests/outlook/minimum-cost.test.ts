import { expect, it } from 'vitest'
import { day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { minimumCost } from '#shared/outlook/minimum-cost.ts'
import { account, ledger, loan, purchase, repay } from '../ledger/facts.ts'

const cost = (today: string, accounts: Account[], entries: Entry[]): string | null => {
  const facts = ledger(today, accounts, entries)
  const found = minimumCost(accounts, owedOn(facts))
  return found && `${yuanText(found.amount)} through ${dayText(found.through)}`
}
const huabei = account('huabei')
const js = (dueDay: number) => account('credit-purchase', { id: 'js', set: { dueDay } })

it('nine tenths roll from the due day through the next one', () => {
  // 1,000.00 due on 10 July, minimum 100.00: 900.00 × 0.05 % × 31 days = 13.95.
  expect(cost('2026-07-05', [huabei], [purchase('2026-06-05', '1000')])).toBe('13.95 through 2026-08-10')
  // 400.00 were paid: the minimum is met, 600.00 would roll: 9.30.
  expect(cost('2026-07-05', [huabei], [purchase('2026-06-05', '1000'), repay('2026-07-02', '400')])).toBe(
    '9.30 through 2026-08-10',
  )
})

it('two accounts due on one day add up, to the later of their next due days', () => {
  const facts = [purchase('2026-06-05', '1000'), purchase('2026-06-05', '500', { account: 'js' })]
  // 13.95 and 450.00 × 0.05 % × 31 = 6.975 → 6.98.
  expect(cost('2026-07-05', [huabei, js(10)], facts)).toBe('20.93 through 2026-08-10')
  // Due on the 12th: only the first due day is asked about.
  expect(cost('2026-07-05', [huabei, js(12)], facts)).toBe('13.95 through 2026-08-10')
})

it('the later of two next due days is told', () => {
  const moved = { from: day('2026-07-03'), source: 'user', set: { statementDay: 10, dueDay: 20 } } as const
  const later: Account = { ...js(10), terms: [...js(10).terms, moved] }
  const facts = [purchase('2026-06-05', '1000'), purchase('2026-06-05', '500', { account: 'js' })]
  // js moved on 3 July: its bill of July keeps 10 July, the next one is due on 20 August: 41 days, 9.225 → 9.23.
  expect(cost('2026-07-05', [huabei, later], facts)).toBe('23.18 through 2026-08-20')
  expect(cost('2026-07-05', [later, huabei], facts)).toBe('23.18 through 2026-08-20')
})

it('nothing to say where nothing is due, all is the minimum, it is overdue, or it is no bill', () => {
  expect(cost('2026-07-05', [huabei], [])).toBeNull()
  expect(cost('2026-07-05', [huabei], [purchase('2026-06-05', '9')])).toBeNull()
  expect(cost('2026-07-15', [huabei], [purchase('2026-06-05', '1000')])).toBeNull()
  expect(cost('2026-07-05', [account('borrow')], [loan('600', '2026-06-10')])).toBeNull()
  const owed = owedOn(ledger('2026-07-05', [huabei], [purchase('2026-06-05', '1000')]))
  expect(minimumCost([], owed)).toBeNull()
})

it('what is overdue has no minimum any more: the next due day is asked about', () => {
  const facts = [purchase('2026-06-05', '1000'), purchase('2026-06-05', '500', { account: 'js' })]
  expect(cost('2026-07-09', [js(8), huabei], facts)).toBe('13.95 through 2026-08-10')
})
