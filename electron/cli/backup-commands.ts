import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { backupJson } from '#shared/contract/json/history-json.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { backupHandlers } from '../handlers/backup-handlers.ts'
import { crossing } from '../handlers/handler.ts'
import { openBackup } from '../handlers/open-backup.ts'
import { verifyLedger } from '../handlers/verify-ledger.ts'
import { instantText } from '../instant.ts'
import { logsBeside } from '../log.ts'
import { ledgerRefusal } from '../store/open-refusal.ts'
import { clockOf, ledgerPath, withLedger } from './ledger-session.ts'
import { RefusedError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'

/** Made beside the ledger and verified there; with `--to` a copy of it, verified once more where it lies. */
export const makeBackup = (terminal: Terminal, { to }: { to?: string }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const made = await session.ask(backupHandlers.makeBackup, {})
    const file = to === undefined ? made.file : copyTo(made.file, resolve(to))
    const checks = verifyLedger({ path: file, now: clockOf(terminal) }, logsBeside(ledgerPath(terminal)))
    if (!checks.ok) throw new RefusedError(checks.refusal)
    if (!checks.value.checks.every(({ ok }) => ok))
      throw new RefusedError({ kind: 'backup-not-verified', values: { file } })
    const backup = { ...backupJson({ ...made, file }, instantText), checks: checks.value.checks }
    const json = { schema: 'huaqing/backup@1', backup }
    terminal.answer(json, () => terminal.say(cliTexts.backupDone, { file, bytes: made.bytes }))
  })

function copyTo(file: string, folder: string): string {
  const copy = join(folder, basename(file))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    copyFileSync(file, copy)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reason === '') throw error
    throw new RefusedError({ kind: 'file-not-writable', values: { path: copy, reason } })
  }
  return copy
}

/** Looks at the ledger, or any file of one, without changing it. */
export async function verify(
  terminal: Terminal,
  file: string | undefined,
  { passphrase }: { passphrase?: string } = {},
): Promise<void> {
  const path = file === undefined ? ledgerPath(terminal) : resolve(file)
  if (!existsSync(path)) throw new RefusedError(ledgerRefusal('ledger-not-found', { path, now: clockOf(terminal) }))
  const opened = await openBackup({ file: path, typed: passphrase ?? null, wrapped: null }, ledgerPath(terminal))
  if (!opened.ok) throw new RefusedError(crossing(opened.refusal))
  const verified = verifyLedger({ path: opened.value.file, now: clockOf(terminal) }, logsBeside(ledgerPath(terminal)))
  opened.value.remove()
  if (!verified.ok) throw new RefusedError(verified.refusal)
  const { checks } = verified.value
  const problems = checks.filter(({ ok }) => !ok).map(({ check }) => ({ check }))
  if (problems.length > 0) {
    const reason = problems.map(({ check }) => check).join(', ')
    throw new RefusedError({ kind: 'ledger-damaged', values: { path, reason } })
  }
  const json = { schema: 'huaqing/verify@1', file: path, checks, problems }
  terminal.answer(json, () => terminal.say(cliTexts.verifyOk, { file: path }))
}
