import { dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Entry, RepaymentPart } from '#shared/ledger/entry.ts'
import type { ScenarioEntryFile } from './scenario.ts'
import { given, maybe, money, unless } from './scenario-leaves.ts'

/** Every fact of a ledger as it stands in a scenario file, keys in a fixed order. */

const sourceToFile = (entry: Entry) => ({
  id: entry.id,
  label: unless(entry.label, ''),
  orderNo: entry.orderNo ?? undefined,
  note: unless(entry.note, ''),
})

export function entryToFile(entry: Entry): ScenarioEntryFile {
  const { kind } = entry
  switch (kind) {
    case 'purchase':
      return {
        kind,
        ...sourceToFile(entry),
        account: entry.account,
        orderedOn: dayText(entry.orderedOn),
        postedOn: maybe(entry.postedOn, dayText),
        amount: yuanText(entry.amount),
        postingAssumed: unless(entry.postingAssumed, false),
        returnUntil: maybe(entry.returnUntil, dayText) ?? undefined,
        refundExpected: unless(entry.refundExpected, false),
      }
    case 'refund':
      return {
        kind,
        ...sourceToFile(entry),
        account: entry.account,
        on: dayText(entry.on),
        amount: yuanText(entry.amount),
        of: entry.of ?? undefined,
        inFlight: unless(entry.inFlight, false),
      }
    case 'bill':
      return billToFile(entry)
    case 'repayment':
      return {
        kind,
        ...sourceToFile(entry),
        on: dayText(entry.on),
        amount: yuanText(entry.amount),
        split: entry.split === null ? undefined : entry.split.map(partToFile),
        candidates: given(entry.candidates),
        candidateMonth: maybe(entry.candidateMonth, monthText) ?? undefined,
        paidFrom: unless(entry.paidFrom, ''),
      }
    case 'installments':
      return installmentsToFile(entry)
    case 'loan':
      return loanToFile(entry)
    case 'deferral':
      return {
        kind,
        ...sourceToFile(entry),
        account: entry.account,
        month: monthText(entry.month),
        on: dayText(entry.on),
        amount: yuanText(entry.amount),
        fee: yuanText(entry.fee),
        certain: unless(entry.certain ?? true, true),
      }
    case 'quota':
      return { kind, ...sourceToFile(entry), account: entry.account, on: dayText(entry.on), used: yuanText(entry.used) }
    case 'review':
      return {
        kind,
        ...sourceToFile(entry),
        accounts: [...entry.accounts],
        reason: entry.reason,
        amount: yuanText(entry.amount),
        on: dayText(entry.on),
      }
    default:
      return unreachable(entry)
  }
}

function billToFile(entry: Entry & { kind: 'bill' }): ScenarioEntryFile {
  const { parts } = entry
  return {
    kind: entry.kind,
    ...sourceToFile(entry),
    account: entry.account,
    month: monthText(entry.month),
    shown: maybe(entry.shown, yuanText),
    shownMinimum: maybe(entry.shownMinimum, yuanText),
    parts: parts && {
      principal: money(parts.principal),
      fee: money(parts.fee),
      interest: money(parts.interest),
      penalty: money(parts.penalty),
    },
    paid: yuanText(entry.paid),
  }
}

const partToFile = (part: RepaymentPart) => ({
  account: part.account,
  month: maybe(part.month, monthText) ?? undefined,
  settles: part.settles ?? undefined,
  amount: yuanText(part.amount),
})

const installmentsToFile = (entry: Entry & { kind: 'installments' }): ScenarioEntryFile => ({
  kind: entry.kind,
  ...sourceToFile(entry),
  account: entry.account,
  origin: entry.origin,
  principal: yuanText(entry.principal),
  count: entry.count,
  feeRate: percentText(entry.feeRate),
  firstBill: monthText(entry.firstBill),
  fromBill: maybe(entry.fromBill, monthText) ?? undefined,
  of: entry.of ?? undefined,
  paidPeriods: entry.paidPeriods,
  shownPeriods: given(
    entry.shownPeriods.map(({ number, principal, fee }) => ({
      number,
      principal: yuanText(principal),
      fee: yuanText(fee),
    })),
  ),
  certain: unless(entry.certain, true),
})

const loanToFile = (entry: Entry & { kind: 'loan' }): ScenarioEntryFile => ({
  kind: entry.kind,
  ...sourceToFile(entry),
  account: entry.account,
  principal: yuanText(entry.principal),
  drawnOn: dayText(entry.drawnOn),
  dailyRate: percentText(entry.dailyRate),
  method: entry.method,
  count: entry.count,
  repayDay: entry.repayDay,
  paidParts: entry.paidParts,
  shownParts: given(
    entry.shownParts.map(({ number, dueOn, principal, interest }) => ({
      number,
      dueOn: dayText(dueOn),
      principal: yuanText(principal),
      interest: yuanText(interest),
    })),
  ),
  certain: unless(entry.certain, true),
})
