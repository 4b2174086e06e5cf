import { expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { planWithin } from '#shared/outlook/plan.ts'
import { yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/** A saved plan names accounts and installments; what was removed since is no part of it any more. */

const spending = (account: string) => ({ account, monthly: yuan('1'), through: month('2026-09') })
const made = plan({
  strategy: { kind: 'custom', order: ['gone', 'huabei', 'js'] },
  newSpending: [spending('huabei'), spending('gone')],
  settleEarly: ['lost', 'phone'],
  lumps: [{ on: day('2026-09-01'), amount: yuan('5') }],
})

it('what is still there stays, in its order', () => {
  expect(planWithin(made, new Set(['js', 'huabei']), new Set(['phone']))).toEqual({
    ...made,
    strategy: { kind: 'custom', order: ['huabei', 'js'] },
    newSpending: [spending('huabei')],
    settleEarly: ['phone'],
  })
})

it('other strategies name no account', () => {
  for (const strategy of [{ kind: 'snowball' }, { kind: 'soonest-closure', target: 'huabei' }] as const)
    expect(planWithin({ ...made, strategy }, new Set(), new Set())).toEqual({
      ...made,
      strategy,
      newSpending: [],
      settleEarly: [],
    })
})
