import { type Day, dayText, maxDay, minDay } from '#shared/kernel/day.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import { ownersOf } from '#shared/outlook/closure/targets.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { readAccounts } from './accounts.ts'
import type { Reader, Writer } from './queries.ts'
import { findRecord, listRecords, listVersions, putRecord } from './records.ts'

/** What the user said that is no entry: confirmations for closing, the plan, the day on which the records were current. */

/** A newer confirmation of the same point replaces the older one; one of the first days names no owner. */
export function putConfirmation(writer: Writer, confirmation: Confirmation): string {
  const { target, code, owner } = confirmation
  const id = [target, code, ...(owner === null ? [] : [owner])].join('/')
  putRecord(writer, 'confirmation', id, confirmation)
  return id
}

/** Records of the same kind that say what was seen in Alipay, not what the user vouches for: closing.ts keeps them. */
export const NOT_CONFIRMATIONS = { quote: 'shown-quote/', step: 'closing-step/' } as const

export const readConfirmations = (reader: Reader): readonly Confirmation[] =>
  listRecords<Omit<Confirmation, 'owner'> & Partial<Confirmation>>(reader, 'confirmation').flatMap(({ id, body }) =>
    Object.values(NOT_CONFIRMATIONS).some((prefix) => id.startsWith(prefix))
      ? []
      : [{ ...body, owner: body.owner ?? null }],
  )

/** The plan that is followed; plans.ts keeps all of them by name. */
export const putPlan = (writer: Writer, plan: Plan): void => putRecord(writer, 'plan', 'current', plan)
export const readPlan = (reader: Reader): Plan | null => findRecord<Plan>(reader, 'plan', 'current')

/** The plan that was meant to be kept until a day: the newest one that began before it. */
export const readPlanBefore = (reader: Reader, day: Day): Plan | null =>
  listVersions<Plan>(reader, 'plan', 'current').find((plan) => plan.from < day) ?? null

type RecordsCurrent = { readonly on: Day; readonly owner?: string }

/** A comparison by the user is about all that is here; a statement only about the one whose it is. */
export function putRecordsCurrent(writer: Writer, on: Day, owner: string | null = null): void {
  const record: RecordsCurrent = owner === null ? { on } : { on, owner }
  putRecord(writer, 'records-current', [dayText(on), ...(owner === null ? [] : [owner])].join('/'), record)
}

/** Whether the records of one person are known to be current on a day, by an earlier comparison or statement. */
export const isKnownCurrent = (reader: Reader, on: Day, owner: string): boolean =>
  listRecords<RecordsCurrent>(reader, 'records-current').some(
    ({ body }) => body.on >= on && (body.owner === undefined || body.owner === owner),
  )

/** The latest such day that counts; where two people's accounts are here, the day up to which both are current. */
export function readRecordsCurrentOn(reader: Reader): Day | null {
  const records = listRecords<RecordsCurrent>(reader, 'records-current').map(({ body }) => body)
  const owners = ownersOf(readAccounts(reader).filter(({ kind }) => kind !== 'other'))
  if (owners.length < 2) return latest(records)
  const each = owners.map((owner) => latest(records.filter((one) => one.owner === undefined || one.owner === owner)))
  return each.reduce((a, b) => (a === null || b === null ? null : minDay(a, b)))
}

const latest = (records: readonly RecordsCurrent[]): Day | null =>
  records.reduce<Day | null>((a, { on }) => (a === null ? on : maxDay(a, on)), null)
