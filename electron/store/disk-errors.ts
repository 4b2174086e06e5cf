/** What an error of the disk says of a ledger. Apart, so that a thread which only looks at a copy loads nothing else. */

/**
 * SQLite met a page that cannot be one of this file, or the file ends in the middle of one. A disk that cannot be read
 * has codes of its own: nothing is known of what lies there then.
 */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(String(error.code))

/** What was read is none of its kind: `UnreadableRecord` says so. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'LEDGER_UNREADABLE'

/** Nothing is wrong with the ledger, it only cannot be asked now: that says nothing about what is in it. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED|FULL|NOMEM|INTERRUPT)/.test(String(error.code))
