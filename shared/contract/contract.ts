import { z } from 'zod'
import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { Derivation } from '#shared/ledger/derivation.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import type { Closure, PayoffQuote, PlanProgress } from '#shared/outlook/answers.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { accountChanges, accountFields, planFields, termFields } from './account-fields.ts'
import { type CaseResponses, caseContract } from './case-contract.ts'
import {
  billFields,
  deferralFields,
  enterBillFields,
  FIRST_BILL_MISSING,
  hasFirstBill,
  installmentsFields,
  loanFields,
  purchaseFields,
  quotaFields,
  refundFields,
  refundSoughtFields,
  repaymentFields,
  repaymentPartFields,
} from './entry-fields.ts'
import { exportFields } from './export-fields.ts'
import { zAmount, zDay, zId, zLabel, zMonth } from './fields.ts'
import { previewFields, takenRows } from './import-fields.ts'
import { billTableFields, changeEntriesFields, enterBillTableFields, payBillsFields } from './many-fields.ts'
import type { BillsPaid, BillTablePreview, BillTableResult, EntriesChanged, LeftAlone } from './many-views.ts'
import { read, slow, write } from './method.ts'
import { type OutlookResponses, outlookContract } from './outlook-contract.ts'
import type { CourseView, ProjectionView } from './outlook-views.ts'
import type { RefundCandidate, ReviewView } from './review-view.ts'
import { type SafetyResponses, safetyContract } from './safety-contract.ts'
import { entryFilterFields, explainFields, settingsFields } from './screen-fields.ts'
import type { ImportedFile } from './screen-views.ts'
import type {
  AccountView,
  ActionView,
  AllocationView,
  BillView,
  EntryPage,
  ExportFile,
  ImportPreview,
  ImportResult,
  ImportRow,
  LedgerStatus,
  OpenedEntry,
  Settings,
  TodayView,
} from './views.ts'

/**
 * THE table: every question and every command, with the form of its request. Both ends are derived from it: the
 * preload, the loopback server, the handlers and the screen. A `write` goes through the ledger thread and can be undone.
 */
export const contract = {
  getStatus: read(z.strictObject({})),
  getToday: read(z.strictObject({})),
  listAccounts: read(z.strictObject({})),
  getOwed: read(z.strictObject({ on: zDay.optional() })),
  /** With `on` as they stood on a day that is past. */
  listBills: read(z.strictObject({ account: zId.optional(), open: z.boolean().optional(), on: zDay.optional() })),
  getBill: read(z.strictObject({ account: zId, month: zMonth })),
  listEntries: read(entryFilterFields),
  listImports: read(z.strictObject({})),
  getEntry: read(z.strictObject({ id: zId })),
  getQuote: read(z.strictObject({ account: zId, on: zDay })),
  /** The curve of one account, where it is named; the answers are always of all. */
  getProjection: read(z.strictObject({ plan: planFields.optional(), account: zId.optional() })),
  /** The part of a projection that moves while a dial is turned. */
  getCourse: read(z.strictObject({ plan: planFields })),
  getClosure: read(
    z.strictObject({
      target: z.enum(['credit-purchase', 'huabei', 'borrow']),
      owner: z.string().min(1).max(60).optional(),
      plan: planFields.optional(),
      shown: z.literal(true).optional(),
    }),
  ),
  listReviews: read(z.strictObject({})),
  listRefundCandidates: read(refundSoughtFields),
  listHistory: read(z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(500).default(50) })),
  explain: read(explainFields),
  previewRepayment: read(repaymentFields),
  previewBillTable: read(billTableFields),
  getPlan: read(z.strictObject({})),
  getPlanProgress: read(z.strictObject({})),
  exportFile: read(exportFields),

  addAccount: write(accountFields.extend({ terms: termFields.default({}) })),
  updateAccount: write(z.strictObject({ id: zId, changes: accountChanges })),
  changeTerms: write(z.strictObject({ account: zId, from: zDay, set: termFields })),
  removeAccount: write(z.strictObject({ id: zId })),
  enterBill: write(enterBillFields),
  enterBillTable: write(enterBillTableFields),
  payBills: write(payBillsFields),
  addPurchase: write(purchaseFields),
  addRefund: write(refundFields),
  recordRepayment: write(repaymentFields),
  addInstallments: write(installmentsFields.refine(hasFirstBill, FIRST_BILL_MISSING)),
  addLoan: write(loanFields),
  addDeferral: write(deferralFields),
  copyQuota: write(quotaFields),
  editEntry: write(
    z.strictObject({
      id: zId,
      changes: z.strictObject({
        account: zId.optional(),
        amount: zAmount.optional(),
        on: zDay.optional(),
        postedOn: zDay.nullable().optional(),
        month: zMonth.optional(),
        shown: zAmount.nullable().optional(),
        shownMinimum: zAmount.nullable().optional(),
        parts: billFields.shape.parts.unwrap().optional(),
        paid: zAmount.optional(),
        /** With `paid`: what was paid becomes a repayment of this day. */
        paidOn: zDay.nullable().optional(),
        of: zId.nullable().optional(),
        label: zLabel.optional(),
        note: zLabel.optional(),
        fee: zAmount.optional(),
        feeRate: installmentsFields.shape.feeRate.unwrap().optional(),
        count: installmentsFields.shape.count.optional(),
        paidPeriods: installmentsFields.shape.paidPeriods.unwrap().optional(),
        dailyRate: loanFields.shape.dailyRate.optional(),
        method: loanFields.shape.method.optional(),
        repayDay: loanFields.shape.repayDay.optional(),
        split: z.array(repaymentPartFields).min(1).max(50).optional(),
      }),
    }),
  ),
  deleteEntry: write(z.strictObject({ id: zId })),
  changeEntries: write(changeEntriesFields),
  confirmReceipt: write(z.strictObject({ id: zId, on: zDay })),
  resolveReview: write(
    z.strictObject({
      id: zId,
      /** Of all questions that are alike, and for a wording of those to come as well. */
      alike: z.boolean().default(false),
      answer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('split'), parts: z.array(repaymentPartFields).min(1).max(50) }),
        z.strictObject({ kind: z.literal('refund-of'), entry: zId.nullable() }),
        z.strictObject({ kind: z.literal('own-amount'), account: zId, amount: zAmount }),
        z.strictObject({
          kind: z.literal('as'),
          as: z.enum(['purchase', 'refund', 'repayment', 'unrelated']),
          account: zId.nullable(),
          /** What the row says wrongly, or could not say: of one that could not be read both are needed. */
          amount: zAmount.optional(),
          on: zDay.optional(),
        }),
        /** The row is the other one, changed: it takes its place. */
        z.strictObject({ kind: z.literal('replaces') }),
        z.strictObject({ kind: z.literal('ignore') }),
      ]),
    }),
  ),
  confirmClosure: write(
    z.strictObject({
      target: z.enum(['credit-purchase', 'huabei', 'borrow']),
      code: z.string().max(64),
      /** Needed where two people's accounts are kept here. */
      owner: z.string().min(1).max(60).optional(),
      note: zLabel.default(''),
      amount: zAmount.nullable().default(null),
    }),
  ),
  markRecordsCurrent: write(z.strictObject({ on: zDay })),
  /** The first plan is followed anyway; `follow` follows this one in the same step. */
  savePlan: write(planFields.extend({ follow: z.boolean().optional() })),

  previewImport: slow(previewFields),
  listImportRows: read(z.strictObject({ importId: zId, offset: z.int().min(0), limit: z.int().min(1).max(1000) })),
  commitImport: slow(z.strictObject({ importId: zId, take: takenRows })),
  discardImport: write(z.strictObject({ importId: zId })),
  importCsv: slow(z.strictObject({ fileToken: z.string().max(200) })),

  undo: write(z.strictObject({})),
  redo: write(z.strictObject({})),
  /** Its shops and lenders are called in the language of the screen. */
  openSample: write(z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') })),
  leaveSample: write(z.strictObject({})),
  changeSettings: write(settingsFields),
  ...caseContract,
  ...safetyContract,
  ...outlookContract,
} as const

/** What each method answers. A command answers with what it changed; the screen then asks again for what it shows. */
export type Responses = CaseResponses &
  SafetyResponses &
  OutlookResponses & {
    getStatus: LedgerStatus
    getToday: TodayView
    listAccounts: readonly AccountView[]
    getOwed: Owed
    listBills: readonly BillView[]
    getBill: { readonly bill: Bill; readonly entries: EntryPage }
    listEntries: EntryPage
    listImports: readonly ImportedFile[]
    getEntry: OpenedEntry
    getQuote: PayoffQuote
    getProjection: ProjectionView
    getCourse: CourseView
    getClosure: Closure
    listReviews: readonly ReviewView[]
    listRefundCandidates: readonly RefundCandidate[]
    listHistory: readonly ActionView[]
    explain: Derivation
    previewRepayment: AllocationView
    previewBillTable: BillTablePreview
    getPlan: Plan | null
    getPlanProgress: PlanProgress | null
    exportFile: ExportFile
    addAccount: { readonly id: string }
    updateAccount: { readonly id: string }
    changeTerms: { readonly id: string }
    removeAccount: { readonly id: string }
    /** `paidAlready` was entered as paid and is left out: recorded repayments have paid it, and it counts once. */
    enterBill: { readonly id: EntryId; readonly total: Fen; readonly dueOn: Day; readonly paidAlready: Fen }
    enterBillTable: BillTableResult
    payBills: BillsPaid
    addPurchase: { readonly id: EntryId }
    addRefund: { readonly id: EntryId }
    recordRepayment: { readonly id: EntryId; readonly allocation: AllocationView }
    addInstallments: { readonly id: EntryId }
    addLoan: { readonly id: EntryId }
    addDeferral: { readonly id: EntryId }
    copyQuota: { readonly id: EntryId }
    editEntry: { readonly id: EntryId; readonly paidAlready: Fen }
    deleteEntry: { readonly id: EntryId }
    changeEntries: EntriesChanged
    confirmReceipt: { readonly id: EntryId }
    resolveReview: { readonly id: string; readonly answered: number; readonly left: readonly LeftAlone[] }
    confirmClosure: { readonly id: string }
    markRecordsCurrent: { readonly on: Day }
    savePlan: Plan
    previewImport: ImportPreview
    listImportRows: readonly ImportRow[]
    commitImport: ImportResult
    discardImport: { readonly importId: string }
    /** `batch` is null where nothing was recorded. */
    importCsv: { readonly added: number; readonly known: number; readonly batch: string | null }
    undo: ActionView
    redo: ActionView
    openSample: LedgerStatus
    leaveSample: LedgerStatus
    changeSettings: Settings
  }

export type ContractMethod = keyof typeof contract
/** What a caller sends: text leaves. */
export type RequestInput<M extends ContractMethod> = z.input<(typeof contract)[M]['request']>
/** What a handler receives: exact values. */
export type Request<M extends ContractMethod> = z.output<(typeof contract)[M]['request']>
export type Response<M extends ContractMethod> = Responses[M]
