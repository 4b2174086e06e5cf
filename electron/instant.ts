/** A moment in milliseconds since 1970 in UTC, as machines exchange it. */
export const instantText = (at: number): string => new Date(at).toISOString()

/** The same for the name of a file, where signs between the numbers are not allowed everywhere. Sorts by time. */
export const fileStamp = (at: number): string => instantText(at).replace(/[-:.Z]/g, '')
