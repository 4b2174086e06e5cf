import { dayText, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type Account, isBilled } from '../account.ts'
import type { Entry, EntryId, Repayment, RepaymentPart } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/** What the user may say about a repayment; where it then goes is the lender's order (domain.md 3.11, engine.md 6). */
export type RepaymentRefusal =
  | Refuses<'repayment-without-account'>
  | Refuses<'account-not-found', 'id'>
  | Refuses<'day-in-future', 'on'>
  | Refuses<'split-does-not-sum', 'sum' | 'amount' | 'difference'>
  | Refuses<'split-twice', 'account' | 'month'>
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'entry-not-found', 'id'>
  | Refuses<'settles-not-a-debt', 'id'>
  | Refuses<'settles-other-account', 'id' | 'owner' | 'account'>

export type RepaymentFacts = {
  readonly accounts: readonly Account[]
  readonly today: number
  /** What the parts that settle a plan or a loan point to. */
  readonly settled: ReadonlyMap<EntryId, Entry>
}

export function checkRepayment(facts: RepaymentFacts, draft: Repayment): Outcome<Repayment, RepaymentRefusal> {
  if (draft.on > facts.today) return refused({ kind: 'day-in-future', values: { on: dayText(draft.on) } })
  if (draft.split === null) return checkCandidates(facts, draft)
  const sum = sumFen(draft.split.map(({ amount }) => amount))
  if (sum !== draft.amount) {
    const difference = yuanText(fen(Math.abs(sum - draft.amount)))
    const values = { sum: yuanText(sum), amount: yuanText(draft.amount), difference }
    return refused({ kind: 'split-does-not-sum', values })
  }
  const seen = new Set<string>()
  for (const part of draft.split) {
    const wrong = checkPart(facts, part)
    if (wrong) return refused(wrong)
    const key = `${part.account}/${part.month}/${part.settles}`
    if (seen.has(key)) return refused({ kind: 'split-twice', values: { account: part.account, month: monthOf(part) } })
    seen.add(key)
  }
  return done(draft)
}

function checkCandidates({ accounts }: RepaymentFacts, draft: Repayment): Outcome<Repayment, RepaymentRefusal> {
  if (draft.candidates.length === 0) return refused({ kind: 'repayment-without-account', values: {} })
  const stranger = draft.candidates.find((id) => !accounts.some((account) => account.id === id))
  return stranger === undefined ? done(draft) : refused({ kind: 'account-not-found', values: { id: stranger } })
}

function checkPart({ accounts, settled }: RepaymentFacts, part: RepaymentPart): RepaymentRefusal | null {
  const account = accounts.find(({ id }) => id === part.account)
  if (!account) return { kind: 'account-not-found', values: { id: part.account } }
  if (part.month !== null && !isBilled(account)) return { kind: 'account-not-billed', values: { id: account.id } }
  if (part.settles === null) return null
  const debt = settled.get(part.settles)
  if (!debt) return { kind: 'entry-not-found', values: { id: part.settles } }
  if (debt.kind !== 'installments' && debt.kind !== 'loan') {
    return { kind: 'settles-not-a-debt', values: { id: part.settles } }
  }
  if (debt.account === part.account) return null
  return { kind: 'settles-other-account', values: { id: part.settles, owner: debt.account, account: part.account } }
}

const monthOf = (part: RepaymentPart): string => (part.month === null ? '' : monthText(part.month))
