import { expect, it } from 'vitest'
import type { BillView } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { comingBills } from '../../renderer/pages/today/coming-bills.ts'

const bill = (account: string, dueOn: number, total: number, more: Partial<BillView> = {}): BillView =>
  ({ account, dueOn, issuedOn: dueOn - 9, total, paid: 0, status: 'upcoming', ...more }) as unknown as BillView
const namesOf = (all: readonly BillView[], nextDue: number | null) =>
  comingBills(all, nextDue as Day | null)?.bills.map(({ account }) => account) ?? null

it('tells the first due day of bills that are not issued, where nothing issued falls due before it', () => {
  const all = [
    bill('late', 30, 100),
    bill('huabei', 20, 275_891),
    bill('beijing', 20, 31_207),
    bill('issued', 10, 500, { status: 'issued' }),
    bill('empty', 15, 0),
    bill('ahead', 15, 700, { paid: 700 as BillView['paid'] }),
  ]
  expect(namesOf(all, 25)).toEqual(['huabei', 'beijing'])
  expect(namesOf(all, 20)).toEqual(['huabei', 'beijing'])
  expect(namesOf(all, null)).toEqual(['huabei', 'beijing'])
  expect(namesOf(all, 19)).toBeNull()
  expect(namesOf([], null)).toBeNull()
  expect(comingBills(all, null)).toMatchObject({ dueOn: 20, issuedOn: 11 })
})
