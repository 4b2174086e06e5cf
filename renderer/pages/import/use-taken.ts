import { useMemo, useState } from 'react'
import { isTakeable, type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import type { ImportPreview, ImportRow, NewAccount } from '#shared/contract/views.ts'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'

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

export type TakingAccount = Pick<NewAccount, 'id' | 'kind'> & { readonly name: string }

export function useTaken({ summary }: ImportPreview, rows: readonly ImportRow[]): Taken {
  const [choices, setChoices] = useState<ReadonlyMap<number, TakeChoice>>(new Map())
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

/** Those of the ledger, those that the file brings, and Huabei in any case: the file of a new user shows none. */
function useAccounts(found: readonly NewAccount[]): readonly TakingAccount[] {
  const nameOf = useNameOf()
  const known = hereOrNull(useAsk('listAccounts', {}))
  return useMemo(() => {
    const open = (known ?? []).filter(({ status }) => status !== 'closed')
    const all = [...open, ...found]
    const offered = all.some(({ kind }) => kind === 'huabei') ? all : [HUABEI, ...all]
    return inOrder(offered).map((account) => ({ id: account.id, kind: account.kind, name: nameOf(account) }))
  }, [known, found, nameOf])
}

const HUABEI: NewAccount = { id: 'huabei', kind: 'huabei', name: '', lender: null, owner: '' }
