import type { Database, Statement } from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Transaction,
} from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Kysely builds the queries, better-sqlite3 runs them at once: inside one synchronous transaction nothing else can
 * happen in between. Statements are kept by their text, for preparing costs more than running.
 */
export type Connection = { readonly raw: Database; readonly statements: Map<string, Statement> }

/** What may only look. */
export type Reader = { readonly connection: Connection; readonly query: Pick<Kysely<Schema>, 'selectFrom' | 'with'> }

/** What may append, inside one action. */
export type Writer = Reader & {
  readonly query: Pick<Transaction<Schema>, 'selectFrom' | 'with' | 'insertInto' | 'updateTable' | 'deleteFrom'>
  readonly action: number
  /** Milliseconds since 1970: when the action happens. */
  readonly at: number
  /** A new id; later ones sort after earlier ones. */
  readonly newId: () => string
}

export const QUERIES = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export const connect = (raw: Database): Connection => ({ raw, statements: new Map() })

/** A statement by its text, prepared once per connection. */
export function statement(connection: Connection, sql: string): Statement {
  const known = connection.statements.get(sql)
  if (known) return known
  const prepared = connection.raw.prepare(sql)
  connection.statements.set(sql, prepared)
  return prepared
}

export function all<T>(reader: Reader, query: Compilable<T>): T[] {
  const { sql, parameters } = query.compile()
  return statement(reader.connection, sql).all(...parameters) as T[]
}

export function get<T>(reader: Reader, query: Compilable<T>): T | undefined {
  const { sql, parameters } = query.compile()
  return statement(reader.connection, sql).get(...parameters) as T | undefined
}

/** Runs a change; answers the row id of an insert and the number of rows changed. */
export function run(writer: Writer, query: Compilable): { readonly rowId: number; readonly changes: number } {
  const { sql, parameters } = query.compile()
  const { lastInsertRowid, changes } = statement(writer.connection, sql).run(...parameters)
  return { rowId: Number(lastInsertRowid), changes }
}
