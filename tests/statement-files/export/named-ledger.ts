import fc from 'fast-check'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { anyLedger } from '../../ledger/generate.ts'
import { anyText } from './texts.ts'

/** Any ledger in which every text that a user or a file can write is one that breaks files. */
export const namedLedger: fc.Arbitrary<Ledger> = fc
  .record({ facts: anyLedger, texts: fc.array(anyText, { minLength: 1, maxLength: 8 }) })
  .map(({ facts, texts }) => {
    const text = (index: number): string => texts[index % texts.length] ?? ''
    return {
      ...facts,
      accounts: facts.accounts.map((account, index) => ({ ...account, name: text(index) })),
      entries: facts.entries.map((entry, index) => ({
        ...entry,
        label: text(index),
        note: text(index + 1),
        orderNo: index % 3 === 0 ? text(index + 2) : null,
        ...(entry.kind === 'repayment' ? { paidFrom: text(index + 3) } : {}),
      })),
    }
  })
