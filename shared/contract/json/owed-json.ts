import type { Fen } from '#shared/kernel/money.ts'
import type { AccountOwed, NextDue, Owed } from '#shared/ledger/owed.ts'
import { cellsJson, certaintyJson } from './cells-json.ts'
import { date, type ExplainJson, explainId, monthOrNull, yuan, yuanOrNull } from './leaves.ts'

/** `huaqing/owed@1` (cli.md); `doubled` is what may be counted as paid twice (see `doubledIn`). */
export const owedJson = (owed: Owed, doubled: Fen, explain: ExplainJson = explainId) => ({
  schema: 'huaqing/owed@1',
  on: date(owed.on),
  total: yuan(owed.total),
  doubled: yuan(doubled),
  accounts: owed.accounts.map((account) => accountOwedJson(account, explain)),
  nextDue: owed.nextDue.map(({ account, ...due }) => ({ ...nextDueJson(due), account })),
})

const accountOwedJson = (account: AccountOwed, explain: ExplainJson) => ({
  id: account.id,
  total: yuan(account.total),
  cells: cellsJson(account.cells),
  certainty: certaintyJson(account.certainty),
  awaitingReceipt: yuan(account.awaitingReceipt),
  prepaid: yuan(account.prepaid),
  refundExpected: yuan(account.refundExpected),
  usedQuota: yuan(account.usedQuota),
  availableQuota: yuanOrNull(account.availableQuota),
  earlyRepayFee: { before: yuan(account.earlyRepayFee.before), after: yuan(account.earlyRepayFee.after) },
  nextDue: account.nextDue && nextDueJson(account.nextDue),
  explain: explain(account.explain),
})

const nextDueJson = (due: NextDue) => ({
  on: date(due.on),
  overdue: due.overdue,
  amount: yuan(due.amount),
  minimum: yuan(due.minimum),
  minimumSafe: yuan(due.minimumSafe),
  bill: monthOrNull(due.bill),
})
