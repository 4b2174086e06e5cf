import { date, yuan, yuanOrNull } from '#shared/contract/json/leaves.ts'
import { owedJson } from '#shared/contract/json/owed-json.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { type Day, monthText } from '#shared/kernel/day.ts'
import { type Cells, COLUMNS, columnTotal, ROWS, rowTotal, totalOf } from '#shared/ledger/cells.ts'
import type { AccountOwed, NextDue, Owed } from '#shared/ledger/owed.ts'
import { owedHandlers } from '../handlers/owed-handlers.ts'
import { dayOption } from './day-option.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { facts, grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export const showOwed = (terminal: Terminal, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const on: Day | undefined = dayOption('on', options.on)
    const owed = await session.ask(owedHandlers.getOwed, on === undefined ? {} : { on })
    const figures = owed.accounts.filter(({ total }) => total > 0).map(({ explain }) => explain)
    terminal.answer(owedJson(owed), () => owedText(terminal, owed) + explainHint(terminal, figures))
  })

export function owedText(terminal: Terminal, owed: Owed): string {
  const { say } = terminal
  if (owed.accounts.length === 0) return say(cliTexts.noAccounts)
  const total = say(cliTexts.owedOn, { on: date(owed.on), total: grouped(yuan(owed.total)) })
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
    .map(([name, amount]) => [say(cliTexts[name]), grouped(yuan(amount))] as const)
  const quota =
    account.availableQuota === null
      ? ''
      : ` / ${say(cliTexts.availableQuota)} ${grouped(yuanOrNull(account.availableQuota) ?? '')}`
  const used = [say(cliTexts.usedQuota), `${grouped(yuan(account.usedQuota))}${quota}`] as const
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
    ...COLUMNS.map((column) => grouped(yuan(cells[row][column]))),
    grouped(yuan(rowTotal(cells, row))),
  ])
  const sums = COLUMNS.map((column) => grouped(yuan(columnTotal(cells, column))))
  return table(columns, [...rows, [say(cliTexts.total), ...sums, grouped(yuan(totalOf(cells)))]])
}

function dueText({ say }: Terminal, due: NextDue & { readonly account: string }): string {
  const bill = due.bill === null ? '' : ` ${monthText(due.bill)}`
  const values = {
    account: `${due.account}${bill}`,
    on: date(due.on),
    amount: grouped(yuan(due.amount)),
    minimum: grouped(yuan(due.minimumSafe)),
  }
  return say(
    due.overdue ? cliTexts.overdueSince : due.amount === due.minimumSafe ? cliTexts.dueOnAll : cliTexts.dueOnMinimum,
    values,
  )
}
