import { readFileSync } from 'node:fs'
import { RefusedError } from './refused-error.ts'

/** A JSON file, or standard input for `-`. Refuses what cannot be read or is not JSON, with the reason. */
export function readJsonFile(path: string): unknown {
  const text = readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new RefusedError({ kind: 'file-not-json', values: { path, reason } })
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new RefusedError({
      kind: reason === 'ENOENT' ? 'file-not-found' : 'file-not-readable',
      values: { path, reason },
    })
  }
}
