import { z } from 'zod'
import type { RedactionWord } from '#shared/outlook/case/named-in.ts'
import type { Relief } from '#shared/outlook/case/relief.ts'
import {
  budgetFields,
  channelFields,
  comparisonFields,
  contactFields,
  dossierFields,
  noticeAsked,
  noticeFields,
  systemClosingFields,
  wayToPayFields,
} from './case-fields.ts'
import type {
  AttachmentView,
  CaseChanged,
  CaseEventPage,
  CaseView,
  ComparedView,
  ExportBytes,
  NoticeEffectView,
} from './case-views.ts'
import { zDay, zId } from './fields.ts'
import { read, slow, write } from './method.ts'

/** The part of the table that is the case file's. */
export const caseContract = {
  getCase: read(z.strictObject({})),
  listCaseEvents: read(
    z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
  ),
  /** Of a notice that is recorded, or of one that is being typed. */
  getNoticeEffect: read(noticeAsked),
  getRelief: read(budgetFields),
  getAttachment: read(z.strictObject({ id: zId })),
  /** The list of words that a dossier without names hides, to be added to or taken from. */
  listRedactionWords: read(z.strictObject({})),
  makeComplaintPack: read(dossierFields),

  recordContact: write(contactFields),
  settlePromise: write(z.strictObject({ id: zId, on: zDay.optional(), kept: z.boolean() })),
  answerComplaint: write(z.strictObject({ id: zId, on: zDay.optional() })),
  recordNotice: write(noticeFields),
  reviewNotice: write(z.strictObject({ id: zId })),
  recordChannel: write(channelFields),
  recordWayToPay: write(wayToPayFields),
  compareWithAlipay: write(comparisonFields),
  recordSystemClosing: write(systemClosingFields),
  attachFile: slow(z.strictObject({ fileToken: z.string().max(200), of: zId.nullable().default(null) })),
  withdrawCaseFact: write(z.strictObject({ id: zId })),
} as const

export type CaseResponses = {
  getCase: CaseView
  listCaseEvents: CaseEventPage
  getNoticeEffect: NoticeEffectView
  getRelief: Relief
  getAttachment: AttachmentView
  listRedactionWords: readonly RedactionWord[]
  makeComplaintPack: ExportBytes
  recordContact: CaseChanged
  settlePromise: CaseChanged
  answerComplaint: CaseChanged
  recordNotice: CaseChanged
  reviewNotice: CaseChanged
  recordChannel: CaseChanged
  recordWayToPay: CaseChanged
  compareWithAlipay: ComparedView
  recordSystemClosing: CaseChanged
  attachFile: CaseChanged
  withdrawCaseFact: CaseChanged
}
