import { expect, it } from 'vitest'
import { rate } from '#shared/kernel/rate.ts'
import { decideEdit } from '#shared/ledger/decisions/decide-edit.ts'
import { installments, loan } from './facts.ts'

/** A statement names neither the fee of a plan nor the rate of a loan: only the user's word ends the guess. */

it('a loan found in a file keeps its guess until its rate is said', () => {
  const found = { ...loan('1000', '2026-05-20'), certain: false }
  expect(decideEdit(found, { label: 'rent' })).toEqual({ ok: true, value: { ...found, label: 'rent' } })
  expect(decideEdit(found, { count: 3, repayDay: 20 })).toEqual({
    ok: true,
    value: { ...found, count: 3, repayDay: 20 },
  })
  const said = { dailyRate: rate('0.04%'), method: 'interest-only' as const }
  expect(decideEdit(found, said)).toEqual({ ok: true, value: { ...found, ...said, certain: true } })
})

it('saying that the guess is right is a change, saying what is known is none', () => {
  const found = { ...installments('900', 3, '0%'), certain: false }
  expect(decideEdit(found, { feeRate: found.feeRate })).toEqual({ ok: true, value: { ...found, certain: true } })
  const known = installments('900', 3, '0%')
  expect(decideEdit(known, { feeRate: known.feeRate })).toEqual({
    ok: false,
    refusal: { kind: 'nothing-to-change', values: {} },
  })
})

it('a field of another kind is refused by name', () => {
  expect(decideEdit(installments('900', 3, '0%'), { dailyRate: rate('0.04%') })).toEqual({
    ok: false,
    refusal: { kind: 'field-not-of-kind', values: { field: 'dailyRate' } },
  })
})
