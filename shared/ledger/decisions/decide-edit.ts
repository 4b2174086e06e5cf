import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused, unreachable } from '#shared/kernel/outcome.ts'
import type { Rate } from '#shared/kernel/rate.ts'
import type { AccountId } from '../account.ts'
import type { BillPartsShown, Entry, EntryId, LoanMethod, RepaymentPart } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/** Corrections: what the user changes of a fact, by the names that all kinds share. The rules of its kind are checked afterwards. */
export type EntryChanges = {
  readonly account?: AccountId | undefined
  readonly amount?: Fen | undefined
  readonly on?: Day | undefined
  readonly postedOn?: Day | null | undefined
  readonly month?: Month | undefined
  readonly shown?: Fen | null | undefined
  readonly shownMinimum?: Fen | null | undefined
  readonly parts?: BillPartsShown | null | undefined
  readonly paid?: Fen | undefined
  readonly of?: EntryId | null | undefined
  readonly label?: string | undefined
  readonly note?: string | undefined
  readonly fee?: Fen | undefined
  readonly feeRate?: Rate | undefined
  readonly count?: number | undefined
  readonly paidPeriods?: number | undefined
  readonly dailyRate?: Rate | undefined
  readonly method?: LoanMethod | undefined
  readonly repayDay?: number | undefined
  readonly split?: readonly RepaymentPart[] | undefined
}

export type EditRefusal = Refuses<'nothing-to-change'> | Refuses<'field-not-of-kind', 'field'>

type Field = keyof EntryChanges

/** What each shared name means for a kind; a name that is absent does not apply to it. */
const FIELDS: { readonly [K in Entry['kind']]: Partial<Record<Field, string>> } = {
  purchase: { account: 'account', amount: 'amount', on: 'orderedOn', postedOn: 'postedOn' },
  refund: { account: 'account', amount: 'amount', on: 'on', of: 'of' },
  bill: {
    account: 'account',
    month: 'month',
    shown: 'shown',
    amount: 'shown',
    shownMinimum: 'shownMinimum',
    parts: 'parts',
    paid: 'paid',
  },
  repayment: { amount: 'amount', on: 'on', split: 'split' },
  installments: {
    account: 'account',
    amount: 'principal',
    month: 'firstBill',
    of: 'of',
    feeRate: 'feeRate',
    count: 'count',
    paidPeriods: 'paidPeriods',
  },
  loan: {
    account: 'account',
    amount: 'principal',
    on: 'drawnOn',
    count: 'count',
    paidPeriods: 'paidParts',
    dailyRate: 'dailyRate',
    method: 'method',
    repayDay: 'repayDay',
  },
  deferral: { account: 'account', amount: 'amount', fee: 'fee', month: 'month', on: 'on' },
  quota: { account: 'account', amount: 'used', on: 'on' },
  review: {},
}

/** The corrected entry, under the same id. */
export function decideEdit(entry: Entry, changes: EntryChanges): Outcome<Entry, EditRefusal> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const names: Partial<Record<string, string>> = { ...FIELDS[entry.kind], label: 'label', note: 'note' }
  const changed: Record<string, unknown> = {}
  for (const [field, value] of given) {
    const name = names[field]
    if (name === undefined) return refused({ kind: 'field-not-of-kind', values: { field } })
    changed[name] = value
  }
  const isSame = Object.entries(changed).every(([name, value]) => isEqual(entry[name as keyof Entry], value))
  const corrected = settled({ ...entry, ...changed } as Entry, changed)
  return isSame && isEqual(corrected, entry) ? refused({ kind: 'nothing-to-change', values: {} }) : done(corrected)
}

/** What the user says by hand is no longer assumed (of a plan or a deferral its fee, of a loan its rate, even the guessed one), and a single part of a repayment follows its amount and account. */
function settled(entry: Entry, changed: Readonly<Record<string, unknown>>): Entry {
  switch (entry.kind) {
    case 'purchase':
      return 'postedOn' in changed || 'orderedOn' in changed ? { ...entry, postingAssumed: false } : entry
    case 'installments':
      return { ...entry, certain: entry.certain || 'feeRate' in changed }
    case 'loan':
      return { ...entry, certain: entry.certain || 'dailyRate' in changed }
    case 'repayment': {
      const [only, ...more] = entry.split ?? []
      if (!only || more.length > 0 || 'split' in changed) return entry
      return { ...entry, split: [{ ...only, amount: entry.amount }] }
    }
    case 'deferral':
      return 'fee' in changed && entry.certain === false ? { ...entry, certain: true } : entry
    case 'refund':
    case 'bill':
    case 'quota':
    case 'review':
      return entry
    default:
      return unreachable(entry)
  }
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export type DeleteRefusal = Refuses<'entry-has-dependents', 'count' | 'entry'>

/** @param dependents entries that point to it: refunds, plans and repayments would lose what they belong to. */
export function decideDelete(entry: Entry, dependents: readonly EntryId[]): Outcome<Entry, DeleteRefusal> {
  const [first] = dependents
  if (first === undefined) return done(entry)
  return refused({ kind: 'entry-has-dependents', values: { count: dependents.length, entry: first } })
}
