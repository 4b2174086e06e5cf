import type { Request } from '#shared/contract/contract.ts'
import type { ExportFormat } from '#shared/contract/export-fields.ts'
import { nameIn } from '#shared/contract/name-in.ts'
import { ledgerToScenario } from '#shared/contract/scenario-export.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { caseDue } from '#shared/ledger/case/case-due.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { actualPieces, ynabPieces } from '#shared/statement-files/export/account-csv.ts'
import { beancountPieces } from '#shared/statement-files/export/beancount.ts'
import { calendarPieces } from '#shared/statement-files/export/calendar.ts'
import { hledgerPieces } from '#shared/statement-files/export/hledger.ts'
import { ofxPieces } from '#shared/statement-files/export/ofx.ts'
import { huaqingCsvLines } from '#shared/statement-files/huaqing-csv.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { readWholeLedger } from '../store/entry-facts.ts'
import { readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import { readSettings } from '../store/settings.ts'
import { decidePerson, gatherDossier } from './gather-dossier.ts'
import type { Handled, HandlerContext } from './handler.ts'

/** A file on its way out: pieces that follow each other, so that no one needs to hold the whole text. */
export type ExportPieces = { readonly name: string; readonly mime: string; readonly pieces: Iterable<string> }

type Export = Request<'exportFile'>
type Maker = (context: HandlerContext, request: Export) => Handled<ExportPieces>

/** Gathers what a form needs and leaves the writing to its pure writer; one line for each form. */
export const makeExport: Maker = (context, request) => MAKERS[request.format](context, request)

const MAKERS: Readonly<Record<ExportFormat, Maker>> = {
  csv: ({ store, today }, { bom }) => file(today, 'csv', huaqingCsvLines(whole(store, today), { bom })),

  scenario: ({ store, today }) => {
    const { ledger, plan } = store.read((reader) => ({
      ledger: readWholeLedger(reader, today),
      plan: readPlan(reader),
    }))
    return file(today, 'json', [`${JSON.stringify(ledgerToScenario(ledger, plan), null, 1)}\n`])
  },

  beancount: ({ store, today }, { language }) =>
    file(today, 'beancount', beancountPieces(whole(store, today), language)),

  hledger: ({ store, today }, { language }) => file(today, 'journal', hledgerPieces(whole(store, today), language)),

  ofx: (context, request) => ofAccount(context, request, { extension: 'ofx', pieces: ofxPieces }),

  actual: (context, request) => ofAccount(context, request, { extension: 'csv', pieces: actualPieces }),

  ynab: (context, request) => ofAccount(context, request, { extension: 'csv', pieces: ynabPieces }),

  dossier: (context, request) => {
    const whose = decidePerson(context, request.owner)
    return whose.ok ? file(context.today, 'html', [gatherDossier(context, request).html]) : whose
  },

  ics: ({ store, today, now }, { amounts, language }) => {
    const { ledger, settings, caseDues } = store.read((reader) => ({
      ledger: readLedger(reader, today),
      settings: readSettings(reader),
      caseDues: caseDue(readCaseFacts(reader), today),
    }))
    const options = {
      caseDues,
      language,
      amounts: amounts ?? !settings.hideAmounts,
      madeAt: now(),
      sequence: store.revision(),
    }
    // A name that nobody gave is said in the language of the calendar.
    const accounts = ledger.accounts.map((account) => ({ ...account, name: nameIn(account, language) }))
    return file(today, 'ics', calendarPieces({ ...ledger, accounts }, options))
  },
}

type AccountForm = {
  readonly extension: 'csv' | 'ofx'
  readonly pieces: (ledger: Ledger, options: Export & { readonly account: AccountId }) => Iterable<string>
}

/** One account's rows; refuses where it is not clear whose. */
function ofAccount({ store, today }: HandlerContext, request: Export, form: AccountForm): Handled<ExportPieces> {
  const ledger = whole(store, today)
  const [only, another] = ledger.accounts
  const id = request.account ?? (another === undefined ? only?.id : undefined)
  if (id === undefined) return refused({ kind: 'export-account-needed', format: request.format })
  if (!ledger.accounts.some((one) => one.id === id)) return refused({ kind: 'account-not-found', id })
  const word = `${request.format}-${fileWord(id)}-`
  return file(today, form.extension, form.pieces(ledger, { ...request, account: id }), word)
}

/** An id as part of a file's name. */
export const fileWord = (id: string): string => id.replace(/[^\p{L}\p{N}.-]+/gu, '_').slice(0, 40)

const whole = (store: HandlerContext['store'], today: Day): Ledger =>
  store.read((reader) => readWholeLedger(reader, today))

const MIME = {
  csv: 'text/csv',
  json: 'application/json',
  ics: 'text/calendar',
  ofx: 'application/x-ofx',
  html: 'text/html',
  beancount: 'text/plain',
  journal: 'text/plain',
} as const

const file = (today: Day, extension: keyof typeof MIME, pieces: Iterable<string>, word = ''): Handled<ExportPieces> =>
  done({ name: `huaqing-${word}${dayText(today)}.${extension}`, mime: MIME[extension], pieces })
