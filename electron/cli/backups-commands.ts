import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { contract } from '#shared/contract/contract.ts'
import { backupJson } from '#shared/contract/json/history-json.ts'
import type { BackupView, SafetyView } from '#shared/contract/safety-views.ts'
import { backupReasonText } from '#shared/contract/texts/backup-reason-texts.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { momentText } from '#shared/kernel/moment.ts'
import { moveHandlers } from '../handlers/move-handlers.ts'
import { restoreHandlers } from '../handlers/restore-handlers.ts'
import { safetyHandlers } from '../handlers/safety-handlers.ts'
import { instantText } from '../instant.ts'
import { withLedger, withRescue } from './ledger-session.ts'
import { RefusedError } from './refused-error.ts'
import { requestOf } from './request.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export async function listBackups(terminal: Terminal): Promise<void> {
  const backups = await withRescue(terminal, async (context) => restoreHandlers.listBackups(context, {}))
  const json = { schema: 'huaqing/backups@1', backups: backups.map((backup) => backupJson(backup, instantText)) }
  terminal.answer(json, () => backupTable(terminal, backups))
}

function backupTable({ say, language }: Terminal, backups: readonly BackupView[]): string {
  if (backups.length === 0) return say(cliTexts.none)
  const columns = [
    { title: say(cliTexts.at) },
    { title: say(cliTexts.why) },
    { title: '' },
    { title: say(cliTexts.what) },
  ]
  const rows = backups.map(({ at, reason, verified, file }) => [
    momentText(at),
    backupReasonText(reason, language),
    verified ? '✓' : '✗',
    file,
  ])
  return table(columns, rows)
}

/** A second folder for backups; `none` ends it. */
export const setFolder = (terminal: Terminal, folder: string, { unlocked }: { unlocked?: boolean }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const path = folder === 'none' ? null : resolve(folder)
    if (path !== null && !(existsSync(path) && statSync(path).isDirectory()))
      throw new RefusedError({ kind: 'folder-not-found', values: { path } })
    const safety = await session.ask(safetyHandlers.setBackupFolder, { folderToken: path, plain: unlocked ?? false })
    terminal.answer({ schema: 'huaqing/safety@1', ...safety }, () => safetyLines(terminal, safety).join('\n'))
  })

/** The ledger in another folder, named for every later start. */
export const moveTo = (terminal: Terminal, folder: string, { anyway }: { anyway?: boolean }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const request = { folderToken: resolve(folder), anyway: anyway ?? false }
    const moved = await session.ask(moveHandlers.moveLedger, request)
    terminal.answer({ schema: 'huaqing/moved@1', ...moved }, () => terminal.say(cliTexts.moved, moved))
  })

/** Locks the copies in the second folder from now on; the key is said once. */
export const lock = (terminal: Terminal, options: { passphrase?: string }): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const request = requestOf(contract.lockBackups.request, options)
    const { secretKey } = await session.ask(safetyHandlers.lockBackups, request)
    terminal.answer({ schema: 'huaqing/backup-key@1', secretKey }, () =>
      terminal.say(cliTexts.backupsLocked, { secretKey }),
    )
  })

export const safety = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const view = await session.ask(safetyHandlers.getSafety, {})
    terminal.answer({ schema: 'huaqing/safety@1', ...view }, () => safetyLines(terminal, view).join('\n'))
  })

function safetyLines(terminal: Terminal, { folder, locked, warnings }: SafetyView): readonly string[] {
  const { say } = terminal
  const where = folder === null ? say(cliTexts.noSecondFolder) : say(cliTexts.secondFolder, { folder: folder.path })
  return [
    where,
    ...(locked ? [say(cliTexts.secondLocked)] : []),
    ...(folder?.isBehind ? [say(cliTexts.secondBehind)] : []),
    ...warnings.map((warning) => coded(terminal, 'surroundings', warning)),
  ]
}
