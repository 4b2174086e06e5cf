import { contract } from '#shared/contract/contract.ts'
import { billsJson } from '#shared/contract/json/bill-json.ts'
import { date, yuan } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { monthText } from '#shared/kernel/day.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billHandlers } from '../handlers/bill-handlers.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { requestOf } from './request.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export const listBills = (terminal: Terminal, options: { account?: string; open?: boolean }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const bills = await session.ask(billHandlers.listBills, requestOf(contract.listBills.request, options))
    terminal.answer(billsJson(bills), () => billsTable(terminal, bills) + explainHint(terminal, figuresOf(bills)))
  })

/** Of the newest issued bill, as a pattern for the others. */
function figuresOf(bills: readonly (Bill & { readonly explain: string })[]): readonly string[] {
  const newest = bills.findLast(({ status }) => status !== 'upcoming')
  if (!newest) return []
  return ['bill', 'minimum', 'minimum-safe'].map((what) => newest.explain.replace(/^bill/, what))
}

export function billsTable({ say }: Terminal, bills: readonly Bill[]): string {
  if (bills.length === 0) return say(cliTexts.noBills)
  const right = (title: string) => ({ title, align: 'right' as const })
  return table(
    [
      { title: say(cliTexts.account) },
      { title: say(cliTexts.month) },
      { title: say(cliTexts.dueOn) },
      right(say(cliTexts.total)),
      right(say(cliTexts.paid)),
      right(say(cliTexts.unpaid)),
      right(say(cliTexts.minimumSafe)),
      { title: say(cliTexts.status) },
      { title: say(cliTexts.proof) },
    ],
    bills.map((bill) => [
      bill.account,
      monthText(bill.month),
      date(bill.dueOn),
      grouped(yuan(bill.total)),
      grouped(yuan(bill.paid)),
      grouped(yuan(bill.unpaid)),
      grouped(yuan(bill.minimumSafe)),
      say(cliText(`bill-${bill.status}`)),
      say(cliText(`proof-${bill.proof.state}`)),
    ]),
  )
}
