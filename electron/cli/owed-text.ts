import { date, yuanOrNull } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { monthText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { type Cells, COLUMNS, certaintyOfSum, columnTotal, ROWS, rowTotal, totalOf } from '#shared/ledger/cells.ts'
import type { AccountOwed, NextDue, Owed } from '#shared/ledger/owed.ts'
import { facts, grouped, money, table } from './table.ts'
import type { Terminal } from './terminal.ts'

/** Questions that wait, and how much of what they are about may be counted as paid twice. */
export type Waiting = { readonly count: number; readonly doubled: Fen }

/** What is owed, as people read it: the sixteen cells of each account, what stands beside them, what is due next. */
export function owedText(terminal: Terminal, owed: Owed, waiting: Waiting): string {
  const { say } = terminal
  if (owed.accounts.length === 0) return say(cliTexts.noAccounts)
  const doubts = [
    ...(waiting.count > 0 ? [say(cliTexts.owedMayMove, { count: waiting.count })] : []),
    ...(waiting.doubled > 0 ? [say(cliTexts.owedDoubled, { amount: money(waiting.doubled) })] : []),
    ...(certaintyOfSum(owed.accounts) === 'assumed' ? [say(cliTexts.owedAssumed)] : []),
  ]
  const total = [say(cliTexts.owedOn, { on: date(owed.on), total: money(owed.total) }), ...doubts].join('\n')
  const due = owed.nextDue.map((one) => dueText(terminal, one))
  return [total, ...owed.accounts.map((account) => accountText(terminal, account)), due.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
}

function accountText(terminal: Terminal, account: AccountOwed): string {
  const { say } = terminal
  const beside = [
    ['awaitingReceipt', account.awaitingReceipt],
    ['prepaid', account.prepaid],
    ['refundExpected', account.refundExpected],
  ] as const
  const rows = beside
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => [say(cliTexts[name]), money(amount)] as const)
  const quota =
    account.availableQuota === null
      ? ''
      : ` / ${say(cliTexts.availableQuota)} ${grouped(yuanOrNull(account.availableQuota) ?? '')}`
  const used = [say(cliTexts.usedQuota), `${money(account.usedQuota)}${quota}`] as const
  return [account.id, cellsTable(terminal, account.cells), facts([...rows, used])].join('\n')
}

/** The sixteen cells with their sums, as Alipay quotes them. */
export function cellsTable({ say }: Terminal, cells: Cells): string {
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: '' },
    ...COLUMNS.map((column) => right(say(cliText(`column-${column}`)))),
    right(say(cliTexts.total)),
  ]
  const rows = ROWS.map((row) => [
    say(cliText(`row-${row}`)),
    ...COLUMNS.map((column) => money(cells[row][column])),
    money(rowTotal(cells, row)),
  ])
  const sums = COLUMNS.map((column) => money(columnTotal(cells, column)))
  return table(columns, [...rows, [say(cliTexts.total), ...sums, money(totalOf(cells))]])
}

function dueText({ say }: Terminal, due: NextDue & { readonly account: string }): string {
  const bill = due.bill === null ? '' : ` ${monthText(due.bill)}`
  const values = {
    account: `${due.account}${bill}`,
    on: date(due.on),
    amount: money(due.amount),
    minimum: money(due.minimumSafe),
  }
  return say(dueSentence(due), values)
}

/** The minimum asks for what is overdue as well, which may be more than the bill itself. */
function dueSentence({ overdue, amount, minimumSafe }: NextDue) {
  if (overdue) return cliTexts.overdueSince
  if (minimumSafe > amount) return cliTexts.dueOnOverdue
  return amount === minimumSafe ? cliTexts.dueOnAll : cliTexts.dueOnMinimum
}
