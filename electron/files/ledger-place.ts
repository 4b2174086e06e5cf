import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

/**
 * A ledger that was moved leaves a small file in the data folder that says where it lies. Window, browser mode and
 * command line read it where no other ledger is named, so that all of them open the same one.
 */
export const PLACE_FILE = 'ledger-place.json'

/** Null where the ledger was never moved. A file that says nothing is a fault: an empty ledger in its place would lie. */
export function readPlace(file: string): string | null {
  if (!existsSync(file)) return null
  const place: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof place === 'object' && place !== null && 'ledger' in place && typeof place.ledger === 'string')
    return place.ledger
  throw new Error(`${PLACE_FILE} names no ledger`)
}

/** Whole or not at all, and on the disk before it counts; null is the place that was never moved. */
export function writePlace(file: string, ledger: string | null): void {
  if (ledger === null) {
    rmSync(file, { force: true })
    return
  }
  const making = `${file}.making`
  const opened = openSync(making, 'w', 0o600)
  try {
    writeSync(opened, `${JSON.stringify({ ledger })}\n`)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(making, file)
}
