import { contract } from '#shared/contract/contract.ts'
import { billsJson } from '#shared/contract/json/bill-json.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billHandlers } from '../handlers/bill-handlers.ts'
import { billsTable } from './bills-text.ts'
import { explainHint } from './explain-hint.ts'
import { expectAccount } from './known-account.ts'
import { withLedger } from './ledger-session.ts'
import { requestOf } from './request.ts'
import type { Terminal } from './terminal.ts'

export const listBills = (terminal: Terminal, options: { account?: string; open?: boolean }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const request = requestOf(contract.listBills.request, options)
    await expectAccount(session, request.account)
    const bills = await session.ask(billHandlers.listBills, request)
    terminal.answer(billsJson(bills), () => billsTable(terminal, bills) + explainHint(terminal, figuresOf(bills)))
  })

/** Of the newest issued bill, as a pattern for the others. */
function figuresOf(bills: readonly (Bill & { readonly explain: string })[]): readonly string[] {
  const newest = bills.findLast(({ status }) => status !== 'upcoming')
  if (!newest) return []
  return ['bill', 'minimum', 'minimum-safe'].map((what) => newest.explain.replace(/^bill/, what))
}
