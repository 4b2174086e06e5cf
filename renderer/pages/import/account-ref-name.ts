import { useMemo } from 'react'
import { parseAccountRef } from '#shared/statement-files/account-ref.ts'
import { useNameOf } from '../../state/account-names.ts'

/** The name of an account as a file gives it, before the ledger has one of its own. */
export function useRefName(): (ref: string) => string {
  const nameOf = useNameOf()
  return useMemo(
    () => (text) => {
      const ref = parseAccountRef(text)
      if (ref === null) return text
      return nameOf({ kind: ref.kind, name: '', lender: ref.kind === 'credit-purchase' ? ref.lender : null })
    },
    [nameOf],
  )
}
