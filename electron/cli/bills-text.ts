import { date } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { monthText } from '#shared/kernel/day.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** Bills as a table. */
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
      money(bill.total),
      money(bill.paid),
      money(bill.unpaid),
      money(bill.minimumSafe),
      say(cliText(`bill-${bill.status}`)),
      say(cliText(`proof-${bill.proof.state}`)),
    ]),
  )
}
