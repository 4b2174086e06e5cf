import { FIRST_DAY, LAST_DAY } from '#shared/kernel/day.ts'
import { MAX_FEN } from '#shared/kernel/money.ts'
import type { Migration } from './migration.ts'

const amount = (column: string): string => `CHECK (abs(${column}) <= ${MAX_FEN})`
const day = (column: string): string => `CHECK (${column} BETWEEN ${FIRST_DAY} AND ${LAST_DAY})`
const yesNo = (column: string): string => `INTEGER NOT NULL DEFAULT 0 CHECK (${column} BETWEEN 0 AND 1)`
/** Written as a chain: SQLite builds a table for every longer IN list, for every row that it checks. */
const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${values.map((value) => `${column} = '${value}'`).join(' OR ')})`

const ENTRY_KINDS = [
  'purchase',
  'refund',
  'kept',
  'withdrawn',
  'repayment',
  'bill',
  'installments',
  'loan',
  'deferral',
  'quota',
  'review',
]

/**
 * The first schema. Three ideas carry it:
 *
 * - Every command is one row of `action`. What it appended counts while the action is `active`; undoing an import of
 *   100,000 rows changes one row.
 * - `entry` and `record` only grow. A correction is a new version under the same id whose `supersedes` points back;
 *   a deletion is a version of kind `withdrawn`.
 * - Money is whole fen and a day is a whole number of days since 1970-01-01 in Asia/Shanghai; both are checked here too.
 */
export const ledger: Migration = {
  name: '0001-ledger',
  minReader: 1,
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Its place in the history, from the moment it counts: an import is staged before and committed after other actions.
  place INTEGER UNIQUE,
  at INTEGER NOT NULL,
  code TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),
  state TEXT NOT NULL ${oneOf('state', ['staging', 'active', 'undone', 'dropped'])},
  -- The process that stages an import: what it leaves behind when it dies is removed by the next one.
  pid INTEGER,
  CHECK ((place IS NULL) = (state = 'staging'))
) STRICT;
CREATE INDEX action_not_counting ON action (state) WHERE state <> 'active';

CREATE TABLE statement_file (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- Whose Alipay account it is of, as printed.
  owner TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL,
  -- When Alipay made the file: a file made earlier never turns a newer status back.
  exported_at INTEGER,
  summary TEXT NOT NULL CHECK (json_valid(summary))
) STRICT;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL ${oneOf('kind', ENTRY_KINDS)},
  appended_by INTEGER NOT NULL REFERENCES action (id),
  supersedes INTEGER REFERENCES entry (seq),
  account TEXT,
  amount INTEGER NOT NULL DEFAULT 0 ${amount('amount')},
  day INTEGER NOT NULL ${day('day')},
  posted_on INTEGER ${day('posted_on')},
  month INTEGER CHECK (month BETWEEN 22800 AND 26399),
  of_id TEXT,
  return_until INTEGER ${day('return_until')},
  posting_assumed ${yesNo('posting_assumed')},
  refund_expected ${yesNo('refund_expected')},
  in_flight ${yesNo('in_flight')},
  label TEXT NOT NULL DEFAULT '',
  order_no TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- What only its kind has, for the kinds of which a ledger holds few.
  body TEXT CHECK (json_valid(body)),
  file INTEGER REFERENCES statement_file (id),
  line INTEGER,
  why TEXT,
  raw TEXT,
  CHECK (body IS NOT NULL
    OR ((kind = 'purchase' OR kind = 'refund') AND account IS NOT NULL) OR kind = 'kept' OR kind = 'withdrawn')
) STRICT;
CREATE INDEX entry_by_id ON entry (id, kind, posted_on, appended_by);
CREATE INDEX entry_superseded ON entry (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX entry_by_day ON entry (day, appended_by) WHERE kind <> 'withdrawn' AND kind <> 'kept';
CREATE INDEX entry_purchases ON entry (account, posted_on, amount, posting_assumed, appended_by) WHERE kind = 'purchase';
CREATE INDEX entry_refunds ON entry (account, day, of_id, amount, in_flight, appended_by) WHERE kind = 'refund';
CREATE INDEX entry_refund_of ON entry (of_id) WHERE of_id IS NOT NULL;
CREATE INDEX entry_refund_expected ON entry (refund_expected) WHERE refund_expected = 1;
CREATE INDEX entry_return_until ON entry (return_until) WHERE return_until IS NOT NULL;
-- Asked for with "body IS NOT NULL": SQLite takes a partial index only where the question says so.
CREATE INDEX entry_of_few ON entry (kind) WHERE body IS NOT NULL;

-- The accounts of an entry that may concern several: a divided repayment, a question.
CREATE TABLE entry_account (
  entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
  account TEXT NOT NULL,
  PRIMARY KEY (account, entry)
) STRICT, WITHOUT ROWID;

-- Accounts, terms, plans, confirmations: the newest version that counts is the one that holds; no body means removed.
CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL ${oneOf('kind', ['account', 'terms', 'plan', 'confirmation', 'records-current'])},
  id TEXT NOT NULL,
  body TEXT CHECK (json_valid(body)),
  appended_by INTEGER NOT NULL REFERENCES action (id)
) STRICT;
CREATE INDEX record_by_id ON record (kind, id, seq);

CREATE VIEW counting_entry AS
  SELECT * FROM entry
  WHERE kind <> 'withdrawn' AND kind <> 'kept'
    AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
    AND seq NOT IN (
      SELECT supersedes FROM entry
      WHERE supersedes IS NOT NULL AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active'));

CREATE VIEW counting_record AS
  SELECT kind, id, body, appended_by, max(seq) AS seq FROM record
  WHERE appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
  GROUP BY kind, id;
`,
}
