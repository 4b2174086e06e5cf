import type { Day } from '#shared/kernel/day.ts'

/**
 * The day up to which a statement file makes the ledger current (engine.md 10, `records-current`): the end of the days
 * it covers, not the day it was made. A file that left rows out, lost or gained rows, or has rows nobody could read
 * proves nothing, nor does the web site's export, which does not say what was paid on credit.
 */
export type StatementCover = {
  readonly format: string
  readonly to: Day | null
  readonly exportedOn: Day | null
  readonly onlyTypes: string | null
  readonly announcedRows: number | null
  readonly fileRows: number
  readonly rejected: number
}

export function currentAsOf(file: StatementCover): Day | null {
  const isWhole =
    file.onlyTypes === null && file.rejected === 0 && file.fileRows === (file.announcedRows ?? file.fileRows)
  if (!isWhole || !file.format.startsWith('alipay-app')) return null
  if (file.to === null || file.exportedOn === null) return file.to ?? file.exportedOn
  return file.to < file.exportedOn ? file.to : file.exportedOn
}
