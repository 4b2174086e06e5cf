import { raising } from './counters.ts'
import { type Reader, statement, type Writer } from './queries.ts'

/**
 * A count that moves whenever known rows may have begun or ceased to count, or accounts changed: a preview of an
 * import made before such a change is stale. Other commands leave it alone, so that a preview survives them.
 */
export const importBasis = ({ connection }: Reader): number =>
  Number(statement(connection, "SELECT value FROM meta WHERE key = 'import_basis'").pluck().get() ?? 0)

export function moveImportBasis({ connection }: Writer): void {
  statement(connection, MOVE).run()
}

const MOVE = raising('import_basis')
