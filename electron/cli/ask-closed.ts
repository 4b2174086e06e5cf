import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import { decideAccountChange } from '#shared/ledger/decisions/decide-account.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { isLacking } from '#shared/outlook/closure/scope.ts'
import { closureHandlers } from '../handlers/closure-handlers.ts'
import { readAccounts } from '../store/accounts.ts'
import { requirementName } from './closure-text.ts'
import type { LedgerSession } from './ledger-session.ts'
import { RefusedError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'

/** What is closed when an account of a kind is; a debt elsewhere has no requirements. */
const TARGET: Readonly<Record<Account['kind'], ClosureTarget | null>> = {
  huabei: 'huabei',
  'credit-purchase': 'credit-purchase',
  borrow: 'borrow',
  'credit-loan': 'borrow',
  other: null,
}

/** So many requirements are named; `closure` has them all. */
const SHOWN = 10

/**
 * What is still open by the ledger is said before an account is recorded as closed, as in the window; then Alipay's word
 * counts. Where nobody sits in front of it, it is said and recorded.
 */
export async function askClosed(
  terminal: Terminal,
  session: LedgerSession,
  { id, on }: { readonly id: string; readonly on: Day },
): Promise<void> {
  const accounts = session.store.read(readAccounts)
  const account = accounts.find((one) => one.id === id)
  const target = account ? TARGET[account.kind] : null
  if (!account || target === null || account.status === 'closed') return
  // What will be refused is only refused.
  const closed = { ...account, status: 'closed' as const, closedOn: on }
  if (!decideAccountChange(accounts, closed, { isBalanceStated: false, today: session.today }).ok) return
  const owner = account.owner === '' ? {} : { owner: account.owner }
  const { requirements } = await session.ask(closureHandlers.getClosure, { target, ...owner })
  const open = requirements.filter(isLacking)
  if (open.length === 0) return
  const { say } = terminal
  const more = open.length - SHOWN
  const lines = [
    say(cliTexts.closedThoughOpen, { n: open.length }),
    ...open.slice(0, SHOWN).map((one) => `  ${requirementName(terminal, one, target)}`),
    ...(more > 0 ? [`  … +${more}`] : []),
    say(cliTexts.closedThoughOpenNote),
  ]
  terminal.tell(lines.join('\n'))
  if (terminal.confirm !== null && !(await terminal.confirm(say(cliTexts.closedAsk)))) {
    throw new RefusedError({ kind: 'canceled' })
  }
}
