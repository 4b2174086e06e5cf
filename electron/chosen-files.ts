/**
 * Tokens for what the user chose. The page holds tokens only; the paths stay on this side, so that no page, not even a
 * broken one, can name a file that no dialog, drop or upload has given.
 */
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ChosenFile } from '#shared/contract/shell.ts'

const MAX_KEPT = 200

type Chosen = { readonly path: string; readonly folder: string | null }

export type ChosenFiles = {
  /** Null when it is not an ordinary file. `temporaryFolder`, made for this file alone, is removed with the token. */
  readonly add: (path: string, temporaryFolder?: string) => ChosenFile | null
  readonly addFolder: (path: string) => string
  readonly pathOf: (token: string) => string | null
  /** Removes temporary files; at the end of the program. */
  readonly clear: () => void
}

export function createChosenFiles(): ChosenFiles {
  const kept = new Map<string, Chosen>()
  const forget = (token: string, { folder }: Chosen): void => {
    kept.delete(token)
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
  const keep = (chosen: Chosen): string => {
    const [oldest] = kept
    if (kept.size >= MAX_KEPT && oldest !== undefined) forget(...oldest)
    const token = randomBytes(18).toString('base64url')
    kept.set(token, chosen)
    return token
  }
  return {
    add: (path, temporaryFolder) => {
      const status = statSync(path, { throwIfNoEntry: false })
      if (!status?.isFile()) return null
      return { fileToken: keep({ path, folder: temporaryFolder ?? null }), name: basename(path), size: status.size }
    },
    addFolder: (path) => keep({ path, folder: null }),
    pathOf: (token) => kept.get(token)?.path ?? null,
    clear: () => {
      for (const entry of [...kept]) forget(...entry)
    },
  }
}
