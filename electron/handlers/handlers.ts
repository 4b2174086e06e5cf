import { accountHandlers } from './account-handlers.ts'
import { attachmentHandlers } from './attachment-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { billHandlers } from './bill-handlers.ts'
import { billTableHandlers } from './bill-table-handlers.ts'
import { caseCommands } from './case-commands.ts'
import { caseHandlers } from './case-handlers.ts'
import { closingHandlers } from './closing-handlers.ts'
import { closureHandlers } from './closure-handlers.ts'
import { compactionHandlers } from './compaction-handlers.ts'
import { doctorHandlers } from './doctor-handlers.ts'
import { entryHandlers } from './entry-handlers.ts'
import { explainHandlers } from './explain-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import { factHandlers } from './fact-handlers.ts'
import type { HandlerTable } from './handler.ts'
import { historyHandlers } from './history-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { manyHandlers } from './many-handlers.ts'
import { moveHandlers } from './move-handlers.ts'
import { owedHandlers } from './owed-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { quoteHandlers } from './quote-handlers.ts'
import { reminderHandlers } from './reminder-handlers.ts'
import { repaymentHandlers } from './repayment-handlers.ts'
import { reportHandlers } from './report-handlers.ts'
import { restoreHandlers } from './restore-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { safetyHandlers } from './safety-handlers.ts'
import { statusHandlers } from './status-handlers.ts'
import { todayHandlers } from './today-handlers.ts'

/** Everything that answers the contract; the compiler misses a method that nobody answers. */
export const handlers: HandlerTable = {
  ...accountHandlers,
  ...attachmentHandlers,
  ...backupHandlers,
  ...billHandlers,
  ...caseCommands,
  ...caseHandlers,
  ...billTableHandlers,
  ...closingHandlers,
  ...closureHandlers,
  ...compactionHandlers,
  ...doctorHandlers,
  ...entryHandlers,
  ...explainHandlers,
  ...exportHandlers,
  ...factHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...manyHandlers,
  ...moveHandlers,
  ...owedHandlers,
  ...planHandlers,
  ...quoteHandlers,
  ...reminderHandlers,
  ...repaymentHandlers,
  ...reportHandlers,
  ...restoreHandlers,
  ...reviewHandlers,
  ...safetyHandlers,
  ...statusHandlers,
  ...todayHandlers,
}
