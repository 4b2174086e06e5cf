import type { Request } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import type { BackupView } from '#shared/contract/safety-views.ts'
import type { LedgerStatus, Settings } from '#shared/contract/views.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { fillSample } from '../sample/fill-sample.ts'
import type { SampleLanguage } from '../sample/sample-words.ts'
import { countRedo, countUndo, nextRedo, nextUndo } from '../store/actions.ts'
import { latestNow, listBackups, newestBy } from '../store/backup-files.ts'
import { countLedger } from '../store/ledger-counts.ts'
import { readRecordsCurrentOn } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import { olderWarning } from '../store/seen.ts'
import { putSettings, readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext, Handlers } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'
import { revisionsOf } from './ledgers.ts'
import { countQuestions } from './review-handlers.ts'

/** Which ledger is open and how it stands; settings; and the sample, a ledger of its own (product.md L). */
export const statusHandlers: Handlers<'getStatus' | 'changeSettings' | 'openSample' | 'leaveSample'> = {
  getStatus: (context) => done(statusOf(context, context.store)),
  changeSettings: ({ store }, changes) =>
    store.adjust<Settings, never>((writer) => done(putSettings(writer, withoutGaps(changes)))),
  openSample,
  leaveSample: (context) => switched(context, 'own'),
}

/** The sample looks and reads as the user's own ledger does now; nothing else of that ledger goes into it, nor the names of its filters. */
function openSample(
  context: HandlerContext,
  { language }: Request<'openSample'>,
): Promise<Outcome<LedgerStatus, Refusal>> {
  const settings = context.store.read(readSettings)
  return switched(context, 'sample', { language, settings: { ...settings, savedFilters: [] } })
}

async function switched(
  context: HandlerContext,
  which: 'own' | 'sample',
  sample: { readonly language: SampleLanguage; readonly settings: Settings } | null = null,
): Promise<Outcome<LedgerStatus, Refusal>> {
  await givePreviewUp(context.store)
  const opened = context.ledgers.switchTo(which)
  if (!opened.ok) return opened
  const store = opened.value
  if (sample !== null) {
    if (store.read(countLedger).accounts === 0) fillSample(store, context.today, sample.language)
    const put = store.adjust<Settings, never>((writer) => done(putSettings(writer, sample.settings)))
    if (!put.ok) return put
  }
  return done(statusOf(context, store))
}

function statusOf({ today, now, ledgers }: HandlerContext, store: Store): LedgerStatus {
  const isSample = ledgers.isSample()
  return store.read((reader) => ({
    path: store.path,
    today,
    ...revisionsOf(store, isSample),
    sample: isSample,
    readOnly: store.readOnly === null ? null : { reason: store.readOnly },
    older: olderWarning(store),
    ...countLedger(reader),
    // The same questions as on the pages, so that the count beside Today is the length of its list.
    reviews: countQuestions(readLedger(reader, today)),
    recordsCurrentOn: readRecordsCurrentOn(reader),
    ...backupState(newestBy(listBackups(store.path), latestNow(now()))),
    undo: nextUndo(reader),
    undoSteps: countUndo(reader),
    redo: nextRedo(reader),
    redoSteps: countRedo(reader),
    settings: readSettings(reader),
  }))
}

/** A newest backup that failed does not count, and is not passed over either. */
function backupState(backups: readonly BackupView[]): Pick<LedgerStatus, 'lastBackup' | 'failedBackup'> {
  const [newest] = backups
  const lastBackup = backups.find(({ verified }) => verified) ?? null
  return { lastBackup, failedBackup: newest && !newest.verified ? newest : null }
}

/** Keys that were not sent are not changed. */
function withoutGaps<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
