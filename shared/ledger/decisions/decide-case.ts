import { type Day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountStatus } from '../account.ts'
import { seeFile } from '../case/attachment-kind.ts'
import type { Attachment, Channel, SystemClosing, WayToPay } from '../case/case-fact.ts'
import type { Refuses } from './refusal-figures.ts'

/** Channels, other ways to pay, closings by the lender and attached files (domain.md 8.1, 8.2, 9.1–9.3). */
export type CaseRefusal =
  | Refuses<'day-in-future', 'on'>
  | Refuses<'channel-without-name'>
  | Refuses<'channel-cap-exceeded', 'usedThisYear' | 'perYear'>
  | Refuses<'friend-not-automatic'>
  | Refuses<'way-to-pay-empty'>
  | Refuses<'closing-before-opened', 'on' | 'openedOn'>
  | Refuses<'closed-by-yourself', 'account'>
  | Refuses<'attachment-empty', 'name'>
  | Refuses<'attachment-too-large', 'name' | 'size' | 'most'>
  | Refuses<'attachment-too-many-pixels', 'name' | 'width' | 'height'>
  | Refuses<'attachment-active', 'name' | 'form'>
  | Refuses<'attachment-program', 'name'>
  | Refuses<'attachment-archive', 'name'>
  | Refuses<'attachment-broken', 'name' | 'form'>
  | Refuses<'attachment-unknown', 'name'>

/** What Alipay deducts from by itself: balance, Yu'e Bao, bound debit cards (domain.md 9.1). */
const AUTOMATIC: readonly Channel['way'][] = ['balance', 'yuebao', 'debit-card']

export function decideChannel(today: Day, draft: Channel): Outcome<Channel, CaseRefusal> {
  if (draft.on > today) return refused({ kind: 'day-in-future', values: { on: dayText(draft.on) } })
  const needsName = draft.way !== 'balance' && draft.way !== 'yuebao'
  if (needsName && draft.label.trim() === '') return refused({ kind: 'channel-without-name', values: {} })
  if (draft.place !== null && !AUTOMATIC.includes(draft.way))
    return refused({ kind: 'friend-not-automatic', values: {} })
  const { perYear, usedThisYear } = draft
  if (perYear !== null && usedThisYear > perYear) {
    const values = { usedThisYear: yuanText(usedThisYear), perYear: yuanText(perYear) }
    return refused({ kind: 'channel-cap-exceeded', values })
  }
  return done(draft)
}

export function decideWayToPay(draft: WayToPay): Outcome<WayToPay, CaseRefusal> {
  const isEmpty = draft.label.trim() === '' || draft.use.trim() === ''
  return isEmpty ? refused({ kind: 'way-to-pay-empty', values: {} }) : done(draft)
}

export type ClosedByLender = { readonly closing: SystemClosing; readonly account: Account }

/** Only spending ends: the account keeps its debt, its days and its terms, and gets the status that says so. */
export function decideSystemClosing(
  today: Day,
  account: Account,
  closing: SystemClosing,
): Outcome<ClosedByLender, CaseRefusal> {
  const on = dayText(closing.on)
  if (closing.on > today) return refused({ kind: 'day-in-future', values: { on } })
  if (account.openedOn !== null && closing.on < account.openedOn) {
    return refused({ kind: 'closing-before-opened', values: { on, openedOn: dayText(account.openedOn) } })
  }
  if (account.status === 'closed') return refused({ kind: 'closed-by-yourself', values: { account: account.name } })
  const status: AccountStatus = closing.state === 'frozen' ? 'frozen' : 'closed-by-lender'
  return done({ closing, account: { ...account, status } })
}

/** Eight megabytes hold a long screenshot; more belongs on a disk of its own. */
export const ATTACHMENT_BYTES = 8_388_608

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** What it is is seen from its bytes; what could run is never kept, whatever its name says. */
export function decideAttachment({ name, bytes }: GivenFile): Outcome<Attachment['mime'], CaseRefusal> {
  const size = megabytes(bytes.length)
  if (bytes.length > ATTACHMENT_BYTES) {
    return refused({ kind: 'attachment-too-large', values: { name, size, most: megabytes(ATTACHMENT_BYTES) } })
  }
  if (bytes.length === 0) return refused({ kind: 'attachment-empty', values: { name } })
  const seen = seeFile(bytes)
  switch (seen.what) {
    case 'fit':
      return done(seen.mime)
    case 'active':
      return refused({ kind: 'attachment-active', values: { name, form: seen.form } })
    case 'program':
      return refused({ kind: 'attachment-program', values: { name } })
    case 'archive':
      return refused({ kind: 'attachment-archive', values: { name } })
    case 'broken':
      return refused({ kind: 'attachment-broken', values: { name, form: seen.form } })
    case 'too-many-pixels':
      return refused({ kind: 'attachment-too-many-pixels', values: { name, width: seen.width, height: seen.height } })
    case 'unknown':
      return refused({ kind: 'attachment-unknown', values: { name } })
  }
}

/** Tenths of a megabyte, up: a file just over the cap is not said to be of its size. */
export function megabytes(bytes: number): string {
  const tenths = Math.ceil((bytes * 10) / 1_048_576)
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`
}
