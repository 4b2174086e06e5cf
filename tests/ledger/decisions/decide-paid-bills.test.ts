import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { decidePaidBill, paidOnOf } from '#shared/ledger/decisions/decide-paid-bills.ts'
import { yuan } from '../facts.ts'
import { breaks } from './verdict.ts'

/** Statement day 1, due day 10; 100 of 500 are paid. */
const july = {
  account: 'huabei',
  month: month('2026-07'),
  status: 'partly-paid',
  issuedOn: day('2026-07-01'),
  dueOn: day('2026-07-10'),
  total: yuan('500'),
  paid: yuan('100'),
  unpaid: yuan('400'),
} as const
const [due, late] = [day('2026-07-10'), day('2026-07-11')]
const marked = (bill: Parameters<typeof decidePaidBill>[0], on = due, today = late) =>
  decidePaidBill(bill, { id: 'r1', on, today })

it('a bill marked as paid was paid on the day that is said, else on its due day, at the latest today', () => {
  expect(paidOnOf(july, day('2026-07-03'), late)).toBe(day('2026-07-03'))
  expect(paidOnOf(july, null, late)).toBe(due)
  expect(paidOnOf(july, null, due)).toBe(due)
  expect(paidOnOf(july, null, day('2026-07-09'))).toBe(day('2026-07-09'))
})

describe('the repayment that it means', () => {
  it('is all that the bill lacks, by its name', () => {
    expect(marked(july)).toEqual({
      ok: true,
      value: {
        kind: 'repayment',
        id: 'r1',
        label: '',
        orderNo: null,
        note: '',
        amount: yuan('400'),
        on: due,
        split: [{ account: 'huabei', amount: yuan('400'), month: july.month, settles: null }],
        candidates: [],
        candidateMonth: null,
        paidFrom: '',
      },
    })
  })

  it.each<[says: string, bill: Parameters<typeof decidePaidBill>[0], on: typeof due, amount: string]>([
    ['through the due day what was billed, without the charge since', { ...july, unpaid: yuan('402') }, due, '400'],
    ['after it with the charge', { ...july, unpaid: yuan('402') }, late, '402'],
  ])('is %s', (_, bill, on, amount) => {
    expect(marked(bill, on)).toMatchObject({ value: { amount: yuan(amount) } })
  })
})

describe('there is none', () => {
  it('for a bill that is not issued', () => {
    expect(marked({ ...july, status: 'upcoming' })).toEqual(
      breaks('bill-not-issued', { month: '2026-07', issuedOn: '2026-07-01' }),
    )
  })

  it('for a bill that lacks nothing: it is paid, or its rest has rolled', () => {
    expect(marked({ ...july, status: 'paid', paid: yuan('500'), unpaid: yuan('0') })).toEqual(
      breaks('bill-paid-already', { month: '2026-07' }),
    )
    expect(marked({ ...july, status: 'minimum-paid', unpaid: yuan('0') })).toEqual(
      breaks('bill-paid-already', { month: '2026-07' }),
    )
  })

  it('tomorrow', () => {
    expect(marked(july, late, late)).toMatchObject({ ok: true })
    expect(marked(july, late, due)).toEqual(breaks('day-in-future', { on: '2026-07-11' }))
  })
})
