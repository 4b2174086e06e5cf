import { contract } from '#shared/contract/contract.ts'
import { accountsJson, termsJson } from '#shared/contract/json/account-json.ts'
import { yuanOrNull } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { AccountView } from '#shared/contract/views.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { accountHandlers } from '../handlers/account-handlers.ts'
import { askClosed } from './ask-closed.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import { RefusedError } from './refused-error.ts'
import { requestOf, termsTyped, wholeOf, wholeOrText } from './request.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export type AccountOptions = {
  readonly kind?: string
  readonly id?: string
  readonly name?: string
  readonly lender?: string
  readonly owner?: string
  readonly limit?: string
  readonly statementDay?: string
  readonly dueDay?: string
  readonly opened?: string
  readonly upgraded?: string
  readonly autoRepay?: string
  readonly balance?: string
  readonly interest?: string
  readonly rate?: string
  readonly minimum?: string
  readonly minimumPercent?: string
  readonly minimumFloor?: string
  readonly count?: string
  readonly repayDay?: string
  readonly set?: readonly string[]
}

export const addAccount = (terminal: Terminal, options: AccountOptions): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const terms = { ...termsTyped(options.set), ...days(options) }
    const typed = { ...fieldsTyped(options), id: options.id, kind: options.kind, terms }
    const { id } = await session.ask(accountHandlers.addAccount, requestOf(contract.addAccount.request, typed))
    await answerAccounts(terminal, session, id)
  })

export const listAccounts = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, (session) => answerAccounts(terminal, session))

export const editAccount = (terminal: Terminal, id: string, options: AccountOptions): Promise<void> =>
  change(terminal, id, saying(fieldsTyped(options)))

/** Without a word there is no change, and no step in the history. */
function saying<T extends object>(fields: T): T {
  if (Object.values(fields).every((value) => value === undefined)) throw new RefusedError({ kind: 'nothing-to-change' })
  return fields
}

export type CloseOptions = { readonly on?: string; readonly evenSo?: boolean }

export const closeAccount = (terminal: Terminal, id: string, { on, evenSo }: CloseOptions): Promise<void> =>
  change(terminal, id, { status: 'closed', closedOn: on }, evenSo !== true)

export const changeStatus = (terminal: Terminal, id: string, status: string): Promise<void> =>
  change(terminal, id, { status, ...(status === 'closed' ? {} : { closedOn: null }) })

export const changeTerms = (
  terminal: Terminal,
  id: string,
  { from, set }: { from: string; set?: readonly string[] },
): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const typed = { account: id, from, set: termsTyped(set) }
    await session.ask(accountHandlers.changeTerms, requestOf(contract.changeTerms.request, typed))
    await answerAccounts(terminal, session, id)
  })

const change = (
  terminal: Terminal,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  isClosing = false,
): Promise<void> =>
  withLedger(terminal, { access: 'write' }, async (session) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const typed = { id, changes: given }
    const request = requestOf(contract.updateAccount.request, typed)
    if (isClosing) await askClosed(terminal, session, { id, on: request.changes.closedOn ?? session.today })
    await session.ask(accountHandlers.updateAccount, request)
    await answerAccounts(terminal, session, id)
  })

async function answerAccounts(terminal: Terminal, session: LedgerSession, only?: string): Promise<void> {
  const all = await session.ask(accountHandlers.listAccounts, {})
  const accounts = only === undefined ? all : all.filter(({ id }) => id === only)
  terminal.answer(accountsJson(accounts, session.today), () => accountsTable(terminal, accounts, session))
}

function accountsTable(terminal: Terminal, accounts: readonly AccountView[], { today }: LedgerSession): string {
  if (accounts.length === 0) return terminal.say(cliTexts.noAccounts)
  const { say, called } = terminal
  return table(
    [
      { title: say(cliTexts.account) },
      { title: say(cliTexts.name) },
      { title: say(cliTexts.status) },
      { title: say(cliTexts.limit), align: 'right' },
      { title: say(cliTexts.statementAndDueDay) },
      { title: say(cliTexts.entries), align: 'right' },
    ],
    accounts.map((account) => {
      const { statementDay, dueDay } = termsJson(termsOn(account.terms, today))
      return [
        account.id,
        called(account.name),
        say(cliText(`status-${account.status}`)),
        grouped(yuanOrNull(account.limit) ?? '—'),
        `${statementDay} / ${dueDay}`,
        String(account.entryCount),
      ]
    }),
  )
}

const fieldsTyped = (options: AccountOptions): Readonly<Record<string, unknown>> => ({
  name: options.name,
  lender: options.lender,
  owner: options.owner,
  limit: options.limit,
  openedOn: options.opened,
  upgradedOn: options.upgraded,
  autoRepay: options.autoRepay,
  balance: options.balance,
  interest: interestTyped(options),
})

/** `--rate` is the year's, the day's or the whole term's, as the model has it. What the model has no place for is refused. */
function interestTyped(options: AccountOptions): Readonly<Record<string, unknown>> | undefined {
  const { interest: model, rate, minimum, minimumPercent, minimumFloor } = options
  const parts = { count: wholeOf(options.count), repayDay: wholeOf(options.repayDay) }
  const typed = { minimum, minimumPercent, minimumFloor, ...parts }
  const given = Object.entries(typed).filter(([, value]) => value !== undefined)
  const rateGiven = rate === undefined ? {} : { [RATE_OF[model ?? ''] ?? 'annualRate']: rate }
  if (model === undefined && given.length === 0 && rate === undefined) return undefined
  return { model, ...rateGiven, ...Object.fromEntries(given) }
}

const RATE_OF: Readonly<Record<string, string>> = {
  'monthly-apr': 'annualRate',
  'daily-simple': 'dailyRate',
  'flat-fee': 'feeRate',
  'equal-principal': 'dailyRate',
}

const days = ({ statementDay, dueDay }: AccountOptions) => ({
  ...(statementDay === undefined ? {} : { statementDay: wholeOrText(statementDay) }),
  ...(dueDay === undefined ? {} : { dueDay: wholeOrText(dueDay) }),
})
