import type { Fen } from '#shared/kernel/money.ts'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import type {
  Attachment,
  CaseFactId,
  Channel,
  Comparison,
  Contact,
  Notice,
  SystemClosing,
  WayToPay,
} from '#shared/ledger/case/case-fact.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import type { CaseStep } from '#shared/outlook/case/case-steps.ts'
import type { CheckedPayment } from '#shared/outlook/case/check-channels.ts'
import type { NoticeEffect } from '#shared/outlook/case/notice-effect.ts'
import type { CaseEvent } from '#shared/outlook/case/timeline.ts'
import type { Plan } from '#shared/outlook/plan.ts'

/** What the screen is shown of the case file. Lists are the newest first; long ones are asked for page by page. */
export type CaseView = {
  readonly steps: readonly CaseStep[]
  readonly due: readonly CaseDue[]
  readonly owed: Owed
  readonly contacts: readonly Contact[]
  readonly contactCount: number
  readonly notices: readonly Notice[]
  readonly channels: readonly Channel[]
  readonly waysToPay: readonly WayToPay[]
  /** The newest one of each account. */
  readonly comparisons: readonly Comparison[]
  readonly systemClosings: readonly SystemClosing[]
  readonly attachments: readonly Attachment[]
  readonly payments: readonly CheckedPayment[]
  /** The saved plan, else null. */
  readonly plan: Plan | null
}

export type CaseEventPage = { readonly total: number; readonly rows: readonly CaseEvent[] }

/** `plan`: the name of the plan that is followed, empty where it has none; null where none is followed. */
export type NoticeEffectView = NoticeEffect & { readonly plan: string | null }

/** `base64` of the content: requests and answers are text. A page draws pictures anew and never opens the rest. */
export type AttachmentView = { readonly attachment: Attachment; readonly base64: string }

export type CaseChanged = { readonly id: CaseFactId }
export type ComparedView = CaseChanged & { readonly differences: number; readonly largest: Fen }

/** A made file whose content is not text: base64. */
export type ExportBytes = { readonly name: string; readonly mime: string; readonly base64: string }
