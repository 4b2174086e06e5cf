import { type Day, dayText, maxDay } from '#shared/kernel/day.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import type { Reader, Writer } from './queries.ts'
import { findRecord, listRecords, listVersions, putRecord } from './records.ts'

/** What the user said that is no entry: confirmations for closing, the plan, the day on which the records were current. */

/** A newer confirmation of the same point replaces the older one. */
export function putConfirmation(writer: Writer, confirmation: Confirmation): string {
  const id = `${confirmation.target}/${confirmation.code}`
  putRecord(writer, 'confirmation', id, confirmation)
  return id
}

export const readConfirmations = (reader: Reader): readonly Confirmation[] =>
  listRecords<Confirmation>(reader, 'confirmation').map(({ body }) => body)

/** The plan that is followed; plans.ts keeps all of them by name. */
export const putPlan = (writer: Writer, plan: Plan): void => putRecord(writer, 'plan', 'current', plan)
export const readPlan = (reader: Reader): Plan | null => findRecord<Plan>(reader, 'plan', 'current')

/** The plan that was meant to be kept until a day: the newest one that began before it. */
export const readPlanBefore = (reader: Reader, day: Day): Plan | null =>
  listVersions<Plan>(reader, 'plan', 'current').find((plan) => plan.from < day) ?? null

export const putRecordsCurrent = (writer: Writer, on: Day): void =>
  putRecord(writer, 'records-current', dayText(on), { on })

/** The latest such day of all imports and comparisons that count. */
export function readRecordsCurrentOn(reader: Reader): Day | null {
  const days = listRecords<{ readonly on: Day }>(reader, 'records-current').map(({ body }) => body.on)
  return days.length === 0 ? null : days.reduce(maxDay)
}
