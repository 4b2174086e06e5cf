/**
 * Tokens for what the user chose. The page holds tokens only; the paths stay on this side, so that no page, not even a
 * broken one, can name a file that no dialog, drop or upload has given.
 */
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ChosenFile } from '#shared/contract/shell.ts'

const MAX_KEPT = 200

type Chosen = { readonly path: string; readonly temporary: boolean }

export type ChosenFiles = {
  /** Null when it is not an ordinary file that can be read. `temporary` files are removed when forgotten. */
  readonly add: (path: string, options?: { readonly name?: string; readonly temporary?: boolean }) => ChosenFile | null
  readonly addFolder: (path: string) => string
  readonly pathOf: (token: string) => string | null
  /** Removes temporary files; at the end of the program. */
  readonly clear: () => void
}

export function createChosenFiles(): ChosenFiles {
  const kept = new Map<string, Chosen>()
  const forget = (token: string, { path, temporary }: Chosen): void => {
    kept.delete(token)
    if (temporary) rmSync(path, { force: true })
  }
  const keep = (chosen: Chosen): string => {
    const [oldest] = kept
    if (kept.size >= MAX_KEPT && oldest !== undefined) forget(...oldest)
    const token = randomBytes(18).toString('base64url')
    kept.set(token, chosen)
    return token
  }
  return {
    add: (path, { name = basename(path), temporary = false } = {}) => {
      const status = statSync(path, { throwIfNoEntry: false })
      if (!status?.isFile()) return null
      return { fileToken: keep({ path, temporary }), name, size: status.size }
    },
    addFolder: (path) => keep({ path, temporary: false }),
    pathOf: (token) => kept.get(token)?.path ?? null,
    clear: () => {
      for (const entry of [...kept]) forget(...entry)
    },
  }
}
