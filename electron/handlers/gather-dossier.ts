import { createHash } from 'node:crypto'
import { defaultName } from '#shared/contract/accounts-from-fields.ts'
import { type MadeDossier, makeDossier } from '#shared/contract/dossier/dossier.ts'
import { ledgerToScenario } from '#shared/contract/scenario-export.ts'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Refuses } from '#shared/ledger/decisions/refusal-figures.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Redactable } from '#shared/outlook/case/named-in.ts'
import type { Placeholders, WordChoice } from '#shared/outlook/case/names.ts'
import { ofPerson } from '#shared/outlook/case/of-person.ts'
import { redacted } from '#shared/outlook/case/redact.ts'
import { closableTargets, ownersOf } from '#shared/outlook/closure/targets.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { readAccounts } from '../store/accounts.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { readWholeLedger } from '../store/entry-facts.ts'
import { readPlan } from '../store/notes.ts'
import type { HandlerContext } from './handler.ts'

/** Reads all that counts, without names where that was asked, and makes the dossier with its own facts inside. */

export type DossierRequest = {
  readonly language: TextLanguage
  readonly redact: boolean
  /** Whose accounts, where two people's are kept here; everyone's where it is not said. */
  readonly owner?: string | undefined
} & Partial<WordChoice>

export type GatheredDossier = MadeDossier & {
  readonly ledger: Ledger
  readonly caseFacts: readonly CaseFact[]
  readonly scenario: string
}

const PLACEHOLDERS: Readonly<Record<TextLanguage, Placeholders>> = {
  'zh-CN': { shop: '商户', person: '人', number: '号码', account: '账户', file: '附件', word: '隐去' },
  en: { shop: 'shop ', person: 'person ', number: 'number ', account: 'account ', file: 'file-', word: 'hidden ' },
}

export function gatherDossier(context: HandlerContext, request: DossierRequest): GatheredDossier {
  const { language, redact, owner } = request
  const whole = readRedactable(context)
  const read = owner === undefined ? whole : ofPerson(whole, owner)
  const { ledger, facts, plan } = redact ? withoutNames(read, request) : read
  const scenario = `${JSON.stringify(ledgerToScenario(ledger, plan, asksOf(ledger, plan)), null, 1)}\n`
  const sha256 = createHash('sha256').update(scenario.trim()).digest('hex')
  const ask = { ledger, facts, plan, language, redacted: redact, scenario: { text: scenario, sha256 } }
  return { ...makeDossier(ask), ledger, caseFacts: facts, scenario }
}

export const readRedactable = ({ store, today }: HandlerContext): Redactable =>
  store.read((reader) => ({
    ledger: readWholeLedger(reader, today),
    facts: readCaseFacts(reader),
    plan: readPlan(reader),
  }))

/** Asked before anything is gathered: a name that nobody here has would make a dossier of nothing. */
export function decidePerson(
  { store }: HandlerContext,
  owner: string | undefined,
): Outcome<null, Refuses<'owner-unknown', 'owner' | 'owners'>> {
  const owners = ownersOf(store.read(readAccounts))
  if (owner === undefined || owners.includes(owner)) return done(null)
  return refused({ kind: 'owner-unknown', values: { owner, owners: owners.join(', ') } })
}

/** An account whose own name is gone is called by its kind and lender, so that every sentence still tells which it is. */
function withoutNames(read: Redactable, { language, hide = [], keep = [] }: DossierRequest): Redactable {
  const { ledger, facts, plan } = redacted(read, PLACEHOLDERS[language], { hide, keep })
  const accounts = ledger.accounts.map((account) =>
    account.name === '' ? { ...account, name: defaultName(account.kind, account.lender) } : account,
  )
  return { ledger: { ...ledger, accounts }, facts, plan }
}

/** What the dossier states, so that `simulate` answers just that. */
function asksOf(ledger: Ledger, plan: Plan | null): readonly string[] {
  const on = dayText(ledger.today)
  return [
    'owed',
    'bills',
    ...(plan ? ['projection'] : []),
    ...closableTargets(ledger).map((target) => `closure:${target}`),
    ...ledger.accounts.map(({ id }) => `quote:${id}@${on}`),
  ]
}
