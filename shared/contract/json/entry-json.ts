import type { ReviewView } from '../review-view.ts'
import { entryToFile } from '../scenario-export-entries.ts'
import type { EntryPage, EntryRow, EntryView } from '../views.ts'
import { date, monthOrNull, yuan } from './leaves.ts'

/** `huaqing/entries@1`, one page of the list; `huaqing/entry@1`, a record as a scenario states it, with its history. */

export const entriesJson = (page: EntryPage) => ({
  schema: 'huaqing/entries@1',
  total: page.total,
  entries: page.rows.map(entryRowJson),
})

const entryRowJson = (row: EntryRow) => ({
  id: row.id,
  kind: row.kind,
  on: date(row.on),
  account: row.account,
  label: row.label,
  amount: yuan(row.amount),
  month: monthOrNull(row.month),
  flag: row.flag,
})

export const entryJson = (view: EntryView & { readonly history: readonly EntryView[] }) => ({
  schema: 'huaqing/entry@1',
  id: view.entry.id,
  record: entryToFile(view.entry),
  origin: view.origin,
  supersedes: view.supersedes,
  withdrawn: view.withdrawn,
  history: view.history.map((older) => ({
    id: older.entry.id,
    record: entryToFile(older.entry),
    origin: older.origin,
    withdrawn: older.withdrawn,
  })),
})

export const reviewsJson = (reviews: readonly ReviewView[]) => ({
  schema: 'huaqing/reviews@1',
  review: reviews.map((one) => ({
    id: one.id,
    reason: one.reason,
    on: date(one.on),
    amount: yuan(one.amount),
    label: one.label,
    description: one.description,
    method: one.method,
    accounts: one.accounts,
    month: monthOrNull(one.month),
    alike: one.alike,
    guess: one.guess,
    proposal: proposalJson(one.proposal),
  })),
})

function proposalJson(proposal: ReviewView['proposal']) {
  switch (proposal.kind) {
    case 'split':
      return {
        kind: proposal.kind,
        certain: proposal.certain,
        remembered: proposal.isRemembered,
        parts: proposal.parts.map(({ account, month, amount }) => ({
          account,
          month: monthOrNull(month),
          amount: yuan(amount),
        })),
      }
    case 'refund-of':
      return {
        kind: proposal.kind,
        candidates: proposal.candidates.map(({ entry, label, on, amount }) => ({
          entry,
          label,
          on: date(on),
          amount: yuan(amount),
        })),
      }
    case 'own-amount':
      return { ...proposal, atMost: yuan(proposal.atMost) }
    case 'days':
      return proposal
    case 'double': {
      const { entry, label, on, amount } = proposal.other
      return { kind: proposal.kind, other: { entry, label, on: date(on), amount: yuan(amount) } }
    }
    default:
      return { kind: proposal.kind }
  }
}
