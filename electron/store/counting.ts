/**
 * The condition under which a row of `entry` counts, for questions that must name an index and so cannot ask the view:
 * its action is active, and no version that counts supersedes it.
 */
export const counts = (alias: string): string => `
  ${alias}.appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
  AND ${alias}.seq NOT IN (
    SELECT supersedes FROM entry
    WHERE supersedes IS NOT NULL AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active'))`

/**
 * For a `WITH RECURSIVE`: the accounts that purchases are of. The index of purchases begins with the account: `spender`
 * steps from one to the next, so that the days of each are looked up and nothing is scanned.
 */
export const SPENDER = `spender (account) AS (
  SELECT min(account) FROM entry INDEXED BY entry_purchases WHERE kind = 'purchase'
  UNION ALL
  SELECT (SELECT min(e.account) FROM entry e INDEXED BY entry_purchases
    WHERE e.kind = 'purchase' AND e.account > spender.account) FROM spender WHERE spender.account IS NOT NULL)`
