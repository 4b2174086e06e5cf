import { useMemo } from 'react'
import type { NamedAccount } from '#shared/contract/accounts-from-fields.ts'
import { isTakeable, type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import type { AccountView, ImportPreview, ImportRow, NewAccount } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { draftName, useKept } from '../../state/use-kept.ts'

export type TakeChoice = { readonly as: TakenAs; readonly account: string }

/** Rows that the user takes as entries of an account, before the file is written. */
export type Taken = {
  readonly of: (row: ImportRow) => TakeChoice | null
  readonly count: number
  readonly list: readonly (TakeChoice & { readonly line: number })[]
  readonly take: (rows: readonly ImportRow[], choice: TakeChoice) => void
  readonly leave: (row: ImportRow) => void
  /** Rows of the same shop that read alike, the row itself among them. */
  readonly alike: (row: ImportRow) => readonly ImportRow[]
  readonly accounts: readonly TakingAccount[]
}

export type TakingAccount = Pick<NewAccount, 'id' | 'kind'> & { readonly name: string; readonly closedOn: Day | null }

/** Nothing is bought with an account once it is closed; what was paid back or refunded may come later. */
export const isOfAccount = (row: ImportRow, as: TakenAs, { closedOn }: TakingAccount): boolean =>
  as !== 'purchase' || closedOn === null || row.on <= closedOn

const NONE: ReadonlyMap<number, TakeChoice> = new Map()

export function useTaken({ importId, summary }: ImportPreview, rows: readonly ImportRow[]): Taken {
  const [choices, change] = useKept<ReadonlyMap<number, TakeChoice>>(draftName(`taken of ${importId}`), NONE)
  const setChoices = (next: ReadonlyMap<number, TakeChoice>) => change(() => next)
  return {
    of: (row) => choices.get(row.line) ?? null,
    count: choices.size,
    list: [...choices].map(([line, choice]) => ({ line, ...choice })),
    take: (taken, choice) => setChoices(new Map([...choices, ...taken.map(({ line }) => [line, choice] as const)])),
    leave: ({ line }) => setChoices(new Map([...choices].filter(([other]) => other !== line))),
    alike: (row) =>
      rows.filter((one) => isTakeable(one) && !one.review && one.label === row.label && takenAs(one) === takenAs(row)),
    accounts: useAccounts(summary.newAccounts),
  }
}

/**
 * Those of the ledger, those that the file brings, and Huabei in any case: the file of a new user shows none. What is closed
 * comes last: a file is older than a closing now and then.
 */
function useAccounts(found: readonly NewAccount[]): readonly TakingAccount[] {
  const nameOf = useNameOf()
  const known = hereOrNull(useAsk('listAccounts', {}))
  return useMemo(() => {
    const ofLedger = known ?? []
    const isClosed = ({ status }: AccountView) => status === 'closed'
    const all = [...ofLedger.filter((one) => !isClosed(one)), ...found]
    const isKnown = [...ofLedger, ...found].some(({ kind }) => kind === 'huabei')
    const taking = (account: NamedAccount & Pick<NewAccount, 'id'>, closedOn: Day | null): TakingAccount => ({
      id: account.id,
      kind: account.kind,
      name: nameOf(account),
      closedOn,
    })
    return [
      ...inOrder(isKnown ? all : [HUABEI, ...all]).map((account) => taking(account, null)),
      ...inOrder(ofLedger.filter(isClosed)).map((account) => taking(account, account.closedOn)),
    ]
  }, [known, found, nameOf])
}

const HUABEI: NewAccount = { id: 'huabei', kind: 'huabei', name: '', lender: null, owner: '' }
