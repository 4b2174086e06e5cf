import type { ActionView } from '#shared/contract/views.ts'
import { momentText } from '#shared/kernel/moment.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { moveImportBasis } from './basis.ts'
import { all, get, QUERIES, type Reader, run, statement, type Writer } from './queries.ts'
import type { ActionState } from './schema.ts'
import { jsonOrNull, UnreadableRecord } from './shapes.ts'
import { undoFloor } from './undo-depth.ts'

/**
 * Every command is an action, and undoing is a matter of its state alone: what it appended stops or starts to count.
 * Actions are undone from the newest back and redone forward; a new action ends what could be redone.
 */
export type ActionLabel = ActionView['label']

export type NothingToUndo =
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'nothing-to-redo'; readonly values?: { readonly count: number; readonly at: string } }

/** Opens an action that counts at once; what could have been redone is given up. Answers its id. */
export function appendAction(writer: Writer, label: ActionLabel): number {
  dropRedo(writer)
  return insertAction(writer, label, 'active', nextPlace(writer))
}

/** An action that happened and was taken back: redo does it again. */
export function appendUndone(writer: Writer, label: ActionLabel): number {
  dropRedo(writer)
  return insertAction(writer, label, 'undone', nextPlace(writer))
}

/** Opens an action whose facts do not count yet: an import that is still a preview. */
export const stageAction = (writer: Writer, label: ActionLabel): number => insertAction(writer, label, 'staging', null)

/** What the open action is called, once it is known how much of what was wanted could be done. */
export function relabelAction(writer: Writer, label: ActionLabel): void {
  const details = JSON.stringify(label.values)
  run(writer, QUERIES.updateTable('action').set({ code: label.code, details }).where('id', '=', writer.action))
}

/** From now on the staged facts count, as the newest action of the history. */
export function activateAction(writer: Writer, id: number, label: ActionLabel): void {
  dropRedo(writer)
  run(
    writer,
    QUERIES.updateTable('action')
      .set({
        state: 'active',
        place: nextPlace(writer),
        at: writer.at,
        code: label.code,
        details: JSON.stringify(label.values),
        pid: null,
      })
      .where('id', '=', id),
  )
}

export function undoAction(writer: Writer): Outcome<ActionView, NothingToUndo> {
  const newest = nextUndo(writer)
  if (!newest) return refused({ kind: 'nothing-to-undo' })
  moveTo(writer, newest.id, 'undone')
  moveImportBasis(writer)
  return done({ ...newest, undone: true })
}

export function redoAction(writer: Writer): Outcome<ActionView, NothingToUndo> {
  const oldest = nextRedo(writer)
  if (!oldest) return refused({ kind: 'nothing-to-redo', ...givenUpLast(writer) })
  moveTo(writer, oldest.id, 'active')
  moveImportBasis(writer)
  return done({ ...oldest, undone: false })
}

/** The newest step gave up those right before it, as another process may have done unseen; nothing where it did not. */
function givenUpLast({ connection }: Reader): { readonly values?: { readonly count: number; readonly at: string } } {
  const last = statement(connection, GIVEN_UP).get() as { at: number; count: number } | undefined
  return last && last.count > 0 ? { values: { count: last.count, at: momentText(last.at) } } : {}
}

const GIVEN_UP = `
SELECT newest.at, (
  SELECT count(*) FROM action given WHERE given.state = 'dropped' AND given.place < newest.place AND given.place > (
    SELECT coalesce(max(place), 0) FROM action WHERE place < newest.place AND state <> 'dropped')) AS count
FROM action newest WHERE newest.place = (SELECT max(place) FROM action) AND newest.state = 'active'`

/** The action that undo would take back. Its `id` is its place in the history. */
export function nextUndo(reader: Reader): ActionView | null {
  const active = history(reader).where('state', '=', 'active').where('place', '>', undoFloor(reader))
  const row = get(reader, active.orderBy('place', 'desc').limit(1))
  return row ? viewOf(row, 0) : null
}

export function nextRedo(reader: Reader): ActionView | null {
  const row = get(reader, history(reader).where('state', '=', 'undone').orderBy('place').limit(1))
  return row ? viewOf(row, 0) : null
}

/** How many steps were done after a moment, and not later than another. */
export const countActionsBetween = ({ connection }: Reader, after: number, until: number): number =>
  Number(statement(connection, BETWEEN).pluck().get(after, until))

const BETWEEN = 'SELECT count(*) FROM action WHERE place IS NOT NULL AND at > ? AND at <= ?'

/** How many steps can be taken back, one after another. */
export const countUndo = (reader: Reader): number =>
  Number(
    statement(reader.connection, "SELECT count(*) FROM action WHERE state = 'active' AND place > ?")
      .pluck()
      .get(undoFloor(reader)),
  )

/** How many steps can be done again, one after another; whatever else is done gives all of them up. */
export const countRedo = ({ connection }: Reader): number =>
  Number(statement(connection, "SELECT count(*) FROM action WHERE state = 'undone'").pluck().get())

/** How many steps the history holds. */
export const countActions = ({ connection }: Reader): number =>
  Number(statement(connection, 'SELECT count(*) FROM action WHERE place IS NOT NULL').pluck().get())

/** The history, newest first; `before` is the id of the oldest one already seen. */
export function listActions(reader: Reader, page: { before: number | null; limit: number }): ActionView[] {
  const query = history(reader).orderBy('place', 'desc').limit(page.limit)
  const rows = all(reader, page.before === null ? query : query.where('place', '<', page.before))
  const floor = undoFloor(reader)
  return rows.map((row) => viewOf(row, floor))
}

const history = (reader: Reader) =>
  reader.query.selectFrom('action').select(['place', 'at', 'code', 'details', 'state']).where('place', 'is not', null)

type ActionRow = Readonly<{ place: number | null; at: number; code: string; details: string; state: ActionState }>

/** No clock shows later; what lies beyond has no date, was not written by this program, and is a step all the same. */
const LAST_INSTANT = 8.6e15

/** What a step says of itself is for people: one that says nothing is a step all the same. */
const detailsIn = (text: string): ActionLabel['values'] => {
  const values = jsonOrNull(text)
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? (values as ActionLabel['values'])
    : {}
}

const viewOf = (row: ActionRow, floor: number): ActionView => ({
  id: row.place ?? 0,
  at: Math.max(-LAST_INSTANT, Math.min(LAST_INSTANT, row.at)),
  label: { code: row.code, values: detailsIn(row.details) },
  undone: row.state !== 'active',
  reachable: row.state === 'undone' || (row.state === 'active' && (row.place ?? 0) > floor),
})

function insertAction(writer: Writer, label: ActionLabel, state: ActionState, place: number | null): number {
  const details = JSON.stringify(label.values)
  const pid = state === 'staging' ? process.pid : null
  return run(
    writer,
    QUERIES.insertInto('action').values({ at: writer.at, place, code: label.code, details, state, pid }),
  ).rowId
}

/** A place that no count of steps reaches cannot be named exactly: nothing is done to it, and nothing put after it. */
const isPlace = (place: number): boolean => place < Number.MAX_SAFE_INTEGER

function moveTo(writer: Writer, place: number, state: 'active' | 'undone'): void {
  if (!isPlace(place)) throw new UnreadableRecord('action')
  run(writer, QUERIES.updateTable('action').set({ state }).where('place', '=', place))
}

function dropRedo(writer: Writer): void {
  statement(writer.connection, "UPDATE action SET state = 'dropped' WHERE state = 'undone'").run()
}

function nextPlace(writer: Writer): number {
  const newest = get(
    writer,
    writer.query.selectFrom('action').select(({ fn }) => fn.max('place').as('place')),
  )
  const place = newest?.place ?? 0
  if (!isPlace(place)) throw new UnreadableRecord('action')
  return place + 1
}
