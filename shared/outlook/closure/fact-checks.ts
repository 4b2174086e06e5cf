import { addDays, type Day, dayText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import { refundedOf } from '#shared/ledger/book/events.ts'
import { totalOf } from '#shared/ledger/cells.ts'
import type { Purchase, QuotaCopy } from '#shared/ledger/entry.ts'
import { ofAccount } from '#shared/ledger/ledger.ts'
import type { Evidence } from '../answers.ts'
import { trailingUntil } from '../residue.ts'
import { evidence, warning } from '../warning.ts'
import { billedIn, type ClosureCheck, cellsIn, inScope, mustBeZero, payableOn, type Scope } from './scope.ts'
import { ALL_TARGETS, BILLED_TARGETS } from './targets.ts'

/** Requirements that follow from single facts: receipts, repayments, reviews, refunds, copied quotas (engine.md 10). */

export const receiptsConfirmed: ClosureCheck = {
  code: 'receipts-confirmed',
  kind: 'block',
  targets: BILLED_TARGETS,
  check: (scope) => {
    const awaiting = billedIn(scope).flatMap((book) => book.awaiting)
    const known = new Set(awaiting.map(({ id }) => id))
    const open = [...awaiting, ...stillToCome(scope).filter(({ id }) => !known.has(id))].map((purchase) =>
      evidence(
        'awaiting-receipt',
        {
          label: labelOf(scope, purchase),
          orderedOn: dayText(purchase.orderedOn),
          amount: yuanText(purchase.amount),
        },
        { account: purchase.account, entry: purchase.id, amount: purchase.amount },
      ),
    )
    return mustBeZero(scope, open, { code: 'confirm-receipts', earliestOn: null })
  },
}

/**
 * Purchases that Alipay has not finished although no book holds them as such: their debt is posted through installments,
 * or their day is still to come.
 */
function stillToCome(scope: Scope): readonly Purchase[] {
  const refunded = refundedOf(scope.ledger.entries)
  return scope.ledger.entries.flatMap((entry) => {
    if (entry.kind !== 'purchase' || !inScope(scope, entry.account)) return []
    if (entry.postedOn !== null && entry.postedOn <= scope.today) return []
    const amount = fen(entry.amount - (refunded.get(entry.id) ?? 0))
    return amount > 0 ? [{ ...entry, amount }] : []
  })
}

/** The master test: the used quota that Alipay itself shows is 0.00, copied after the last change (domain.md 6.16). */
export const usedQuotaZero: ClosureCheck = {
  code: 'used-quota-zero',
  kind: 'block',
  targets: ALL_TARGETS,
  check: (scope) => {
    if (scope.accounts.length === 0) return { status: 'unknown', action: warning('add-the-account') }
    const lines = scope.accounts.map((account) => quotaLine(scope, account.id))
    const action = warning('copy-used-quota')
    const earliestOn = payableOn(scope)
    const used = lines.filter((line) => line.code === 'quota-used')
    if (used.length > 0) {
      return {
        status: 'unmet',
        amount: sumFen(used.flatMap((line) => line.amount ?? [])),
        evidence: lines,
        action,
        earliestOn,
      }
    }
    if (lines.some((line) => line.code !== 'quota-zero' && line.code !== 'account-closed')) {
      return { status: 'unknown', evidence: lines, action, earliestOn }
    }
    return { status: 'met', evidence: lines }
  },
}

function quotaLine(scope: Scope, id: string): Evidence {
  const account = scope.accounts.find((one) => one.id === id)
  const name = account?.name ?? id
  const copies = scope.ledger.entries.filter(
    (entry): entry is QuotaCopy => entry.kind === 'quota' && entry.account === id && entry.on <= scope.today,
  )
  const latest = copies.reduce<QuotaCopy | null>((a, b) => (a === null || b.on >= a.on ? b : a), null)
  if (account && isClosedForGood(scope, account)) return evidence('account-closed', { account: name }, { account: id })
  if (latest === null) return evidence('quota-never-copied', { account: name }, { account: id })
  const behind = { account: id, entry: latest.id, amount: latest.used }
  const values = { account: name, on: dayText(latest.on), amount: yuanText(latest.used) }
  const newest = ofAccount(scope.ledger.newestEntryOn, id)
  if (newest !== undefined && latest.on < newest) {
    return evidence('quota-outdated', { ...values, changedOn: dayText(newest) }, { ...behind })
  }
  return evidence(latest.used === 0 ? 'quota-zero' : 'quota-used', values, behind)
}

/** Closed, nothing left, and nothing moved since: whatever moves afterwards says that it is not closed. */
function isClosedForGood(scope: Scope, { id, status, closedOn }: Account): boolean {
  if (status !== 'closed' || closedOn === null || totalOf(cellsIn(scope, id)) > 0) return false
  return (ofAccount(scope.ledger.newestEntryOn, id) ?? closedOn) <= closedOn
}

/** Until the user says where a combined repayment went, no zero that rests on it is sure (domain.md 6.6). */
export const repaymentsAllocated: ClosureCheck = {
  code: 'repayments-allocated',
  kind: 'block',
  targets: BILLED_TARGETS,
  check: (scope) => {
    const open = scope.ledger.entries.flatMap((entry) => {
      if (entry.kind !== 'repayment' || entry.split !== null) return []
      if (entry.candidates.length > 0 && !entry.candidates.some((id) => inScope(scope, id))) return []
      const values = { on: dayText(entry.on), amount: yuanText(entry.amount) }
      return [evidence('repayment-unallocated', values, { entry: entry.id, amount: entry.amount })]
    })
    return mustBeZero(scope, open, { code: 'allocate-repayments', earliestOn: scope.today })
  },
}

export const reviewsAnswered: ClosureCheck = {
  code: 'reviews-answered',
  kind: 'block',
  targets: ALL_TARGETS,
  check: (scope) => {
    const open = scope.ledger.entries.flatMap((entry) => {
      if (entry.kind !== 'review') return []
      if (entry.accounts.length > 0 && !entry.accounts.some((id) => inScope(scope, id))) return []
      const values = { on: dayText(entry.on), amount: yuanText(entry.amount), label: entry.label }
      return [evidence('review-open', values, { entry: entry.id, amount: entry.amount })]
    })
    return mustBeZero(scope, open, { code: 'answer-reviews', earliestOn: scope.today })
  },
}

export const refundsFinal: ClosureCheck = {
  code: 'refunds-final',
  kind: 'warn',
  targets: ALL_TARGETS,
  check: (scope) => {
    const open = scope.ledger.entries.flatMap((entry) => {
      if (entry.kind !== 'refund' && entry.kind !== 'purchase') return []
      if (!inScope(scope, entry.account)) return []
      const awaited = entry.kind === 'refund' ? entry.inFlight : entry.refundExpected
      if (!awaited) return []
      const on = entry.kind === 'refund' ? entry.on : entry.orderedOn
      const values = { on: dayText(on), amount: yuanText(entry.amount), label: labelOf(scope, entry) }
      const code = entry.kind === 'refund' ? 'refund-in-flight' : 'refund-expected'
      return [evidence(code, values, { account: entry.account, entry: entry.id, amount: entry.amount })]
    })
    return mustBeZero(scope, open, { code: 'wait-for-refunds', earliestOn: null })
  },
}

/** Interest that ran in the running cycle shows with the next statement only (domain.md 13). */
export const residueWatched: ClosureCheck = {
  code: 'residue-watched',
  kind: 'warn',
  targets: ALL_TARGETS,
  check: (scope) => {
    const open = billedIn(scope).flatMap((book) => {
      const until = trailingUntil(book)
      return until === null ? [] : [{ until, account: book.account }]
    })
    if (open.length === 0) return { status: 'met' }
    return {
      status: 'unmet',
      evidence: open.map(({ until, account }) =>
        evidence('interest-may-follow', { account: account.name, until: dayText(until) }, { account: account.id }),
      ),
      action: warning('look-again', { on: dayText(latest(open.map(({ until }) => until))) }),
      earliestOn: latest(open.map(({ until }) => until)),
    }
  },
}

const latest = (days: readonly Day[]): Day => Math.max(...days) as Day

/** Days in which a purchase can be returned where nothing else is known. */
export const RETURN_DAYS = 7

export const returnsOver: ClosureCheck = {
  code: 'returns-over',
  kind: 'warn',
  targets: ALL_TARGETS,
  check: (scope) => {
    const purchases = scope.ledger.entries.flatMap((entry) => {
      if (entry.kind !== 'purchase' || entry.postedOn === null || !inScope(scope, entry.account)) return []
      const until = entry.returnUntil ?? addDays(entry.postedOn, RETURN_DAYS)
      if (until < scope.today) return []
      return [{ account: entry.account, entry: entry.id, label: labelOf(scope, entry), amount: entry.amount, until }]
    })
    const summed = scope.ledger.postings.flatMap(({ what, account, amount, on }) => {
      const until = addDays(on, RETURN_DAYS)
      if (until < scope.today || what !== 'purchase' || !inScope(scope, account)) return []
      return [{ account, label: labelOf(scope, { account, label: '' }), amount, until }]
    })
    const open = [...purchases, ...summed]
    if (open.length === 0) return { status: 'met' }
    const lines = open.map(({ until, label, ...behind }) =>
      evidence('return-window', { label, until: dayText(until), amount: yuanText(behind.amount) }, behind),
    )
    const over = addDays(latest(open.map(({ until }) => until)), 1)
    return {
      status: 'unmet',
      evidence: lines,
      action: warning('wait-for-returns', { on: dayText(over) }),
      earliestOn: over,
    }
  },
}

/** The shop, or where nobody wrote one the account. */
const labelOf = (scope: Scope, { label, account }: { readonly label: string; readonly account: string }): string =>
  label || (scope.accounts.find((one) => one.id === account)?.name ?? account)
