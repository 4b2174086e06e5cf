import type { Strategy } from '#shared/outlook/plan.ts'
import { project, startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { largeLedger, largePlan } from './large-plan.ts'
import { type Figure, median } from './measure.ts'

const STRATEGIES: readonly Strategy[] = [
  { kind: 'avalanche' },
  { kind: 'snowball' },
  { kind: 'minimum-only' },
  { kind: 'soonest-closure', target: 'huabei' },
  { kind: 'custom', order: ['old-card', 'card', 'wz'] },
]

/** Median of `runs` after as many to warm up, in milliseconds. */
function repeated(runs: number, work: () => void): number {
  for (let run = 0; run < runs; run += 1) work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

/** P7 and P8: one run over ten years, and a whole answer (minimum-only, goal, sensitivity) with all five strategies. */
export function projectionFigures(): Figure[] {
  const ledger = largeLedger()
  const plan = largePlan(ledger.today)
  const start = startOf(ledger, plan)
  const { months, outcome } = simulate(start)
  if (outcome !== 'free' || months < 115 || months > 125) throw new Error(`P7 wants ten years, not ${months} months`)
  const strategies = STRATEGIES.map((strategy) => ({ ...start, plan: { ...plan, strategy } }))
  const whole = (): void => {
    project(ledger, plan)
    for (const one of strategies) simulate(one)
  }
  return [
    {
      figure: `P7 one projection, ${months} months`,
      value: repeated(200, () => simulate(start)),
      unit: 'ms',
      floor: null,
      target: 1,
    },
    {
      figure: 'P8 five strategies, goal, sensitivity',
      value: repeated(15, whole),
      unit: 'ms',
      floor: null,
      target: 60,
    },
  ]
}
