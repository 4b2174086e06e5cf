import { contract } from '#shared/contract/contract.ts'
import { billsJson } from '#shared/contract/json/bill-json.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { billHandlers } from '../handlers/bill-handlers.ts'
import { factHandlers } from '../handlers/fact-handlers.ts'
import { reviewHandlers } from '../handlers/review-handlers.ts'
import { billsTable } from './bills-text.ts'
import { doubleNote } from './double-note.ts'
import { answerEntry } from './entry-commands.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { accountOf, requestOf, wholeOf } from './request.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** One fact each: what was typed, through the contract's own schema, to the handler of the window. */

type Naming = { readonly id?: string; readonly account?: string; readonly label?: string; readonly note?: string }

const naming = ({ id, label, note }: Naming) => ({ id, label, note })

type Added = { readonly id: string }
type Add = (session: LedgerSession) => Promise<Added>

const adding = (terminal: Terminal, add: Add): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { id } = await add(session)
    await answerEntry(terminal, session, id, await doubleNote(terminal, session, id))
  })

export type BillOptions = Naming & {
  readonly amount?: string
  readonly minimum?: string
  readonly principal?: string
  readonly fee?: string
  readonly interest?: string
  readonly penalty?: string
  readonly paid?: string
  readonly paidOn?: string
}

export const addBill = (terminal: Terminal, account: string, month: string, options: BillOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { amount, minimum, paid, paidOn, principal, fee, interest, penalty } = options
    const parts = Object.entries({ principal, fee, interest, penalty }).filter(([, value]) => value !== undefined)
    const request = requestOf(contract.enterBill.request, {
      ...naming(options),
      account,
      month,
      shown: amount,
      shownMinimum: minimum,
      parts: parts.length === 0 ? undefined : Object.fromEntries(parts),
      paid,
      paidOn,
    })
    const { id } = await session.ask(factHandlers.enterBill, request)
    const bills = await session.ask(billHandlers.listBills, { account })
    const entered = bills.filter((bill) => bill.month === request.month)
    terminal.answer({ ...billsJson(entered), id }, () => billsTable(terminal, entered))
  })

export type PurchaseOptions = Naming & {
  readonly amount?: string
  readonly on?: string
  readonly posted?: string
  readonly awaiting?: boolean
  readonly order?: string
  readonly returnUntil?: string
  readonly refundExpected?: boolean
}

export const addPurchase = (terminal: Terminal, account: string | undefined, options: PurchaseOptions): Promise<void> =>
  adding(terminal, (session) => {
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      amount: options.amount,
      orderedOn: options.on,
      postedOn: options.awaiting ? null : options.posted,
      orderNo: options.order,
      returnUntil: options.returnUntil,
      refundExpected: options.refundExpected,
    }
    return session.ask(factHandlers.addPurchase, requestOf(contract.addPurchase.request, typed))
  })

export type RefundOptions = Naming & {
  readonly amount?: string
  readonly on?: string
  readonly of?: string
  readonly inFlight?: boolean
}

export const addRefund = (terminal: Terminal, account: string | undefined, options: RefundOptions): Promise<void> =>
  adding(terminal, (session) => {
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      amount: options.amount,
      on: options.on ?? date(session.today),
      of: options.of,
      inFlight: options.inFlight,
    }
    return session.ask(factHandlers.addRefund, requestOf(contract.addRefund.request, typed))
  })

/** Which purchases a refund may belong to, for `refund add --of`. */
export const listRefundCandidates = (
  terminal: Terminal,
  account: string | undefined,
  { amount, on, label, ...named }: Pick<RefundOptions, 'account' | 'amount' | 'on' | 'label'>,
): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const sought = { account: accountOf(account, named.account), amount, on, label }
    const request = requestOf(contract.listRefundCandidates.request, sought)
    const candidates = await session.ask(reviewHandlers.listRefundCandidates, request)
    const told = candidates.map((one) => ({ ...one, on: date(one.on), amount: yuan(one.amount) }))
    terminal.answer({ schema: 'huaqing/refund-candidates@1', candidates: told }, () => {
      const { say } = terminal
      if (told.length === 0) return say(cliTexts.noRefundCandidates)
      const columns = [
        { title: say(cliTexts.day) },
        { title: say(cliTexts.amount), align: 'right' as const },
        { title: say(cliTexts.label) },
        { title: say(cliTexts.id) },
      ]
      const rows = told.map((one) => [one.on, grouped(one.amount), one.label, one.entry])
      return table(columns, rows)
    })
  })

export type InstallmentsOptions = Naming & {
  readonly origin?: string
  readonly principal?: string
  readonly count?: string
  readonly feeRate?: string
  readonly firstBill?: string
  readonly fromBill?: string
  readonly of?: string
  readonly paidPeriods?: string
}

export const addInstallments = (
  terminal: Terminal,
  account: string | undefined,
  options: InstallmentsOptions,
): Promise<void> =>
  adding(terminal, (session) => {
    const { principal, feeRate, fromBill, of } = options
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      origin: options.origin ?? (fromBill === undefined ? 'trade' : 'bill'),
      principal,
      count: wholeOf(options.count),
      feeRate,
      firstBill: options.firstBill,
      fromBill,
      of,
      paidPeriods: wholeOf(options.paidPeriods),
    }
    return session.ask(factHandlers.addInstallments, requestOf(contract.addInstallments.request, typed))
  })

export type LoanOptions = Naming & {
  readonly principal?: string
  readonly drawn?: string
  readonly dailyRate?: string
  readonly method?: string
  readonly count?: string
  readonly repayDay?: string
  readonly paidParts?: string
}

export const addLoan = (terminal: Terminal, account: string | undefined, options: LoanOptions): Promise<void> =>
  adding(terminal, (session) => {
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      principal: options.principal,
      drawnOn: options.drawn,
      dailyRate: options.dailyRate,
      method: options.method,
      count: wholeOf(options.count),
      repayDay: wholeOf(options.repayDay),
      paidParts: wholeOf(options.paidParts),
    }
    return session.ask(factHandlers.addLoan, requestOf(contract.addLoan.request, typed))
  })

export type DeferOptions = Naming & {
  readonly bill?: string
  readonly amount?: string
  readonly fee?: string
  readonly on?: string
}

export const addDeferral = (terminal: Terminal, account: string | undefined, options: DeferOptions): Promise<void> =>
  adding(terminal, (session) => {
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      month: options.bill,
      amount: options.amount,
      fee: options.fee,
      on: options.on ?? date(session.today),
    }
    return session.ask(factHandlers.addDeferral, requestOf(contract.addDeferral.request, typed))
  })

export const copyQuota = (
  terminal: Terminal,
  account: string | undefined,
  options: Naming & { readonly used?: string; readonly on?: string },
): Promise<void> =>
  adding(terminal, (session) => {
    const typed = {
      ...naming(options),
      account: accountOf(account, options.account),
      used: options.used,
      on: options.on,
    }
    return session.ask(factHandlers.copyQuota, requestOf(contract.copyQuota.request, typed))
  })
