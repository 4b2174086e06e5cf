import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { readFields } from '#shared/contract/field-refusals.ts'
import { parseDay } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import {
  type EntryDraft,
  entryRequest,
  kindsOf,
  newEntryOf,
  pathOf,
  refundSought,
  startDraft,
} from '../../renderer/pages/entries/entry-draft.ts'

const today = (() => {
  const parsed = parseDay('2026-11-26')
  if (!parsed.ok) throw new Error('today')
  return parsed.value
})()
const huabei = { id: 'huabei', kind: 'huabei' } as Parameters<typeof startDraft>[0]
const borrow = { id: 'borrow', kind: 'borrow' } as Parameters<typeof startDraft>[0]
const typed = (account: typeof huabei, changes: Partial<EntryDraft>): EntryDraft => ({
  ...startDraft(account, today),
  ...changes,
})
const read = (draft: EntryDraft) => {
  const { method, input } = entryRequest(draft, today)
  const outcome = readFields(contract[method].request, input)
  if (outcome.ok) return { method, input: JSON.parse(JSON.stringify(input)) as unknown }
  return { method, wrong: outcome.refusal.fields?.map(({ path }) => path).toSorted() }
}

describe('an entry by hand', () => {
  it('is what its account can have', () => {
    expect(kindsOf({ kind: 'credit-purchase' })).toEqual(['purchase', 'installments', 'refund', 'deferral'])
    expect(kindsOf({ kind: 'credit-loan' })).toEqual(['loan'])
    expect(kindsOf({ kind: 'other' })).toEqual([])
  })

  it('says that what is empty is missing, not that it cannot be read', () => {
    const kindsAt = (changes: Partial<EntryDraft>) => {
      const { method, input } = entryRequest(typed(huabei, changes), today)
      const outcome = readFields(contract[method].request, JSON.parse(JSON.stringify(input)))
      return outcome.ok ? {} : Object.fromEntries((outcome.refusal.fields ?? []).map(({ path, kind }) => [path, kind]))
    }
    const plan = { kind: 'installments', amount: '', count: '3' } as const
    expect(kindsAt(plan)).toEqual({ principal: 'amount-empty', feeRate: 'field-missing', firstBill: 'field-missing' })
    expect(kindsAt({ ...plan, amount: '300', rate: '%', month: 'x' })).toEqual({
      feeRate: 'rate-not-a-number',
      firstBill: 'month-not-readable',
    })
    expect(kindsAt({ amount: '300', on: ' ' })).toEqual({ orderedOn: 'field-missing' })
    const whole = { ...plan, amount: '300', rate: '1', month: '2026-08' }
    expect(kindsAt({ ...whole, count: ' ', paid: '' })).toEqual({
      count: 'field-missing',
      paidPeriods: 'field-missing',
    })
    expect(kindsAt({ ...whole, count: 'x', paid: '1.5' })).toEqual({
      count: 'not-a-number',
      paidPeriods: 'not-a-number',
    })
  })

  it('asks for the purchase of a refund with what is known of it, and names the one that was chosen', () => {
    const draft = typed(huabei, { kind: 'refund', amount: '3x', on: '32', label: ' 宜家 ' })
    expect(refundSought(draft, today)).toEqual({ account: 'huabei', label: '宜家' })
    expect(refundSought({ ...draft, amount: '10+5.5', on: '昨天' }, today)).toEqual({
      account: 'huabei',
      label: '宜家',
      amount: '15.50',
      on: '2026-11-25',
    })
    const of = { entry: 'desk', label: '宜家', on: today, amount: fen(1550) }
    expect(read({ ...draft, amount: '15.5', on: '今天', of })).toMatchObject({ input: { of: 'desk' } })
  })

  it('is sent as it was typed, in full width, in short days and in sums', () => {
    expect(read(typed(huabei, { amount: '１００+28.45', on: '12', label: '超市' }))).toEqual({
      method: 'addPurchase',
      input: { account: 'huabei', label: '超市', amount: '128.45', orderedOn: '2026-11-12' },
    })
    expect(read(typed(huabei, { amount: '50', pending: true }))).toMatchObject({ input: { postedOn: null } })
    expect(read(typed(huabei, { kind: 'refund', amount: '50', pending: true }))).toMatchObject({
      method: 'addRefund',
      input: { on: '2026-11-26', inFlight: true },
    })
    const plan = typed(huabei, {
      kind: 'installments',
      amount: '5999',
      count: '１２',
      rate: '8.8',
      paid: '2',
      month: '9',
    })
    expect(read(plan)).toEqual({
      method: 'addInstallments',
      input: {
        account: 'huabei',
        label: '',
        principal: '5999.00',
        origin: 'trade',
        count: 12,
        feeRate: '8.8%',
        paidPeriods: 2,
        firstBill: '2026-09',
      },
    })
    expect(read({ ...plan, origin: 'bill' })).toMatchObject({ input: { fromBill: '2026-09' } })
    const loan = { amount: '10000', on: '8-20', rate: '0.04％', count: '12', repayDay: '20', paid: '3' }
    expect(read(typed(borrow, loan))).toMatchObject({
      method: 'addLoan',
      input: { drawnOn: '2026-08-20', dailyRate: '0.04%', repayDay: 20, paidParts: 3, method: 'equal-installment' },
    })
    expect(read(typed(huabei, { kind: 'deferral', amount: '50', month: '11', fee: '' }))).toEqual({
      method: 'addDeferral',
      input: { account: 'huabei', label: '', amount: '50.00', month: '2026-11', on: '2026-11-26' },
    })
  })

  it('without a fee rate is no plan without fees, and what is left out is refused at its field', () => {
    expect(read(typed(huabei, { kind: 'installments' }))).toMatchObject({
      wrong: ['count', 'feeRate', 'firstBill', 'principal'],
    })
    expect(read(typed(borrow, { count: 'x', repayDay: '40', paid: '-1' }))).toMatchObject({
      wrong: ['count', 'dailyRate', 'drawnOn', 'paidParts', 'principal', 'repayDay'],
    })
  })

  it('finds the field that was refused', () => {
    const plan = typed(huabei, { kind: 'installments' })
    const of = (draft: EntryDraft, field: keyof EntryDraft) => pathOf(draft, field, entryRequest(draft, today).method)
    expect(['amount', 'rate', 'paid', 'month', 'count'].map((field) => of(plan, field as keyof EntryDraft))).toEqual([
      'principal',
      'feeRate',
      'paidPeriods',
      'firstBill',
      'count',
    ])
    expect(of({ ...plan, origin: 'bill' }, 'month')).toBe('fromBill')
    expect(of(typed(borrow, {}), 'on')).toBe('drawnOn')
    expect(of(typed(huabei, {}), 'on')).toBe('orderedOn')
  })

  it('is opened by an address, with or without an account', () => {
    expect(newEntryOf('new')).toEqual({ account: null, back: '/entries' })
    expect(newEntryOf('new~a/b')).toEqual({ account: 'a/b', back: '/accounts/a%2Fb' })
    expect(newEntryOf('newer')).toBeNull()
    expect(newEntryOf(undefined)).toBeNull()
  })
})
