import { contract } from '#shared/contract/contract.ts'
import type { PlanFields } from '#shared/contract/scenario.ts'
import { readJsonFile } from './json-file.ts'
import { requestOf } from './request.ts'

/** The plan of `--plan FILE`: the `plan` of a scenario by itself, or a whole scenario, whose plan is taken. */
export function planOption(path: string | undefined): PlanFields | undefined {
  if (path === undefined) return undefined
  const json = readJsonFile(path)
  const plan = isRecord(json) && isRecord(json.plan) ? json.plan : json
  return requestOf(contract.getProjection.request, { plan }).plan
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
