import fc from 'fast-check'
import { addDays } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { EARLY_SETTLEMENT_MODES } from '#shared/outlook/quote-parts.ts'
import { account, yuan } from '../ledger/facts.ts'
import { anyLedger } from '../ledger/generate.ts'

/** Ledgers under whatever terms, with one debt elsewhere. */
export const anyUnderTerms: fc.Arbitrary<Ledger> = fc
  .record({
    facts: anyLedger,
    earlySettlementMode: fc.constantFrom(...EARLY_SETTLEMENT_MODES),
    overdueRounding: fc.constantFrom('dailyHalfUpThenMultiply', 'multiplyThenRound'),
    afterPartialPrepay: fc.constantFrom('keepCount', 'keepPart'),
    interest: fc.constantFrom<OtherInterest>(
      { model: 'none' },
      { model: 'monthly-apr', annualRate: rate('24%'), minimum: { kind: 'fixed', amount: yuan('25') } },
      { model: 'daily-simple', dailyRate: rate('0.04%') },
      { model: 'flat-fee', count: 5, feeRate: rate('6%'), repayDay: 15 },
      { model: 'equal-principal', count: 5, dailyRate: rate('0.05%'), repayDay: 31 },
    ),
    repayDay: fc.constantFrom(0, 5, 25, 31),
    balance: fc.integer({ min: 0, max: 1_000_000 }),
    age: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ facts, interest, balance, age, repayDay, ...set }) => {
    const otherDebt = { balance: fen(balance), balanceOn: addDays(facts.today, -age), interest }
    const moved = { from: addDays(facts.today, -150), source: 'user' as const, set: { repayDay } }
    const under = facts.accounts.map((one) => ({
      ...one,
      terms: [...one.terms.map((at) => ({ ...at, set: { ...at.set, ...set } })), moved],
    }))
    return { ...facts, accounts: [...under, account('other', { id: 'card', otherDebt })] }
  })
