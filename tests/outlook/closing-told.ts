import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Closure, Evidence, Warning } from '#shared/outlook/answers.ts'

/** A closing as short lines: what is open and why, the way there, what the lender may do. */

const values = (of: Warning['values']): string =>
  Object.entries(of)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
const on = (day: Closure['earliestOn']): string => (day === null ? '?' : dayText(day))
const behind = ({ account, amount }: Evidence): string =>
  [account ?? '', amount === null ? '' : yuanText(amount)].filter((part) => part !== '').join(' ')
const said = (one: Evidence): string => `  ${one.code} ${values(one.values)} [${behind(one)}]`

export const requirementsTold = ({ requirements }: Closure): string[] =>
  requirements
    .filter(({ status }) => status !== 'met' && status !== 'confirmed')
    .flatMap(({ code, status, amount, action, earliestOn, evidence }) => [
      `${code} ${status} ${amount === null ? '-' : yuanText(amount)} ${on(earliestOn)} ${action ? `${action.code} ${values(action.values)}` : '-'}`.trimEnd(),
      ...evidence.map(said),
    ])

export const stepsTold = ({ steps }: Closure): string[] =>
  steps.map((step) =>
    `${step.n} ${on(step.on)} ${step.do.code} ${values(step.do.values)} ${step.from?.code ?? ''}`
      .replace(/ +/g, ' ')
      .trim(),
  )

export const risksTold = ({ systemRisks }: Closure): string[] =>
  systemRisks.flatMap(({ code, status, evidence }) => [`${code} ${status}`, ...evidence.map(said)])
