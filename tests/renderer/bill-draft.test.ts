import { describe, expect, it } from 'vitest'
import { type BillDraft, draftAfter, emptyDraft, forAccount } from '../../renderer/pages/bills/bill-draft.ts'

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
