import { type Day, maxDay } from '#shared/kernel/day.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { putPlan, readPlan } from './notes.ts'
import type { Reader, Writer } from './queries.ts'
import { findRecord, listRecords, putRecord } from './records.ts'

/**
 * Plans by name (product.md E). The record `current` of notes.ts is the one that is followed: its versions tell what was
 * followed when. A named plan that is followed stands there as well, so that following another loses nothing.
 */
const FOLLOWED = 'current'
const idOf = (name: string): string => `named/${name}`

/** The followed one first, the others by name. */
export function listPlans(reader: Reader): readonly Plan[] {
  const followed = readPlan(reader)
  const others = listRecords<Plan>(reader, 'plan')
    .filter(({ id, body }) => id !== FOLLOWED && body.name !== followed?.name)
    .map(({ body }) => body)
  others.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }))
  return followed === null ? others : [followed, ...others]
}

/** Two plans never have one name. */
export function findPlan(reader: Reader, name: string): Plan | null {
  const followed = readPlan(reader)
  return followed?.name === name ? followed : findRecord<Plan>(reader, 'plan', idOf(name))
}

/** The first plan of a ledger is followed; a later one only where it is the followed one that changes. */
export function saveNamedPlan(writer: Writer, plan: Plan): void {
  const followed = readPlan(writer)
  putRecord(writer, 'plan', idOf(plan.name), plan)
  if (followed === null || followed.name === plan.name) putPlan(writer, plan)
}

export function removeNamedPlan(writer: Writer, name: string): void {
  putRecord(writer, 'plan', idOf(name), null)
  if (readPlan(writer)?.name === name) putRecord(writer, 'plan', FOLLOWED, null)
}

export function renameNamedPlan(writer: Writer, plan: Plan, name: string): void {
  const renamed = { ...plan, name }
  putRecord(writer, 'plan', idOf(plan.name), null)
  putRecord(writer, 'plan', idOf(name), renamed)
  if (readPlan(writer)?.name === plan.name) putPlan(writer, renamed)
}

/** A plan is followed from the day on which it was chosen: what was before was under another one. */
export function followPlan(writer: Writer, plan: Plan, today: Day): Plan {
  const followed = readPlan(writer)
  const chosen = { ...plan, from: maxDay(plan.from, today) }
  if (followed !== null) putRecord(writer, 'plan', idOf(followed.name), followed)
  putRecord(writer, 'plan', idOf(plan.name), chosen)
  putPlan(writer, chosen)
  return chosen
}
