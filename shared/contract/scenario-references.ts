import { monthText } from '#shared/kernel/day.ts'
import { type Fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { type Account, isBilled, isLending } from '#shared/ledger/account.ts'
import { checkShown } from '#shared/ledger/decisions/decide-debt.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { wrongField } from './field-refusals.ts'
import type { Refusal } from './reply.ts'
import type { Scenario } from './scenario.ts'
import { misfitsAmong } from './scenario-fit.ts'

/** What no single field can know: that names exist once, that they point to something, that parts sum to their whole. */

type Known = {
  readonly accounts: ReadonlyMap<string, Account>
  readonly kinds: ReadonlyMap<EntryId, Entry['kind']>
  /** Whose account each purchase is on. */
  readonly purchases: ReadonlyMap<EntryId, string>
}

/** The first violation with its path, or null. */
export function checkReferences(
  scenario: Scenario,
  accounts: readonly Account[],
  entries: readonly Entry[],
): Refusal | null {
  const known: Known = {
    accounts: new Map(accounts.map((account) => [account.id, account])),
    kinds: new Map(entries.map(({ id, kind }) => [id, kind])),
    purchases: new Map(entries.flatMap((one) => (one.kind === 'purchase' ? [[one.id, one.account]] : []))),
  }
  return checkAccounts(scenario, accounts) ?? checkEntries(scenario, entries, known) ?? checkPlan(scenario.plan, known)
}

function checkAccounts({ accounts: stated }: Scenario, accounts: readonly Account[]): Refusal | null {
  const seen = new Set<string>()
  for (const [index, account] of accounts.entries()) {
    const path = `accounts[${index}]`
    if (seen.has(account.id)) return wrongField(`${path}.id`, 'id-twice', account.id)
    seen.add(account.id)
    const { balance, balanceOn, interest } = stated[index]!
    if (account.kind !== 'other') {
      if (balance !== undefined) return wrongField(`${path}.balance`, 'only-for-other-debts')
      if (balanceOn !== undefined) return wrongField(`${path}.balanceOn`, 'only-for-other-debts')
      if (interest !== undefined) return wrongField(`${path}.interest`, 'only-for-other-debts')
    }
    if (interest?.model === 'monthly-apr' && interest.minimum !== undefined && interest.minimumPercent !== undefined) {
      return wrongField(`${path}.interest.minimumPercent`, 'minimum-twice')
    }
  }
  return null
}

function checkEntries(scenario: Scenario, entries: readonly Entry[], known: Known): Refusal | null {
  const seen = new Set<EntryId>()
  const bills = new Set<string>()
  const inPlans = new Set<EntryId>()
  const misfits = misfitsAmong(entries)
  for (const [index, entry] of entries.entries()) {
    const path = `entries[${index}]`
    if (seen.has(entry.id)) return wrongField(`${path}.id`, 'id-twice', entry.id)
    seen.add(entry.id)
    if (entry.kind === 'bill') {
      const bill = `${entry.account} ${monthText(entry.month)}`
      if (bills.has(bill)) return wrongField(`${path}.month`, 'bill-twice', monthText(entry.month))
      bills.add(bill)
    }
    if (entry.kind === 'installments' && entry.of !== null) {
      // A purchase is posted through its plan: through two of them it would be owed twice.
      if (inPlans.has(entry.of)) return wrongField(`${path}.of`, 'purchase-in-two-plans', entry.of)
      inPlans.add(entry.of)
    }
    const stated = scenario.entries[index]
    const misfit = misfits.get(entry.id)
    if (misfit && !(stated && 'asRecorded' in stated && stated.asRecorded))
      return wrongField(`${path}.${misfit.field}`, misfit.rule, misfit.text)
    if (stated?.kind === 'refund' && stated.purchaseMissing && known.accounts.has(stated.account)) continue
    const wrong = checkEntry(entry, path, known)
    if (wrong) return wrong
  }
  return null
}

function checkEntry(entry: Entry, path: string, known: Known): Refusal | null {
  if ('account' in entry) {
    const account = known.accounts.get(entry.account)
    if (!account) return wrongField(`${path}.account`, 'account-unknown', entry.account)
    const unfit = unfitFor(account, entry.kind)
    if (unfit) return wrongField(`${path}.account`, unfit, entry.account)
  }
  switch (entry.kind) {
    case 'refund':
      return checkPointer(entry.of, ['purchase'], { path: `${path}.of`, known })
    case 'installments':
      if (entry.paidPeriods > entry.count) return wrongField(`${path}.paidPeriods`, 'value-too-large', `${entry.count}`)
      return (
        checkParts({ ...entry, shown: entry.shownPeriods }, `${path}.shownPeriods`) ??
        checkPointer(entry.of, ['purchase'], { path: `${path}.of`, known }) ??
        checkOwnPurchase(entry, path, known)
      )
    case 'loan':
      if (entry.paidParts > entry.count) return wrongField(`${path}.paidParts`, 'value-too-large', `${entry.count}`)
      return checkParts({ ...entry, shown: entry.shownParts }, `${path}.shownParts`)
    case 'repayment':
      return checkRepayment(entry, path, known)
    case 'review':
      return checkNames(entry.accounts, `${path}.accounts`, known)
    default:
      return null
  }
}

type Parts = {
  readonly count: number
  readonly principal: Fen
  readonly shown: Parameters<typeof checkShown>[0]['shown']
}

/** Parts that are shown beyond the principal, or are all shown and fall short of it, would be owed twice or by nobody. */
function checkParts({ count, principal, shown }: Parts, path: string): Refusal | null {
  const wrong = checkShown({ count, paid: 0, shown, principal })
  if (!wrong) return null
  const sum = sumFen(shown.map((part) => part.principal))
  return wrong.kind === 'shown-part-twice' || wrong.kind === 'shown-part-out-of-range'
    ? wrongField(path, wrong.kind, String(wrong.values.number))
    : wrongField(path, 'parts-do-not-sum', `${yuanText(sum)} ≠ ${yuanText(principal)}`)
}

/** A purchase is posted through its plan: on another account it would be owed to somebody else. */
function checkOwnPurchase(plan: Entry & { kind: 'installments' }, path: string, { purchases }: Known): Refusal | null {
  const account = plan.of === null ? plan.account : purchases.get(plan.of)
  return account === plan.account ? null : wrongField(`${path}.of`, 'entry-unknown', plan.of ?? '')
}

/** What an account of its kind cannot have would be read and never counted: a debt that nobody sees. */
function unfitFor(account: Account, kind: Entry['kind']): string | null {
  if (kind === 'loan') return isLending(account) ? null : 'account-without-loans'
  const needsBills = ['purchase', 'refund', 'bill', 'installments', 'deferral'].includes(kind)
  return needsBills && !isBilled(account) ? 'account-without-bills' : null
}

function checkRepayment(entry: Entry & { kind: 'repayment' }, path: string, known: Known): Refusal | null {
  if (entry.split === null) return checkNames(entry.candidates, `${path}.candidates`, known)
  for (const [index, part] of entry.split.entries()) {
    const at = `${path}.split[${index}]`
    const account = known.accounts.get(part.account)
    if (!account) return wrongField(`${at}.account`, 'account-unknown', part.account)
    if (part.month !== null && !isBilled(account)) {
      return wrongField(`${at}.month`, 'account-without-bills', part.account)
    }
    const wrong = checkPointer(part.settles, ['installments', 'loan'], { path: `${at}.settles`, known })
    if (wrong) return wrong
  }
  const sum = sumFen(entry.split.map(({ amount }) => amount))
  if (sum === entry.amount) return null
  return wrongField(`${path}.split`, 'split-does-not-sum', `${yuanText(sum)} ≠ ${yuanText(entry.amount)}`)
}

type Place = { readonly path: string; readonly known: Known }

function checkPointer(to: EntryId | null, kinds: readonly Entry['kind'][], { path, known }: Place): Refusal | null {
  if (to === null) return null
  const kind = known.kinds.get(to)
  return kind !== undefined && kinds.includes(kind) ? null : wrongField(path, 'entry-unknown', to)
}

function checkNames(names: readonly string[], path: string, { accounts }: Known): Refusal | null {
  const index = names.findIndex((name) => !accounts.has(name))
  return index === -1 ? null : wrongField(`${path}[${index}]`, 'account-unknown', names[index])
}

function checkPlan(plan: Scenario['plan'], known: Known): Refusal | null {
  if (plan === null) return null
  const wrongOrder = plan.order && checkNames(plan.order, 'plan.order', known)
  if (wrongOrder) return wrongOrder
  for (const [index, { account }] of plan.newSpending.entries()) {
    if (!known.accounts.has(account))
      return wrongField(`plan.newSpending[${index}].account`, 'account-unknown', account)
  }
  for (const [index, id] of plan.settleEarly.entries()) {
    const wrong = checkPointer(id, ['installments'], { path: `plan.settleEarly[${index}]`, known })
    if (wrong) return wrong
  }
  return null
}
