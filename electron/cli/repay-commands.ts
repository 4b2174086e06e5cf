import { contract } from '#shared/contract/contract.ts'
import { entryJson } from '#shared/contract/json/entry-json.ts'
import { date, monthOrNull, yuan } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { AllocationView } from '#shared/contract/views.ts'
import { entryHandlers } from '../handlers/entry-handlers.ts'
import { repaymentHandlers } from '../handlers/repayment-handlers.ts'
import { doubleNote } from './double-note.ts'
import { withLedger } from './ledger-session.ts'
import { UsageError } from './refused-error.ts'
import { accountOrNone, requestOf } from './request.ts'
import { splitTyped } from './split-option.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export type RepayOptions = {
  readonly id?: string
  readonly account?: string
  readonly amount?: string
  readonly on?: string
  readonly bill?: string
  readonly split?: readonly string[]
  readonly settles?: string
  readonly candidate?: readonly string[]
  readonly from?: string
  readonly label?: string
  readonly note?: string
}

/** One account, several by `--split`, or nobody knows yet which of the `--candidate`s. */
export const addRepayment = (terminal: Terminal, account: string | undefined, options: RepayOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const { id, amount, on, bill, from, label, note } = options
    if (options.candidate && options.split) throw new UsageError('--candidate | --split')
    const typed = {
      id,
      amount,
      on: on ?? date(session.today),
      split: partsTyped(accountOrNone(account, options.account), options),
      candidates: options.candidate,
      candidateMonth: options.candidate ? bill : undefined,
      paidFrom: from,
      label,
      note,
    }
    // The only part has the amount of the whole: what is wrong with it is said once.
    if (!options.split) requestOf(contract.recordRepayment.request, { ...typed, split: undefined })
    const request = requestOf(contract.recordRepayment.request, typed)
    const recorded = await session.ask(repaymentHandlers.recordRepayment, request)
    const entry = await session.ask(entryHandlers.getEntry, { id: recorded.id })
    const allocation = allocationJson(recorded.allocation)
    const doubles = await doubleNote(terminal, session, recorded.id)
    terminal.answer({ ...entryJson(entry), allocation }, () =>
      [allocationTable(terminal, recorded.allocation), ...doubles].join('\n'),
    )
  })

function partsTyped(account: string | undefined, { amount, bill, split, settles }: RepayOptions) {
  if (split) return splitTyped(split, bill)
  if (account === undefined) return undefined
  return [{ account, amount, month: bill ?? null, settles: settles ?? null }]
}

const allocationJson = (allocation: AllocationView) => ({
  amount: yuan(allocation.amount),
  certain: allocation.certain,
  owedBefore: yuan(allocation.owedBefore),
  owedAfter: yuan(allocation.owedAfter),
  parts: allocation.parts.map(({ account, what, month, amount }) => ({
    account,
    what,
    month: monthOrNull(month),
    amount: yuan(amount),
  })),
})

function allocationTable({ say }: Terminal, allocation: AllocationView): string {
  const rows = allocation.parts.map(({ account, what, month, amount }) => [
    account,
    monthOrNull(month) ?? '',
    say(cliText(`part-${what}`)),
    grouped(yuan(amount)),
  ])
  const columns = [
    { title: say(cliTexts.account) },
    { title: say(cliTexts.month) },
    { title: say(cliTexts.goesTo) },
    { title: say(cliTexts.amount), align: 'right' as const },
  ]
  const figures = { before: grouped(yuan(allocation.owedBefore)), after: grouped(yuan(allocation.owedAfter)) }
  return `${table(columns, rows)}\n${say(cliTexts.owedBeforeAfter, figures)}`
}
