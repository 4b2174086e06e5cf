import { findAccountOr } from '#shared/ledger/decisions/decide-account.ts'
import { accountHandlers } from '../handlers/account-handlers.ts'
import type { LedgerSession } from './ledger-session.ts'
import { RefusedError } from './refused-error.ts'

/** A list of an account that is not there would be empty, and look like a debt that is paid. */
export async function expectAccount(session: LedgerSession, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const found = findAccountOr(await session.ask(accountHandlers.listAccounts, {}), id)
  if (!found.ok) throw new RefusedError(found.refusal)
}
