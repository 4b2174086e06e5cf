import { addDays, type Day, maxDay } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { Entry, QuotaCopy } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { accountFrom, freeAccountId, termValuesFrom } from './accounts-from-fields.ts'
import { entryFrom, quotaFrom } from './entries-from-fields.ts'
import { readFields } from './field-refusals.ts'
import { planFrom } from './plan-from-fields.ts'
import type { Refusal } from './reply.ts'
import { type Scenario, type ScenarioAccount, scenarioSchema } from './scenario.ts'
import { type Ask, readAsks } from './scenario-asks.ts'
import { checkReferences } from './scenario-references.ts'

/** A scenario as the rules take it. `plan` is null where the file makes none; a projection is then refused. */
export type ScenarioLedger = { readonly ledger: Ledger; readonly plan: Plan | null; readonly asks: readonly Ask[] }

/** @param json what stands in the file, parsed. Refuses with the path of each wrong field; nothing is repaired. */
export function readScenario(json: unknown): Outcome<ScenarioLedger, Refusal> {
  const parsed = readFields(scenarioSchema, json)
  return parsed.ok ? scenarioToLedger(parsed.value) : parsed
}

export function scenarioToLedger(scenario: Scenario): Outcome<ScenarioLedger, Refusal> {
  const accounts = accountsOf(scenario)
  const entries = withoutArrivedRefunds(entriesOf(scenario, accounts))
  const wrong = checkReferences(scenario, accounts, entries)
  if (wrong) return refused(wrong)
  const plan = scenario.plan === null ? done(null) : planFrom(scenario.plan, scenario.today, 'plan.')
  if (!plan.ok) return plan
  const around = { today: scenario.today, accounts, hasPlan: plan.value !== null }
  const asks = readAsks(scenario.ask ?? ['owed'], around)
  if (!asks.ok) return asks
  return done({ ledger: ledgerOf(scenario, accounts, entries), plan: plan.value, asks: asks.value })
}

function ledgerOf(scenario: Scenario, accounts: readonly Account[], entries: readonly Entry[]): Ledger {
  const { today, confirmations, recordsCurrentOn } = scenario
  const newest = newestEntryOn(entries, today)
  const shops = recentShops(entries, today)
  for (const [index, stated] of scenario.accounts.entries()) {
    const { id } = accounts[index]!
    if (stated.changedOn) newest[id] = stated.changedOn
    if (stated.changedOn === null) delete newest[id]
    if (stated.recentShops?.length) shops[id] = stated.recentShops
    else if (stated.recentShops) delete shops[id]
  }
  return {
    today,
    accounts,
    entries,
    postings: [],
    confirmations,
    recordsCurrentOn,
    newestEntryOn: newest,
    recentShops: shops,
  }
}

function accountsOf({ accounts, today }: Scenario): readonly Account[] {
  const taken = new Set(accounts.flatMap(({ id }) => id ?? []))
  return accounts.map((stated) => {
    const id = stated.id ?? freeAccountId(stated.kind, (one) => taken.has(one))
    taken.add(id)
    return accountOf({ ...stated, id }, today)
  })
}

function accountOf(stated: ScenarioAccount & { readonly id: string }, today: Day): Account {
  const terms = stated.terms.map(({ from, source, ...set }) => ({ from, source, set: termValuesFrom(set) }))
  return { ...accountFrom(stated, stated.balanceOn ?? today), origin: stated.origin, terms }
}

/** Entries without an id are named after their place; an id that is already taken is left to the check. */
function entriesOf({ accounts: stated, entries, today }: Scenario, accounts: readonly Account[]): readonly Entry[] {
  const taken = new Set(entries.flatMap(({ id }) => id ?? []))
  const freeId = (wanted: string): string => {
    let id = wanted
    while (taken.has(id)) id = `${id}'`
    taken.add(id)
    return id
  }
  const listed = entries.map((fields, index) =>
    entryFrom(fields, fields.id ?? freeId(`entry-${index + 1}`), { today, accounts }),
  )
  const quotas = stated.flatMap(({ usedQuotaShown: shown }, index): QuotaCopy[] => {
    if (!shown) return []
    const { id: account } = accounts[index]!
    const fields = { account, used: shown.amount, on: shown.on, label: '', orderNo: null, note: '' }
    return [quotaFrom(fields, freeId(`quota-${account}`), today)]
  })
  return [...listed, ...quotas]
}

/** A refund that arrived is no longer expected, whether or not anyone unmarked its purchase: as the ledger reads it. */
function withoutArrivedRefunds(entries: readonly Entry[]): readonly Entry[] {
  const arrived = new Set(
    entries.flatMap((entry) => (entry.kind === 'refund' && !entry.inFlight ? (entry.of ?? []) : [])),
  )
  return entries.map((entry) =>
    entry.kind === 'purchase' && entry.refundExpected && arrived.has(entry.id)
      ? { ...entry, refundExpected: false }
      : entry,
  )
}

/** Where the file does not say when an account last changed, the newest day of its entries up to today counts. */
function newestEntryOn(entries: readonly Entry[], today: Day): Record<AccountId, Day> {
  const newest = new Map<AccountId, Day>()
  const touch = (account: AccountId, on: Day): void => {
    if (on <= today) newest.set(account, maxDay(newest.get(account) ?? on, on))
  }
  for (const entry of entries) {
    for (const account of accountsTouched(entry)) for (const on of daysOf(entry)) touch(account, on)
  }
  return Object.fromEntries(newest)
}

/** A copied quota changes nothing: it is the comparison itself. */
function accountsTouched(entry: Entry): readonly AccountId[] {
  switch (entry.kind) {
    case 'quota':
      return []
    case 'repayment':
      return entry.split ? entry.split.map(({ account }) => account) : entry.candidates
    case 'review':
      return entry.accounts
    default:
      return [entry.account]
  }
}

function daysOf(entry: Entry): readonly Day[] {
  switch (entry.kind) {
    case 'purchase':
      return entry.postedOn === null ? [entry.orderedOn] : [entry.orderedOn, entry.postedOn]
    case 'loan':
      return [entry.drawnOn]
    case 'bill':
    case 'installments':
      return []
    default:
      return [entry.on]
  }
}

/** The days in which a shop counts as one that may still debit by itself (engine.md 10, auto-debits-moved). */
const RECENT_DAYS = 90

function recentShops(entries: readonly Entry[], today: Day): Record<AccountId, readonly string[]> {
  const since = addDays(today, -RECENT_DAYS)
  const bought = entries.flatMap((entry) => (entry.kind === 'purchase' && entry.label !== '' ? [entry] : []))
  const recent = bought
    .filter(({ orderedOn }) => orderedOn > since && orderedOn <= today)
    .sort((a, b) => b.orderedOn - a.orderedOn)
  const shops = new Map<AccountId, string[]>()
  for (const { account, label } of recent) {
    const seen = shops.get(account) ?? []
    shops.set(account, seen)
    if (!seen.includes(label)) seen.push(label)
  }
  return Object.fromEntries(shops)
}
