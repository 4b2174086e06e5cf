import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import { decideConfirmation, decideOwner } from '#shared/outlook/closure/decide-confirmation.ts'
import { account } from '../ledger/facts.ts'

const said: Confirmation = {
  target: 'huabei',
  code: 'consequences-read',
  owner: null,
  on: day('2026-07-20'),
  note: 'read',
  amount: null,
}
const mine = account('huabei', { owner: 'me' })
const hers = account('huabei', { id: 'huabei-2', owner: 'her' })

test('a confirmation answers a point that only the user can know', () => {
  expect(decideConfirmation([mine], said)).toEqual({ ok: true, value: said })
  expect(decideConfirmation([mine], { ...said, code: 'nothing' })).toMatchObject({
    refusal: { kind: 'requirement-unknown', values: { target: 'huabei', code: 'nothing' } },
  })
  expect(decideConfirmation([mine], { ...said, target: 'borrow', code: 'receipts-confirmed' })).toMatchObject({
    refusal: { kind: 'requirement-unknown' },
  })
  expect(decideConfirmation([mine], { ...said, code: 'billed-zero' })).toMatchObject({
    refusal: { kind: 'requirement-not-confirmable', values: { code: 'billed-zero' } },
  })
})

test('it says for whom as soon as two people have such accounts', () => {
  expect(decideConfirmation([mine, hers], said)).toMatchObject({
    refusal: { kind: 'owner-needed', values: { owners: 'me, her' } },
  })
  expect(decideConfirmation([mine, hers], { ...said, owner: 'her' })).toMatchObject({ value: { owner: 'her' } })
  const elsewhere = account('borrow', { owner: 'her' })
  expect(decideConfirmation([mine, elsewhere], said)).toEqual({ ok: true, value: said })
})

test('a question about nobody is about everyone; about a stranger it is refused', () => {
  expect(decideOwner([mine, hers], 'huabei', null)).toEqual({ ok: true, value: null })
  expect(decideOwner([mine, hers], 'huabei', 'me')).toEqual({ ok: true, value: 'me' })
  expect(decideOwner([mine], 'huabei', 'her')).toMatchObject({
    refusal: { kind: 'owner-unknown', values: { owner: 'her', owners: 'me' } },
  })
})
