import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, day as dayOf, dayText } from '#shared/kernel/day.ts'
import { type Figure, median } from './measure.ts'

const ENTRIES = 10_000
const TODAY = '2026-07-05'

/** Ten thousand entries in one file, every question asked: the whole process of the built command line. */
export function scenarioFigure(cli: string, folder: string, runs: number): Figure {
  const path = join(folder, 'scenario.json')
  writeFileSync(path, JSON.stringify(largeScenario()))
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [cli, 'simulate', path, '--json'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the command failed: ${stderr}`)
    return performance.now() - start
  })
  const figure = `simulate, ${ENTRIES} entries, whole process`
  return { figure, value: median(times), unit: 'ms', floor: null, target: 500 }
}

/** Three years of purchases on two accounts, repaid every twenty-fifth time; the same file in every run. */
function largeScenario() {
  const first = addDays(dayOf(TODAY), -1095)
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const account = index % 2 === 0 ? 'huabei' : 'js'
    const on = dayText(addDays(first, Math.floor((index * 1090) / ENTRIES)))
    const amount = `${(index * 37) % 90}.${10 + ((index * 7) % 90)}`
    if (index % 25 > 0) return { id: `p${index}`, kind: 'purchase', account, postedOn: on, amount }
    return { id: `r${index}`, kind: 'repayment', on, amount: '1150.00', split: [{ account, amount: '1150.00' }] }
  })
  return {
    schema: 'huaqing/scenario@1',
    today: TODAY,
    accounts: [
      { id: 'huabei', kind: 'huabei', limit: '80000.00', upgradedOn: '2025-03-05' },
      { id: 'js', kind: 'credit-purchase', lender: '江苏银行' },
    ],
    entries,
    plan: { from: TODAY, monthly: '3000.00', payOn: 'due-day', strategy: 'avalanche', goal: { freeBy: '2030-03-01' } },
    ask: ['owed', 'projection', 'closure:credit-purchase', 'closure:huabei', 'quote:huabei@2026-07-10'],
  }
}
