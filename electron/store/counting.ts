/**
 * The condition under which a row of `entry` counts, for questions that must name an index and so cannot ask the view:
 * its action is active, and no version that counts supersedes it.
 */
export const counts = (alias: string): string => `
  ${alias}.appended_by NOT IN (SELECT id FROM action WHERE state <> 'active')
  AND ${alias}.seq NOT IN (
    SELECT supersedes FROM entry
    WHERE supersedes IS NOT NULL AND appended_by NOT IN (SELECT id FROM action WHERE state <> 'active'))`
