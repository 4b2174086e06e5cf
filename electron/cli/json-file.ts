import { readFileSync } from 'node:fs'
import { scenarioInside } from '#shared/contract/dossier/scenario-inside.ts'
import { RefusedError } from './refused-error.ts'

/** A JSON file, or standard input for `-`. Refuses what cannot be read or is not JSON, with the reason. */
export const readJsonFile = (path: string): unknown => parsed(readText(path), path)

/** A scenario as JSON, or the one that a dossier carries. */
export function readScenarioFile(path: string): unknown {
  const text = readText(path)
  return parsed(scenarioInside(text) ?? text, path)
}

function parsed(text: string, path: string): unknown {
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
