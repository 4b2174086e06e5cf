import type { Migration } from './migration.ts'

/**
 * Purchases and the refunds that follow them, added up per account and day, so that what is owed is known without
 * reading them one by one. The sums are kept per action, as what the action changed: which actions count is always a
 * beginning of the history (actions are undone from the newest back), so the sums of those that count add up to what
 * counts, and an undo changes one row here too.
 *
 * No trigger keeps them: the store writes them with each action (sums/), and an action that was not summed yet, as all
 * of an older ledger are, is found by `summed`.
 */
export const dailySums: Migration = {
  name: '0002-daily-sums',
  minReader: 1,
  sql: `
ALTER TABLE action ADD COLUMN summed INTEGER NOT NULL DEFAULT 0 CHECK (summed BETWEEN 0 AND 1);
CREATE INDEX action_not_summed ON action (state) WHERE summed = 0;

CREATE TABLE daily_sum (
  action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  -- 'apart': refunds whose purchase is not in the ledger; no sum holds them.
  what TEXT NOT NULL CHECK (what = 'purchase' OR what = 'refund' OR what = 'apart'),
  account TEXT NOT NULL,
  sums TEXT NOT NULL CHECK (json_valid(sums)),
  UNIQUE (action, what, account)
) STRICT;

CREATE INDEX entry_refunds_single ON entry (kind) WHERE kind = 'refund' AND (of_id IS NULL OR in_flight = 1);
`,
}
