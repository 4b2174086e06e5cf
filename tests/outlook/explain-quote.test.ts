import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { explainQuote } from '#shared/outlook/explain-quote.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'

const sumsUp = ({ amount, lines }: DerivationLine): boolean =>
  lines.length === 0 || (sumFen(lines.map((line) => line.amount)) === amount && lines.every(sumsUp))

describe('what settling takes', () => {
  it('is explained to the fen, for each account and for all', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const quotes = payoffQuotes(facts)
        for (const quote of quotes) {
          const explained = explainQuote(facts, quote.explain)
          expect(explained?.amount).toBe(quote.total)
          expect(explained?.lines.every(sumsUp)).toBe(true)
        }
        const all = explainQuote(facts, `quote@${dayText(facts.today)}`)
        expect(all?.amount).toBe(sumFen(quotes.map((quote) => quote.total)))
      }),
      runs(150),
    )
  })

  it('answers nothing for an account that is not there, or another figure', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        expect(explainQuote(facts, `quote:nobody@${dayText(facts.today)}`)).toBeNull()
        expect(explainQuote(facts, `owed@${dayText(facts.today)}`)).toBeNull()
      }),
      runs(5),
    )
  })

  it('takes an account whose own id holds a colon', () => {
    fc.assert(
      fc.property(anyLedger, (facts) => {
        const [first] = facts.accounts
        fc.pre(first !== undefined && first.otherDebt === null)
        const named = { ...facts, accounts: [{ ...first!, id: 'credit-purchase:江苏银行' }], entries: [], postings: [] }
        const figure = `credit-purchase:江苏银行@${dayText(facts.today)}`
        expect(explainQuote(named, `quote:${figure}`)?.amount).toBe(0)
        expect(explainOwed(named, `owed:${figure}`)?.amount).toBe(0)
      }),
      runs(5),
    )
  })
})
