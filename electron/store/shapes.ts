import type { Settings } from '#shared/contract/views.ts'
import { FIRST_DAY, LAST_DAY, monthOf } from '#shared/kernel/day.ts'
import { RATE_SCALE } from '#shared/kernel/rate.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { DEFAULT_TERMS } from '#shared/ledger/terms.ts'
import type { RecordKind } from './schema.ts'

/**
 * What is read of a file was written by this program, unless another one or a failing disk wrote over it. The few facts
 * that are kept as JSON are looked at before a rule reckons with them: a figure that rests on half a fact is worse than
 * none. Fields that later versions add may be missing.
 */
type Form = (value: unknown) => boolean

/** Its code names it among what a disk says: `diskRefusal` makes a sentence of it. */
export class UnreadableRecord extends Error {
  readonly code = 'LEDGER_UNREADABLE'
  constructor(id: string) {
    super(`a record that cannot be read: ${id}`)
  }
}

const text: Form = (value) => typeof value === 'string'
const yesNo: Form = (value) => typeof value === 'boolean'
const within =
  (least: number, most: number): Form =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const orNull =
  (form: Form): Form =>
  (value) =>
    value === null || form(value)
const later =
  (form: Form): Form =>
  (value) =>
    value === undefined || form(value)
const oneOf =
  (...values: readonly unknown[]): Form =>
  (value) =>
    values.includes(value)
const listOf =
  (form: Form): Form =>
  (value) =>
    Array.isArray(value) && value.every(form)
function record(fields: Readonly<Record<string, Form>>): Form {
  const named = Object.entries(fields)
  return (value) => isObject(value) && named.every(([name, form]) => form(value[name]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const amount = within(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
const day = within(FIRST_DAY, LAST_DAY)
const month = within(monthOf(FIRST_DAY), monthOf(LAST_DAY))
const rate = within(0, 10 * RATE_SCALE)
const count = within(1, 360)
const paid = within(0, 360)
const dayOfMonth = within(1, 31)

const ENTRIES: Readonly<Record<Entry['kind'], Form>> = {
  purchase: record({ account: text, amount, orderedOn: day, postedOn: orNull(day), returnUntil: orNull(day) }),
  refund: record({ account: text, amount, on: day, of: orNull(text) }),
  bill: record({
    account: text,
    month,
    shown: orNull(amount),
    shownMinimum: later(orNull(amount)),
    parts: later(
      orNull(record({ principal: later(amount), fee: later(amount), interest: later(amount), penalty: later(amount) })),
    ),
    paid: later(amount),
  }),
  repayment: record({
    amount,
    on: day,
    split: orNull(listOf(record({ account: text, amount, month: orNull(month), settles: later(orNull(text)) }))),
    candidates: later(listOf(text)),
    candidateMonth: later(orNull(month)),
  }),
  installments: record({
    account: text,
    origin: oneOf('trade', 'bill'),
    principal: amount,
    count,
    feeRate: rate,
    firstBill: month,
    fromBill: orNull(month),
    of: orNull(text),
    paidPeriods: paid,
    shownPeriods: listOf(record({ number: count, principal: amount, fee: amount })),
  }),
  loan: record({
    account: text,
    principal: amount,
    drawnOn: day,
    dailyRate: rate,
    method: oneOf('equal-installment', 'interest-only', 'interest-only-then-equal'),
    count,
    repayDay: dayOfMonth,
    paidParts: paid,
    shownParts: listOf(record({ number: count, dueOn: day, principal: amount, interest: amount })),
  }),
  deferral: record({ account: text, month, amount, fee: amount, on: day }),
  quota: record({ account: text, used: amount, on: day }),
  review: record({ accounts: listOf(text), reason: text, amount, on: day }),
}

/** Terms are numbers but for a few that choose. */
const termValue = (name: string): Form =>
  typeof (DEFAULT_TERMS as Record<string, unknown>)[name] === 'string' ? text : within(0, Number.MAX_SAFE_INTEGER)
const termValues: Form = (value) =>
  isObject(value) && Object.entries(value).every(([name, set]) => termValue(name)(set))

const interest: Form = (value) =>
  isObject(value) &&
  {
    none: true,
    'monthly-apr': rate(value.annualRate) && isObject(value.minimum),
    'daily-simple': rate(value.dailyRate),
    'flat-fee': count(value.count) && rate(value.feeRate) && dayOfMonth(value.repayDay),
    'equal-principal': count(value.count) && rate(value.dailyRate) && dayOfMonth(value.repayDay),
  }[String(value.model)] === true

const RECORDS: Readonly<Record<RecordKind, Form>> = {
  account: record({
    kind: oneOf('huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other'),
    name: text,
    lender: orNull(text),
    owner: text,
    limit: orNull(amount),
    openedOn: orNull(day),
    upgradedOn: orNull(day),
    status: oneOf('open', 'frozen', 'closed-by-lender', 'closing-requested', 'closed'),
    closedOn: orNull(day),
    place: amount,
    otherDebt: orNull(record({ balance: amount, balanceOn: day, interest })),
  }),
  terms: record({ account: text, from: day, set: termValues }),
  plan: record({ from: day, money: isObject, strategy: isObject, lumps: Array.isArray, recurring: Array.isArray }),
  confirmation: isObject,
  'records-current': record({ on: day }),
}

const key = record({
  recipient: (value) => /^age1[02-9ac-hj-np-z]{58}$/.test(String(value)),
  wrapped: text,
})

/** A setting of another form is passed over for its default. */
const SETTINGS: Readonly<Record<keyof Settings, Form>> = {
  language: oneOf('zh-CN', 'en', 'system'),
  theme: oneOf('light', 'dark', 'system'),
  hideAmounts: yesNo,
  keepUnrelatedText: yesNo,
  textSize: oneOf(100, 110, 125, 150, 175, 200),
  savedFilters: Array.isArray,
  reminders: yesNo,
  quietFrom: within(0, 23),
  quietUntil: within(0, 23),
  backupFolder: orNull(text),
  undoDepth: orNull(within(1, Number.MAX_SAFE_INTEGER)),
  compactAutomatically: yesNo,
}

export const isSettingShape = (name: string, value: unknown): name is keyof Settings =>
  Object.hasOwn(SETTINGS, name) && SETTINGS[name as keyof Settings](value)
export const isKeyShape = key

/** A fact of the case file: what it says is the rules' matter, that it is one is looked at. */
export const isCaseShape: Form = record({ kind: text, id: text, on: day })

/** Of an entry or a record by its kind; kinds of a newer program are not known here. */
export const isEntryShape = (kind: string, value: unknown): boolean => formIn(ENTRIES, kind)(value)
export const isRecordShape = (kind: string, value: unknown): boolean => formIn(RECORDS, kind)(value)

const formIn = (forms: Readonly<Record<string, Form>>, kind: string): Form =>
  (Object.hasOwn(forms, kind) ? forms[kind] : undefined) ?? isObject

/** The body of a record; throws where it is none of its kind. */
export function parseRecord<T>(kind: string, id: string, body: string): T {
  const value = jsonOrNull(body)
  if (!isRecordShape(kind, value)) throw new UnreadableRecord(id)
  return value as T
}

export function jsonOrNull(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
