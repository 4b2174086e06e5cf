import { expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

it('compares what happened with the plan that was saved before, and follows undo', async () => {
  let today = '2026-07-02'
  const { ask } = openHost(() => today)
  await ask('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '2000' })
  expect(await ask('getPlanProgress', {})).toBeNull()
  await ask('savePlan', {
    name: '每月一千',
    monthly: '1000',
    payOn: 'due-day',
    lumps: [],
    newSpending: [],
    settleEarly: [],
  })
  expect(await ask('getPlanProgress', {})).toBeNull()

  today = '2026-07-15'
  await ask('recordRepayment', { amount: '700', on: '2026-07-10', split: [{ account: 'huabei', amount: '700' }] })
  const said = async () => {
    const progress = await ask('getPlanProgress', {})
    return progress && [progress.plan, dayText(progress.from), yuanText(progress.behind)]
  }
  // 1,000 roll as planned and 1,300 in fact: five days at 0.05 % are 2.50 and 3.25.
  expect(await said()).toEqual(['每月一千', '2026-07-02', '300.75'])

  await ask('savePlan', {
    name: '更多',
    monthly: '1500',
    payOn: 'due-day',
    lumps: [],
    newSpending: [],
    settleEarly: [],
  })
  expect(await said()).toEqual(['每月一千', '2026-07-02', '300.75'])
  today = '2026-07-16'
  expect((await said())?.slice(0, 2)).toEqual(['更多', '2026-07-15'])
  await ask('undo', {})
  expect((await said())?.slice(0, 2)).toEqual(['每月一千', '2026-07-02'])
})
