import { date } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { addMonths, monthText } from '#shared/kernel/day.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { leftRolling } from '#shared/ledger/rolling.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** Bills as a table, and below it where the rest of a bill went of which only the minimum was paid: it is owed still. */
export function billsTable(terminal: Terminal, bills: readonly Bill[]): string {
  if (bills.length === 0) return terminal.say(cliTexts.noBills)
  const left = bills.flatMap((bill) => leftBy(terminal, bill))
  return [rowsOf(terminal, bills), ...(left.length === 0 ? [] : ['', ...left])].join('\n')
}

function leftBy({ say }: Terminal, bill: Bill): readonly string[] {
  const left = leftRolling(bill)
  if (left === null) return []
  const next = monthText(addMonths(bill.month, 1))
  return [say(cliTexts.billLeft, { account: bill.account, month: monthText(bill.month), next, amount: money(left) })]
}

function rowsOf({ say }: Terminal, bills: readonly Bill[]): string {
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
