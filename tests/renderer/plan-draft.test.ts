import { describe, expect, it } from 'vitest'
import { planFields } from '#shared/contract/account-fields.ts'
import { planFrom } from '#shared/contract/plan-from-fields.ts'
import { parseDay } from '#shared/kernel/day.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { draftOfPlan, EMPTY_PLAN, monthlyOf, type PlanInput, planInput } from '../../renderer/pages/plan/plan-draft.ts'

const today = (() => {
  const parsed = parseDay('2026-09-05')
  if (!parsed.ok) throw new Error('today')
  return parsed.value
})()
const planOf = (input: PlanInput): Plan => {
  const plan = planFrom(planFields.parse(input), today)
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
  return plan.value
}

describe('a plan in the form', () => {
  const full: PlanInput = {
    name: '慢一点',
    strategy: 'custom',
    order: ['jb', 'huabei'],
    lumps: [{ on: '2026-12-01', amount: '1500.00' }],
    recurring: [{ from: '2026-10', through: '2027-02', amount: '200.00' }],
    newSpending: [{ account: 'huabei', monthly: '300.00', through: '2026-11' }],
    settleEarly: ['plan-1'],
    goal: { freeBy: '2027-06-30' },
  }
  it.each<[string, PlanInput]>([
    ['an amount a month', { ...full, monthly: '3000.00', payOn: 12 }],
    [
      'income less expenses',
      { ...full, income: [{ day: 10, amount: '7600.00' }], expenses: '3300.00', cushion: '300.00' },
    ],
    ['whatever is due', { ...full, strategy: 'soonest-closure', order: undefined, target: 'huabei' }],
  ])('with %s comes back as it was saved', (_name, input) => {
    const plan = planOf(input)
    const typed = planInput(draftOfPlan(plan), '慢一点', today)
    expect(typed && planOf(typed)).toEqual(plan)
  })

  it('leaves out lines that are not complete and stands still while its money cannot be read', () => {
    const draft = {
      ...EMPTY_PLAN,
      monthly: '2000+500',
      lumps: [{ on: '', amount: '100' }],
      recurring: [{ from: '12', through: '10', amount: '100' }],
      spending: [{ account: 'huabei', monthly: '100', through: '11' }],
    }
    expect(planInput(draft, '', today)).toMatchObject({
      monthly: '2500.00',
      lumps: [],
      recurring: [],
      newSpending: [{ account: 'huabei', monthly: '100.00', through: '2026-11' }],
    })
    expect(planInput({ ...draft, monthly: '20x' }, '', today)).toBeNull()
  })

  it('says what income leaves for debt: what is kept in hand is not there for it', () => {
    const draft = { ...EMPTY_PLAN, moneyKind: 'income' as const, expenses: '3300', cushion: '300' }
    const paid = [{ day: '10', amount: '7600' }]
    expect([monthlyOf(draft), monthlyOf({ ...draft, income: paid })]).toEqual([null, 400_000])
  })
})
