import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportFields } from '#shared/contract/export-fields.ts'
import { isReplaceable } from '#shared/contract/reply.ts'
import type { CheckView, DoctorReport, SalvageResult } from '#shared/contract/safety-views.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { fileStamp } from '../instant.ts'
import { LOG_FILE } from '../log.ts'
import { backupFolder } from '../store/backup-files.ts'
import { examine } from '../store/doctor/checks.ts'
import { repair } from '../store/doctor/repair.ts'
import { salvage } from '../store/doctor/salvage.ts'
import { checkSinceBackup } from '../store/doctor/since-backup.ts'
import { checkSums } from '../store/doctor/sums-check.ts'
import { ledgerRefusal } from '../store/open-refusal.ts'
import { readLedger } from '../store/read-ledger.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Handled, HandlerContext, RescueContext, RescueTable } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'
import { makeExport } from './make-export.ts'
import { unlessUnreadable } from './unless-unreadable.ts'

/** The doctor: looks at the file and at what must hold in it; repairs what it can prove; reads out what can be read. */
export const doctorHandlers: Pick<RescueTable, 'examine' | 'repair' | 'salvage'> = {
  examine: (context) => done(reportOf(context, { repaired: [], kept: null })),

  repair: async (context) => {
    const { store, closedBy, now } = context
    if (store === null) return refused(closedBy ?? ledgerRefusal('ledger-damaged', context))
    await givePreviewUp(store)
    const repaired = repair(store, now(), (checkSums(store)?.count ?? 0) > 0)
    return repaired.ok ? done(reportOf(context, repaired.value)) : repaired
  },

  salvage: (context) => salvageInto(context),
}

function reportOf(context: RescueContext, { repaired, kept }: Pick<DoctorReport, 'repaired' | 'kept'>): DoctorReport {
  const { store, path, closedBy, today } = context
  const checks = store === null ? [] : checksOf(store, today)
  return { path, checks, closedBy: closedBy?.kind ?? null, repaired, kept, faults: faultsIn(context) }
}

function checksOf(store: Store, today: HandlerContext['today']): readonly CheckView[] {
  const compared = [checkSums(store), checkSinceBackup(store)].filter((check) => check !== null)
  return [...examine(store.connection.raw), ...compared, figuresOf(store, today)]
}

/** Whether the rules can work out what is owed, and the sixteen cells sum to it. */
function figuresOf(store: Store, today: HandlerContext['today']): CheckView {
  const check = { check: 'figures', repairable: false }
  try {
    const owed = owedOn(store.read((reader) => readLedger(reader, today)))
    const apart = owed.accounts.reduce((sum, account) => sum + account.total, 0) !== owed.total
    return { ...check, count: apart ? 1 : 0, examples: [] }
  } catch (error) {
    return { ...check, count: 1, examples: [error instanceof Error ? error.name : 'unknown'] }
  }
}

export const logOf = ({ logFolder }: RescueContext): string => join(logFolder, LOG_FILE)

/** A fault begins a line with its instant and its reference. */
function faultsIn(context: RescueContext): number {
  const log = logOf(context)
  if (!existsSync(log)) return 0
  return readFileSync(log, 'utf8').match(/^\S+Z [0-9A-F]{8} /gm)?.length ?? 0
}

/** What was read out before stays, whatever the clock says. */
function freeFolder(stem: string, at: number): string {
  const folder = `${stem}-${fileStamp(at)}`
  return existsSync(folder) ? freeFolder(stem, at + 1) : folder
}

/** A new ledger with what could be read, and the same as CSV and as a scenario, in a folder of its own. */
function salvageInto(context: RescueContext): Handled<SalvageResult> {
  const { path, closedBy, now } = context
  if (!existsSync(path)) return refused(ledgerRefusal('ledger-not-found', context))
  if (closedBy !== null && !isReplaceable(closedBy.kind)) return refused(closedBy)
  const folder = freeFolder(join(backupFolder(path), 'salvaged'), now())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ledger = join(folder, 'ledger.huaqing')
  const salvaged = salvage(path, ledger)
  if (salvaged === null) {
    rmSync(folder, { recursive: true, force: true })
    return refused({ kind: 'salvage-nothing', path })
  }
  const opened = openStore({ path: ledger, create: false, now, randomId: () => 'salvaged' })
  if (!opened.ok) return opened
  const store = opened.value
  try {
    const files = (['csv', 'scenario'] as const).flatMap((format) => {
      const made = unlessUnreadable(context.logFolder, () =>
        makeExport({ ...context, store, closedBy: null }, exportFields.parse({ format, bom: true })),
      )
      if (!made?.ok) return []
      const file = join(folder, made.value.name)
      writeFileSync(file, [...made.value.pieces].join(''), { mode: 0o600 })
      return [file]
    })
    return done({ files: [ledger, ...files], ...salvaged })
  } finally {
    store.close()
  }
}
