import { FIRST_DAY, LAST_DAY } from '#shared/kernel/day.ts'
import type { Migration } from './migration.ts'

/**
 * The case file: contacts, notices, channels, comparisons, closings by the lender, attachments. Versioned and tied to
 * an action like `record`, in tables of its own because that table's list of kinds is closed. What a file holds is kept
 * once, by its hash, and stays when the attachment is undone, so that redo finds it again. An older program reads the
 * rest of the ledger correctly: no figure rests on these tables, for a notice's terms are ordinary dated terms.
 */
export const caseFile: Migration = {
  name: '0004-case-file',
  minReader: 1,
  sql: `
CREATE TABLE case_fact (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
  id TEXT NOT NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN ${FIRST_DAY} AND ${LAST_DAY}),
  -- No body means withdrawn.
  body TEXT CHECK (json_valid(body)),
  appended_by INTEGER NOT NULL REFERENCES action (id)
) STRICT;
CREATE INDEX case_fact_by_id ON case_fact (id, seq);

CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  content BLOB NOT NULL CHECK (length(content) <= 8388608)
) STRICT;

CREATE VIEW counting_case_fact AS
  SELECT kind, id, day, body, appended_by, max(seq) AS seq FROM case_fact
  WHERE appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
  GROUP BY id;
`,
}
