import type { RequestInput } from '#shared/contract/contract.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'

/** Every part of the window asks of a closing alike, and what Alipay showed counts in its steps. */
export const closureQuestion = (
  target: ClosureTarget,
  whose: { readonly owner?: string } = {},
): RequestInput<'getClosure'> => ({ target, shown: true, ...whose })
