import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import {
  type BillDraft,
  billRequest,
  draftAfter,
  emptyDraft,
  forAccount,
} from '../../renderer/pages/bills/bill-draft.ts'

const paid: BillDraft = { ...emptyDraft('beijing', '2026-10'), amount: '450.30', minimum: '45', paidKind: 'all' }

describe('the bill after one that was paid', () => {
  it('is paid as well while the choice stands in sight, with nothing else of the last one', () => {
    expect(draftAfter(paid, '2026-11', true)).toEqual({ ...emptyDraft('beijing', '2026-11'), paidKind: 'all' })
  })

  it('is not paid where the choice is out of sight, or only a part of the last one was', () => {
    expect(draftAfter(paid, '2026-11', false).paidKind).toBe('none')
    expect(draftAfter({ ...paid, paidKind: 'some', paid: '45' }, '2026-11', true)).toEqual(
      emptyDraft('beijing', '2026-11'),
    )
  })

  it('is not paid on another account, unless that was chosen for the amount that stands there', () => {
    const next = draftAfter(paid, '2026-11', true)
    expect({ ...next, ...forAccount(next, 'shanghai') }).toEqual(emptyDraft('shanghai', '2026-11'))
    expect({ ...paid, ...forAccount(paid, 'shanghai') }).toEqual({ ...paid, account: 'shanghai' })
  })
})

describe('a bill that was paid in part', () => {
  const today = day('2026-07-20')
  const part: BillDraft = { ...emptyDraft('huabei', '2026-07'), amount: '1000', paidKind: 'some', paid: '400' }
  const told = (draft: BillDraft) => {
    const request = billRequest(draft, today)
    return request.ok
      ? `${request.value.paid} on ${request.value.paidOn}`
      : `${request.refusal.path} ${request.refusal.problem.kind}`
  }

  it('asks for the day, which is never one to come', () => {
    expect(told(part)).toBe('paidOn field-missing')
    expect(told({ ...part, paidOn: '15' })).toBe('400.00 on 2026-07-15')
    expect(told({ ...part, paidOn: '25' })).toBe('400.00 on 2026-06-25')
  })

  it('may stay without one as it was entered; another amount is asked again', () => {
    expect(told({ ...part, paidWas: '400' })).toBe('400.00 on null')
    expect(told({ ...part, paidWas: '300' })).toBe('paidOn field-missing')
  })

  it('nothing or all of it paid needs none; of all of it one may be given, which is never one to come', () => {
    expect(told({ ...part, paidKind: 'none', paidOn: '15' })).toBe('0 on null')
    expect(told({ ...part, paidKind: 'all' })).toBe('1000.00 on null')
    expect(told({ ...part, paidKind: 'all', paidOn: '7-15' })).toBe('1000.00 on 2026-07-15')
    expect(told({ ...part, paidKind: 'all', paidOn: '?' })).toBe('paidOn date-not-readable')
  })
})
