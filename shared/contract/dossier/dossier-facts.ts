import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { Closure, PayoffQuote } from '#shared/outlook/answers.ts'
import { type CaseEvent, timelineOf } from '#shared/outlook/case/timeline.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { closableTargets } from '#shared/outlook/closure/targets.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import type { RunResult } from '#shared/outlook/projection/run.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { nameIn } from '../name-in.ts'
import { sentence } from '../texts/refusal-sentence.ts'
import { ROOM_TEXTS, type SentenceRoom } from '../texts/sentence-rooms.ts'
import { fill, type TextLanguage } from '../texts/text.ts'
import { type DossierWord, dossierWords } from './dossier-words.ts'

/** Everything that a dossier states, worked out once by the same rules that answer the screen. */
export type DossierAsk = {
  readonly ledger: Ledger
  readonly plan: Plan | null
  readonly facts: readonly CaseFact[]
  readonly language: TextLanguage
  readonly redacted: boolean
  /** The facts as a scenario, and the hash of that very text. */
  readonly scenario: { readonly text: string; readonly sha256: string }
}

export type Dossier = DossierAsk & {
  readonly owed: Owed
  readonly quotes: readonly PayoffQuote[]
  readonly bills: readonly Bill[]
  readonly course: RunResult
  readonly followed: Plan
  readonly closures: readonly Closure[]
  readonly events: readonly CaseEvent[]
  readonly say: (word: DossierWord, values?: Readonly<Record<string, string | number>>) => string
  readonly coded: (
    room: SentenceRoom,
    what: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
  ) => string
  readonly nameOf: (id: AccountId) => string
}

export function dossierFacts(ask: DossierAsk): Dossier {
  const { ledger, language } = ask
  const followed = ask.plan ?? planInFull(ledger.today)
  const course = simulate({ ...startOf(ledger, followed), withEvents: true })
  const names = new Map(ledger.accounts.flatMap((one) => [one.id, one.name].map((key) => [key, nameIn(one, language)])))
  const nameOf = (id: AccountId): string => names.get(id) ?? id
  const say: Dossier['say'] = (word, values = {}) => fill(dossierWords[word][language], values)
  return {
    ...ask,
    followed,
    course,
    owed: owedOn(ledger),
    quotes: payoffQuotes(ledger),
    bills: billsOf(ledger),
    closures: closableTargets(ledger).map((target) => closureOf(ledger, target, { projection: ask.plan && course })),
    events: timelineOf(ledger, ask.facts),
    say,
    coded: (room, { code, values }) => sentence(ROOM_TEXTS[room], { code, values: named(values, nameOf) }, language),
    nameOf,
  }
}

/** Accounts stand in sentences by id or by stored name; people read what they are called. */
const named = (values: Readonly<Record<string, string | number>>, nameOf: (id: string) => string) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (name === 'account' || name === 'name') && typeof value === 'string' ? nameOf(value) : value,
    ]),
  )

/** `1,234.50`. */
export const grouped = (amount: Fen): string => yuanText(amount).replace(/\B(?=(\d{3})+\.)/g, ',')
