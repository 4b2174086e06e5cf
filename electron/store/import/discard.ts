import { isAlive } from '../backup-files.ts'
import { statement, type Writer } from '../queries.ts'
import type { Store } from '../store.ts'
import type { ImportSession } from './import-session.ts'
import { IS_STAGED } from './staged-elsewhere.ts'

/** Gives up what is staged, some rows at a time, so that nobody waits for it. It never counted; nothing is left. */
export async function discardStaged(
  store: Store,
  { action, after }: Pick<ImportSession, 'action' | 'after'>,
): Promise<void> {
  for (;;) {
    const removed = store.prepare((writer) => statement(writer.connection, SOME).run({ action, after }).changes)
    if (removed === 0) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  store.prepare((writer) => removeAction(writer, action))
}

/** Removes what a process staged that did not live to merge it; a step that counted once is never among it. */
export function removeOrphans(store: Store): void {
  store.prepare((writer) => {
    const staged = statement(writer.connection, STAGED).all() as { id: number; pid: number }[]
    for (const { id, pid } of staged) {
      if (isAlive(pid)) continue
      statement(writer.connection, 'DELETE FROM entry WHERE appended_by = ?').run(id)
      removeAction(writer, id)
    }
  })
}

const STAGED = `SELECT id, pid FROM action WHERE ${IS_STAGED}`

const SOME = `
DELETE FROM entry WHERE seq IN (
  SELECT seq FROM entry NOT INDEXED WHERE seq > @after AND appended_by = @action ORDER BY seq DESC LIMIT 5000)`

function removeAction(writer: Writer, action: number): void {
  statement(writer.connection, 'DELETE FROM record WHERE appended_by = ?').run(action)
  statement(writer.connection, 'DELETE FROM statement_file WHERE action = ?').run(action)
  statement(writer.connection, 'DELETE FROM action WHERE id = ?').run(action)
}
