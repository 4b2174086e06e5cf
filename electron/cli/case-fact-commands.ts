import { resolve } from 'node:path'
import { caseContract } from '#shared/contract/case-contract.ts'
import { date } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { eventsOfFact } from '#shared/outlook/case/timeline.ts'
import { attachmentHandlers } from '../handlers/attachment-handlers.ts'
import { caseCommands } from '../handlers/case-commands.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { UsageError } from './refused-error.ts'
import { requestOf, termsTyped, wholeOrText } from './request.ts'
import { table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** The facts of the case file, told as in the window: the contract's own schema, the window's own handler. */

type Told = { readonly id: string }

const telling = (terminal: Terminal, tell: (session: LedgerSession) => Promise<Told>): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { id } = await tell(session)
    terminal.answer({ schema: 'huaqing/case-fact@1', id }, () => terminal.say(cliTexts.caseFactKept, { id }))
  })

export type ContactOptions = {
  readonly channel?: string
  readonly on?: string
  readonly time?: string
  readonly account?: string
  readonly agent?: string
  readonly ticket?: string
  readonly reason?: string
  readonly said?: string
  readonly promise?: string
  readonly by?: string
  readonly followUp?: string
  readonly complaint?: boolean
}

export const recordContact = (terminal: Terminal, options: ContactOptions): Promise<void> =>
  telling(terminal, (session) => {
    const { promise, by, followUp, ...plain } = options
    const promised = promise === undefined && by === undefined ? undefined : { what: promise ?? '', by }
    const typed = { ...plain, promise: promised, followUpOn: followUp }
    return session.ask(caseCommands.recordContact, requestOf(caseContract.recordContact.request, typed))
  })

export type PromiseOptions = { readonly on?: string; readonly kept?: boolean; readonly broken?: boolean }

export const settlePromise = (terminal: Terminal, id: string, { on, kept, broken }: PromiseOptions): Promise<void> =>
  telling(terminal, (session) => {
    if (kept === broken) throw new UsageError('--kept / --broken')
    const typed = { id, on, kept: kept === true }
    return session.ask(caseCommands.settlePromise, requestOf(caseContract.settlePromise.request, typed))
  })

export const answerComplaint = (terminal: Terminal, id: string, options: { readonly on?: string }): Promise<void> =>
  telling(terminal, (session) => {
    const request = requestOf(caseContract.answerComplaint.request, { id, ...options })
    return session.ask(caseCommands.answerComplaint, request)
  })

export type NoticeOptions = {
  readonly on?: string
  readonly source?: string
  readonly link?: string
  readonly text?: string
  readonly account?: string
  readonly from?: string
  readonly set?: readonly string[]
  readonly review?: string
}

export const recordNotice = (terminal: Terminal, { set, review, ...plain }: NoticeOptions): Promise<void> =>
  telling(terminal, (session) => {
    const typed = { ...plain, reviewOn: review, set: set && termsTyped(set) }
    return session.ask(caseCommands.recordNotice, requestOf(caseContract.recordNotice.request, typed))
  })

export const reviewNotice = (terminal: Terminal, id: string): Promise<void> =>
  telling(terminal, (session) =>
    session.ask(caseCommands.reviewNotice, requestOf(caseContract.reviewNotice.request, { id })),
  )

export type ChannelOptions = {
  readonly way?: string
  readonly label?: string
  readonly place?: string
  readonly available?: string
  readonly perPayment?: string
  readonly perYear?: string
  readonly usedThisYear?: string
}

export const recordChannel = (terminal: Terminal, { place, ...plain }: ChannelOptions): Promise<void> =>
  telling(terminal, (session) => {
    const typed = { ...plain, place: place === undefined ? undefined : wholeOrText(place) }
    return session.ask(caseCommands.recordChannel, requestOf(caseContract.recordChannel.request, typed))
  })

export type WayOptions = { readonly use?: string; readonly label?: string }

export const recordWayToPay = (terminal: Terminal, options: WayOptions): Promise<void> =>
  telling(terminal, (session) =>
    session.ask(caseCommands.recordWayToPay, requestOf(caseContract.recordWayToPay.request, options)),
  )

export type ComparisonOptions = {
  readonly billed?: string
  readonly unbilled?: string
  readonly installments?: string
  readonly used?: string
  readonly note?: string
}

export const compareWithAlipay = (terminal: Terminal, account: string, options: ComparisonOptions): Promise<void> =>
  telling(terminal, (session) => {
    const { billed, unbilled, installments, used, note } = options
    const typed = { account, shown: { billed, unbilled, installments, usedQuota: used }, note }
    return session.ask(caseCommands.compareWithAlipay, requestOf(caseContract.compareWithAlipay.request, typed))
  })

export type StoppedOptions = {
  readonly state?: string
  readonly on?: string
  readonly reason?: string
  readonly said?: string
}

export const recordSystemClosing = (terminal: Terminal, account: string, options: StoppedOptions): Promise<void> =>
  telling(terminal, (session) => {
    const request = requestOf(caseContract.recordSystemClosing.request, { account, ...options })
    return session.ask(caseCommands.recordSystemClosing, request)
  })

export const attachFile = (terminal: Terminal, file: string, options: { readonly of?: string }): Promise<void> =>
  telling(terminal, (session) => {
    const request = requestOf(caseContract.attachFile.request, { fileToken: resolve(file), ...options })
    return session.ask(attachmentHandlers.attachFile, request)
  })

export const withdrawCaseFact = (terminal: Terminal, id: string): Promise<void> =>
  telling(terminal, (session) =>
    session.ask(caseCommands.withdrawCaseFact, requestOf(caseContract.withdrawCaseFact.request, { id })),
  )

/** Every fact with the id that the other commands take. */
export const listCaseFacts = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const facts = session.store.read(readCaseFacts).flatMap((fact) => {
      const [own] = eventsOfFact(fact, session.today)
      if (own === undefined) return []
      const { what, text, account } = own
      return [{ id: fact.id, kind: fact.kind, on: date(fact.on), account, what, text }]
    })
    terminal.answer({ schema: 'huaqing/case-facts@1', facts }, () => {
      const columns = [cliTexts.id, cliTexts.day, cliTexts.what, cliTexts.label].map((head) => ({
        title: terminal.say(head),
      }))
      const rows = facts.map(({ id, on, what, text }) => [
        id,
        on,
        coded(terminal, 'case', what).trim(),
        text.replaceAll(/\s+/g, ' ').slice(0, 60),
      ])
      return table(columns, rows)
    })
  })

/** What a dossier without names hides, before `--hide` and `--keep`. */
export const listRedactionWords = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const words = await session.ask(attachmentHandlers.listRedactionWords, {})
    terminal.answer({ schema: 'huaqing/redaction-words@1', words }, () => words.map(({ name }) => name).join('\n'))
  })
