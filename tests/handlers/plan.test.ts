import { expect, it } from 'vitest'
import { planToFile } from '#shared/contract/plan-from-fields.ts'
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
  await ask('choosePlan', { name: '更多' })
  today = '2026-07-16'
  expect((await said())?.slice(0, 2)).toEqual(['更多', '2026-07-15'])
  await ask('undo', {})
  expect((await said())?.slice(0, 2)).toEqual(['每月一千', '2026-07-02'])
  await ask('removePlan', { name: '每月一千' })
  expect(await said()).toBeNull()
})

const openWithPlans = async () => {
  let today = '2026-07-02'
  const { host, ask } = openHost(() => today)
  await ask('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '2000' })
  await ask('savePlan', { name: '慢', monthly: '500' })
  await ask('savePlan', { name: '快', monthly: '1500' })
  const plans = async () =>
    (await ask('listPlans', {})).map(({ plan, followed }) =>
      [followed ? '*' : '-', plan.name, planToFile(plan).monthly, dayText(plan.from)].join(' '),
    )
  const wait = (until: string) => {
    today = until
  }
  return { host, ask, plans, wait }
}

it('keeps plans by name; the first is followed until another is chosen, from the day it is chosen', async () => {
  const { ask, plans, wait } = await openWithPlans()
  expect(await plans()).toEqual(['* 慢 500.00 2026-07-02', '- 快 1500.00 2026-07-02'])
  wait('2026-07-05')
  await ask('choosePlan', { name: '快' })
  expect(await plans()).toEqual(['* 快 1500.00 2026-07-05', '- 慢 500.00 2026-07-02'])
  await ask('renamePlan', { name: '快', to: '快一点' })
  await ask('savePlan', { name: '慢', monthly: '600' })
  expect(await plans()).toEqual(['* 快一点 1500.00 2026-07-05', '- 慢 600.00 2026-07-05'])
  expect((await ask('getPlan', {}))?.name).toBe('快一点')
  await ask('removePlan', { name: '快一点' })
  expect(await plans()).toEqual(['- 慢 600.00 2026-07-05'])
  expect(await ask('getPlan', {})).toBeNull()

  for (let step = 0; step < 4; step++) await ask('undo', {})
  expect(await plans()).toEqual(['* 慢 500.00 2026-07-02', '- 快 1500.00 2026-07-02'])
})

it('refuses a plan that is not there and a name that is taken', async () => {
  const { host, plans } = await openWithPlans()
  const refusals = await Promise.all([
    host.call('choosePlan', { name: '无' }),
    host.call('renamePlan', { name: '无', to: '有' }),
    host.call('removePlan', { name: '无' }),
    host.call('renamePlan', { name: '快', to: '慢' }),
  ])
  expect(refusals.map((reply) => 'refusal' in reply && reply.refusal)).toEqual([
    { kind: 'plan-not-found', values: { name: '无' } },
    { kind: 'plan-not-found', values: { name: '无' } },
    { kind: 'plan-not-found', values: { name: '无' } },
    { kind: 'plan-name-taken', values: { name: '慢' } },
  ])
  expect(await plans()).toHaveLength(2)
})

/** What is asked at each step of a slider answers as the whole projection does; only the past is left out. */
it.each(['120', '400', '2500'])('says the course of ¥%s a month as its projection does', async (monthly) => {
  const { ask } = openHost('2026-07-05')
  await ask('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-06', shown: '900' })
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '2000' })
  const plan = { name: '', monthly, lumps: [{ on: '2026-09-01', amount: '300' }] }
  const { projection, series } = await ask('getProjection', { plan })
  const answer = await ask('getCourse', { plan })
  expect(projection).toMatchObject(answer.course)
  const { past = [], ahead = [] } = Object.groupBy(series.points, ({ day }) => (day < series.today ? 'past' : 'ahead'))
  expect(answer.series).toEqual({ today: series.today, points: ahead })
  expect(past.length).toBeGreaterThan(0)
  expect(ahead.length).toBeGreaterThan(3)
})

it('today has one point of the curve, with what is owed and what the plan leaves of it', async () => {
  const { ask } = openHost('2026-07-20')
  await ask('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '2000' })
  const { series } = await ask('getCourse', { plan: { monthly: '300' } })
  const points = series.points.filter(({ day }) => day === series.today)
  expect(points.map(({ fact, plan }) => [fact, plan].map((amount) => amount && yuanText(amount)))).toEqual([
    ['2010.00', '1710.00'],
  ])
})

it('refuses the course of a plan for an account that is not there', async () => {
  const { host } = openHost('2026-07-05')
  const plan = { name: '', newSpending: [{ account: 'huabei', monthly: '10', day: 5 }] }
  expect(await host.call('getCourse', { plan } as never)).toEqual({
    ok: false,
    refusal: { kind: 'account-not-found', values: { id: 'huabei' } },
  })
})

it('saves a plan and follows it in one step, and one undo takes both back', async () => {
  const { ask, plans } = await openWithPlans()
  const before = await plans()
  await ask('savePlan', { name: '慢', monthly: '700', follow: true })
  await ask('savePlan', { name: '新', monthly: '900', follow: true })
  expect((await plans())[0]).toBe('* 新 900.00 2026-07-02')
  await ask('undo', {})
  expect((await plans())[0]).toBe('* 慢 700.00 2026-07-02')
  await ask('undo', {})
  expect(await plans()).toEqual(before)
})
