import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { EntryId } from '../entry.ts'
import type { TermValues } from '../terms.ts'

/**
 * What is known of the case beside the money: whom the user talked to, what the lender announced, from where it can be
 * repaid (product.md G; domain.md 8.1, 9, 10). Like entries these facts are appended, superseded and withdrawn.
 */
export type CaseFact = Contact | Notice | Channel | WayToPay | Comparison | SystemClosing | Attachment
export type CaseFactId = string

/** A call, a chat, a letter: when, through what, with whom, what was said and what was promised (domain.md 10.5). */
export type Contact = {
  readonly kind: 'contact'
  readonly id: CaseFactId
  readonly on: Day
  /** `HH:MM`, or empty where it is not known any more. */
  readonly time: string
  readonly channel: ContactChannel
  /** The agent's name or number. */
  readonly agent: string
  readonly ticket: string
  readonly account: AccountId | null
  /** The reason they gave for the closing. */
  readonly reason: string
  readonly said: string
  readonly promise: AgentPromise | null
  /** A complaint was handed in: it must be decided within 15, 30 or at most 60 days (domain.md 10.6). */
  readonly complaint: { readonly answeredOn: Day | null } | null
  /** When to ask again; a later contact on or after that day settles it. */
  readonly followUpOn: Day | null
}

/** 95188 and 12378 are the only numbers with a source; the rest is reached where it is printed (domain.md 10.2, 10.7, 10.11). */
export const CONTACT_CHANNELS = ['95188', 'in-app', 'lender', '12378', 'letter', 'other'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export type AgentPromise = {
  readonly what: string
  readonly by: Day
  readonly settled: { readonly on: Day; readonly kept: boolean } | null
}

/** An announcement of the lender; one that changes terms sets them as ordinary dated terms of the account. */
export type Notice = {
  readonly kind: 'notice'
  readonly id: CaseFactId
  readonly on: Day
  readonly source: string
  readonly link: string
  readonly text: string
  readonly account: AccountId | null
  readonly from: Day | null
  readonly set: Partial<TermValues>
  readonly reviewOn: Day | null
  readonly reviewedOn: Day | null
}

export const REPAYMENT_WAYS = ['balance', 'yuebao', 'debit-card', 'friend', 'bank-transfer'] as const
export type RepaymentWay = (typeof REPAYMENT_WAYS)[number]

/** A way to get money to the lender, with its limits and its place in the automatic deduction (domain.md 9.1–9.3). */
export type Channel = {
  readonly kind: 'channel'
  readonly id: CaseFactId
  readonly on: Day
  readonly way: RepaymentWay
  readonly label: string
  /** 1 is taken first; null: not part of the automatic deduction. */
  readonly place: number | null
  /** What lies there on the day. */
  readonly available: Fen | null
  readonly perPayment: Fen | null
  /** The yearly cap on paying from the balance, and what of it is used this year. */
  readonly perYear: Fen | null
  readonly usedThisYear: Fen
}

/** How something of daily life is paid from now on, so that nothing falls back on closed credit. */
export type WayToPay = {
  readonly kind: 'way-to-pay'
  readonly id: CaseFactId
  readonly on: Day
  readonly label: string
  readonly use: string
}

export const COMPARED_FIGURES = ['billed', 'unbilled', 'installments', 'usedQuota'] as const
export type ComparedFigure = (typeof COMPARED_FIGURES)[number]
export type ComparedFigures = { readonly [figure in ComparedFigure]: Fen | null }

/** What Alipay showed of an account on a day, beside what the ledger had then. */
export type Comparison = {
  readonly kind: 'comparison'
  readonly id: CaseFactId
  readonly on: Day
  readonly account: AccountId
  readonly shown: ComparedFigures
  readonly derived: ComparedFigures
  readonly differences: readonly ComparedDifference[]
  readonly note: string
}

/** `rows` are the smallest sets of entries that would explain it: offered, never applied. */
export type ComparedDifference = {
  readonly figure: ComparedFigure
  readonly difference: Fen
  readonly rows: readonly { readonly take: 'in' | 'out'; readonly entries: readonly EntryId[] }[]
}

export const CLOSING_REASONS = [
  'not-said',
  'overdue',
  'unused',
  'abnormal-trades',
  'account-risk',
  'low-score',
  'maintenance',
] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** The lender froze or closed an account by itself: debt, due days and automatic deduction go on (domain.md 8.1, 8.2). */
export type SystemClosing = {
  readonly kind: 'system-closing'
  readonly id: CaseFactId
  readonly on: Day
  readonly account: AccountId
  readonly state: 'frozen' | 'closed'
  readonly reason: ClosingReason
  readonly said: string
}

/** A file kept in the ledger by its hash; it belongs to a contact, a notice, a comparison or a closing, or to the case. */
export type Attachment = {
  readonly kind: 'attachment'
  readonly id: CaseFactId
  readonly on: Day
  readonly of: CaseFactId | null
  readonly name: string
  readonly mime: AttachmentMime
  readonly bytes: number
  readonly sha256: string
}

export type AttachmentMime = 'image/png' | 'image/jpeg' | 'image/webp' | 'application/pdf' | 'text/plain'
