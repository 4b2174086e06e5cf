import type { RequestInput } from '#shared/contract/contract.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { AccountKind } from '#shared/ledger/account.ts'
import { dayInput, moneyInput, rateInput, wholeInput } from '../../components/field-inputs.ts'

/** What is being typed about a new account: text, until the border has parsed it. */
export type AccountDraft = {
  readonly kind: AccountKind
  readonly lender: string
  readonly name: string
  readonly owner: string
  readonly limit: string
  readonly upgradedOn: string
  /** `1-10`, `unknown` or `other`. */
  readonly pair: string
  readonly statementDay: string
  readonly dueDay: string
  readonly balance: string
  readonly interest: 'none' | 'monthly-apr' | 'daily-simple'
  readonly rate: string
  readonly minimum: string
}

export const NEW_ACCOUNT: AccountDraft = {
  kind: 'huabei',
  lender: '',
  name: '',
  owner: '',
  limit: '',
  upgradedOn: '',
  pair: 'unknown',
  statementDay: '',
  dueDay: '',
  balance: '',
  interest: 'none',
  rate: '',
  minimum: '',
}

/** The request of the draft. Days that nobody has said are not sent: the ledger then uses the usual ones and marks them as assumed. */
export function accountInput(draft: AccountDraft, today: Day): RequestInput<'addAccount'> {
  const isOther = draft.kind === 'other'
  const hasLender = draft.kind === 'credit-purchase' || draft.kind === 'credit-loan' || isOther
  return {
    kind: draft.kind,
    ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
    lender: hasLender && draft.lender.trim() !== '' ? draft.lender.trim() : null,
    owner: draft.owner.trim(),
    limit: draft.limit.trim() === '' ? null : moneyInput(draft.limit),
    upgradedOn: draft.upgradedOn.trim() === '' ? null : dayInput(draft.upgradedOn, today, 'past'),
    ...(isOther ? { balance: moneyInput(draft.balance), interest: interestInput(draft) } : {}),
    terms: draft.kind === 'huabei' || draft.kind === 'credit-purchase' ? daysInput(draft) : {},
  }
}

function daysInput(draft: AccountDraft): { statementDay?: number; dueDay?: number } {
  if (draft.pair === 'unknown') return {}
  const [statementDay, dueDay] = draft.pair === 'other' ? [draft.statementDay, draft.dueDay] : draft.pair.split('-')
  return { statementDay: wholeInput(statementDay ?? ''), dueDay: wholeInput(dueDay ?? '') }
}

function interestInput(draft: AccountDraft): NonNullable<RequestInput<'addAccount'>['interest']> {
  if (draft.interest === 'none') return { model: 'none' }
  if (draft.interest === 'daily-simple') return { model: 'daily-simple', dailyRate: rateInput(draft.rate) }
  const minimum = draft.minimum.trim() === '' ? {} : { minimum: moneyInput(draft.minimum) }
  return { model: 'monthly-apr', annualRate: rateInput(draft.rate), ...minimum }
}
