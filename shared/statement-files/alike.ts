/**
 * Questions that one answer can be given to: the same wording, whatever month or number stands in it, or rows that
 * could not be read. The others each have figures of their own.
 */
export function alikeKey(reason: string, text: string): string | null {
  if (reason === 'row-not-readable') return reason
  return WORDING.has(reason) ? `${reason}|${text.replace(/\d+/g, '#')}` : null
}

/** Whether an answer to all of them holds for rows to come as well: a wording stays, damage does not come again. */
export const isRemembered = (reason: string): boolean => WORDING.has(reason)

const WORDING: ReadonlySet<string> = new Set([
  'unknown-wording',
  'unconfirmed-wording',
  'unknown-status',
  'lender-not-named',
  'marked-not-counted',
])
