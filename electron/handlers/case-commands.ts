import { termValuesFrom } from '#shared/contract/accounts-from-fields.ts'
import { dayText } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { CaseFact, Notice } from '#shared/ledger/case/case-fact.ts'
import { findAccountOr } from '#shared/ledger/decisions/decide-account.ts'
import { decideChannel, decideSystemClosing, decideWayToPay } from '#shared/ledger/decisions/decide-case.ts'
import { decideAnswer, decideContact, decidePromise } from '#shared/ledger/decisions/decide-contact.ts'
import { changesTerms, decideNotice, decideReview } from '#shared/ledger/decisions/decide-notice.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { compareShown } from '#shared/outlook/case/compare.ts'
import { addTerms } from '#shared/outlook/case/notice-effect.ts'
import { findAccount, putTerms, readAccounts, supersedeAccount } from '../store/accounts.ts'
import { findCaseFact, putCaseFact, withdrawCaseFact } from '../store/case-facts.ts'
import { readWholeLedger } from '../store/entry-facts.ts'
import type { Reader, Writer } from '../store/queries.ts'
import type { Handled, Handlers, RuleRefusal } from './handler.ts'

type Changed = { readonly id: string }

/** One fact of the case file each; with the `id` of one that is there it is put right, and the history keeps both. */
export const caseCommands: Handlers<
  | 'recordContact'
  | 'settlePromise'
  | 'answerComplaint'
  | 'recordNotice'
  | 'reviewNotice'
  | 'recordChannel'
  | 'recordWayToPay'
  | 'compareWithAlipay'
  | 'recordSystemClosing'
  | 'withdrawCaseFact'
> = {
  recordContact: ({ store, today }, { id, complaint, promise, ...said }) => {
    const on = said.on ?? today
    return store.write<Changed, RuleRefusal>({ code: 'contact-recorded', values: { on: dayText(on) } }, (writer) => {
      const before = known(writer, id, 'contact')
      if (!before.ok) return before
      const named = accountNamed(writer, said.account)
      if (!named.ok) return named
      const draft = {
        ...said,
        kind: 'contact' as const,
        id: id ?? writer.newId(),
        on,
        promise: promise && { ...promise, settled: before.value?.promise?.settled ?? null },
        complaint: complaint ? { answeredOn: before.value?.complaint?.answeredOn ?? null } : null,
      }
      return put(writer, decideContact(today, draft))
    })
  },

  settlePromise: ({ store, today }, { id, on, kept }) =>
    store.write<Changed, RuleRefusal>({ code: 'promise-settled', values: {} }, (writer) => {
      const contact = found(writer, id, 'contact')
      return contact.ok ? put(writer, decidePromise(contact.value, { on: on ?? today, kept }, today)) : contact
    }),

  answerComplaint: ({ store, today }, { id, on: given }) => {
    const on = given ?? today
    return store.write<Changed, RuleRefusal>({ code: 'complaint-answered', values: { on: dayText(on) } }, (writer) => {
      const contact = found(writer, id, 'contact')
      return contact.ok ? put(writer, decideAnswer(contact.value, on, today)) : contact
    })
  },

  recordNotice: ({ store, today }, { id, set, ...said }) => {
    const on = said.on ?? today
    return store.write<Changed, RuleRefusal>({ code: 'notice-recorded', values: { on: dayText(on) } }, (writer) => {
      const before = known(writer, id, 'notice')
      if (!before.ok) return before
      const named = accountNamed(writer, said.account)
      if (!named.ok) return named
      const reviewedOn = before.value?.reviewedOn ?? null
      const draft = {
        ...said,
        kind: 'notice' as const,
        id: id ?? writer.newId(),
        on,
        set: termValuesFrom(set),
        reviewedOn,
      }
      const decided = decideNotice(today, draft)
      if (!decided.ok) return decided
      if (before.value) takeBackTerms(writer, before.value)
      setTerms(writer, decided.value)
      return put(writer, decided)
    })
  },

  reviewNotice: ({ store, today }, { id }) =>
    store.write<Changed, RuleRefusal>({ code: 'notice-reviewed', values: {} }, (writer) => {
      const notice = found(writer, id, 'notice')
      return notice.ok ? put(writer, decideReview(notice.value, today)) : notice
    }),

  recordChannel: ({ store, today }, { id, ...fields }) =>
    store.write<Changed, RuleRefusal>({ code: 'channel-recorded', values: { label: fields.label } }, (writer) => {
      const before = known(writer, id, 'channel')
      if (!before.ok) return before
      const usedThisYear = fields.usedThisYear ?? before.value?.usedThisYear ?? ZERO
      const draft = { ...fields, kind: 'channel' as const, id: id ?? writer.newId(), on: today, usedThisYear }
      return put(writer, decideChannel(today, draft))
    }),

  recordWayToPay: ({ store, today }, { id, ...fields }) =>
    store.write<Changed, RuleRefusal>({ code: 'way-to-pay-recorded', values: { label: fields.label } }, (writer) => {
      const before = known(writer, id, 'way-to-pay')
      if (!before.ok) return before
      return put(writer, decideWayToPay({ ...fields, kind: 'way-to-pay', id: id ?? writer.newId(), on: today }))
    }),

  compareWithAlipay: ({ store, today }, { account, shown, note }) =>
    store.write({ code: 'amounts-compared', values: { account } }, (writer) => {
      const ledger = readWholeLedger(writer, today)
      const owed = owedOn(ledger).accounts.find(({ id }) => id === account)
      if (!owed) return refused({ kind: 'account-not-found', values: { id: account } })
      if (Object.values(shown).every((figure) => figure === null)) return refused({ kind: 'comparison-empty' })
      const compared = compareShown(ledger, owed, shown)
      const id = writer.newId()
      putCaseFact(writer, { kind: 'comparison', id, on: today, account, shown, note, ...compared })
      return done({ id, differences: compared.differences.length, largest: largestOf(compared.differences) })
    }),

  recordSystemClosing: ({ store, today }, { id, ...said }) => {
    const on = said.on ?? today
    const label = { code: 'closed-by-lender', values: { on: dayText(on), account: said.account } }
    return store.write<Changed, RuleRefusal>(label, (writer) => {
      const before = known(writer, id, 'system-closing')
      if (!before.ok) return before
      const account = findAccountOr(readAccounts(writer), said.account)
      if (!account.ok) return account
      const draft = { ...said, kind: 'system-closing' as const, id: id ?? writer.newId(), on }
      const decided = decideSystemClosing(today, account.value, draft)
      if (!decided.ok) return decided
      const superseded = supersedeAccount(writer, decided.value.account)
      return superseded.ok ? put(writer, done(decided.value.closing)) : superseded
    })
  },

  withdrawCaseFact: ({ store }, { id }) =>
    store.write<Changed, RuleRefusal>({ code: 'case-fact-withdrawn', values: {} }, (writer) => {
      const fact = findCaseFact(writer, id)
      if (!fact) return refused({ kind: 'case-fact-not-found', values: { id } })
      if (fact.kind === 'notice') takeBackTerms(writer, fact)
      if (fact.kind === 'system-closing') reopen(writer, fact)
      withdrawCaseFact(writer, fact)
      return done({ id })
    }),
}

type OfKind<K extends CaseFact['kind']> = Extract<CaseFact, { kind: K }>

function found<K extends CaseFact['kind']>(reader: Reader, id: string, kind: K): Outcome<OfKind<K>, RuleRefusal> {
  const fact = findCaseFact(reader, id)
  if (fact?.kind !== kind) return refused({ kind: 'case-fact-not-found', values: { id } })
  return done(fact as OfKind<K>)
}

/** Null for a new fact; one that is put right must be there. */
const known = <K extends CaseFact['kind']>(reader: Reader, id: string | undefined, kind: K) =>
  id === undefined ? done<OfKind<K> | null>(null) : found(reader, id, kind)

function put(writer: Writer, decided: Outcome<CaseFact, RuleRefusal>): Handled<Changed> {
  return decided.ok ? done({ id: putCaseFact(writer, decided.value) }) : decided
}

const accountNamed = (reader: Reader, id: string | null): Outcome<unknown, RuleRefusal> =>
  id === null ? done(null) : findAccountOr(readAccounts(reader), id)

/** A notice's terms are ordinary dated terms: every figure, every export and every scenario knows them as such. */
function setTerms(writer: Writer, notice: Notice): void {
  const account = notice.account === null ? null : findAccount(writer, notice.account)
  if (!account || notice.from === null || !changesTerms(notice)) return
  const terms = addTerms(account.terms, { from: notice.from, source: 'user', set: notice.set })
  for (const dated of terms) if (!account.terms.includes(dated)) putTerms(writer, account.id, dated)
}

function takeBackTerms(writer: Writer, { account: id, from, set }: Notice): void {
  const account = id === null ? null : findAccount(writer, id)
  const dated = account?.terms.find((one) => one.from === from)
  if (!account || !dated) return
  const kept = Object.entries(dated.set).filter(([name]) => !(name in set))
  putTerms(writer, account.id, { ...dated, set: Object.fromEntries(kept) })
}

/** A closing that was recorded by mistake: the account is open again, unless something else happened to it since. */
function reopen(writer: Writer, { account: id, state }: OfKind<'system-closing'>): void {
  const account = findAccount(writer, id)
  if (account?.status !== (state === 'frozen' ? 'frozen' : 'closed-by-lender')) return
  supersedeAccount(writer, { ...account, status: 'open' })
}

const largestOf = (differences: readonly { readonly difference: number }[]) =>
  differences.reduce(
    (most, { difference }) => (Math.abs(difference) > Math.abs(most) ? difference : most),
    0,
  ) as typeof ZERO
