import fc from 'fast-check'
import { day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type Plan, type PlanMoney, planInFull, type Strategy } from '#shared/outlook/plan.ts'
import { account } from '../ledger/facts.ts'
import { anyLedger } from '../ledger/generate.ts'

/** Ledgers with other debts beside, and plans as people make them. */

const anyInterest: fc.Arbitrary<OtherInterest> = fc.constantFrom<OtherInterest>(
  { model: 'none' },
  { model: 'monthly-apr', annualRate: rate('24%'), minimum: { kind: 'fixed', amount: fen(2500) } },
  {
    model: 'monthly-apr',
    annualRate: rate('12%'),
    minimum: { kind: 'percent', percent: rate('10%'), floor: fen(2000) },
  },
  { model: 'daily-simple', dailyRate: rate('0.04%') },
  { model: 'flat-fee', count: 6, feeRate: rate('4.5%'), repayDay: 20 },
  { model: 'equal-principal', count: 5, dailyRate: rate('0.05%'), repayDay: 31 },
)

const anyOther = (today: Ledger['today']): fc.Arbitrary<Account> =>
  fc
    .record({ interest: anyInterest, balance: fc.integer({ min: 1, max: 500_000 }) })
    .map(({ interest, balance }) =>
      account('other', { id: 'card', name: 'card', otherDebt: { balance: fen(balance), balanceOn: today, interest } }),
    )

export const anyDebts: fc.Arbitrary<Ledger> = anyLedger.chain((made) =>
  anyOther(made.today).map((other) => ({ ...made, accounts: [...made.accounts, other] })),
)

export const anyPayOn: fc.Arbitrary<number | 'due-day'> = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.constant('due-day' as const),
)

const anyMoney: fc.Arbitrary<PlanMoney> = fc.oneof(
  fc.constant<PlanMoney>({ kind: 'enough' }),
  fc
    .record({ amount: fc.integer({ min: 0, max: 300_000 }), payOn: anyPayOn })
    .map(({ amount, payOn }): PlanMoney => ({ kind: 'monthly', amount: fen(amount), payOn })),
  fc.record({ first: fc.integer({ min: 0, max: 300_000 }), second: fc.integer({ min: 0, max: 100_000 }) }).map(
    ({ first, second }): PlanMoney => ({
      kind: 'income',
      income: [
        { day: 5, amount: fen(first) },
        { day: 31, amount: fen(second) },
      ],
      expenses: fen(50_000),
      cushion: fen(10_000),
    }),
  ),
)

export const anyStrategy: fc.Arbitrary<Strategy> = fc.constantFrom<Strategy>(
  { kind: 'avalanche' },
  { kind: 'snowball' },
  { kind: 'minimum-only' },
  { kind: 'soonest-closure', target: 'credit-purchase' },
  { kind: 'custom', order: ['card', 'js'] },
)

/** A plan for a ledger: it starts on the ledger's day or some weeks later. */
export const anyPlanFor = (ledger: Ledger): fc.Arbitrary<Plan> =>
  fc
    .record({
      later: fc.integer({ min: 0, max: 45 }),
      money: anyMoney,
      strategy: anyStrategy,
      lump: fc.option(
        fc.record({ after: fc.integer({ min: 0, max: 300 }), amount: fc.integer({ min: 1, max: 200_000 }) }),
      ),
      spending: fc.option(fc.integer({ min: 1, max: 60_000 })),
      settle: fc.boolean(),
    })
    .map(({ later, money, strategy, lump, spending, settle }): Plan => {
      const from = (ledger.today + later) as Plan['from']
      const plans = ledger.entries.flatMap((entry) => (entry.kind === 'installments' ? [entry.id] : []))
      return {
        ...planInFull(from),
        money,
        strategy,
        lumps: lump === null ? [] : [{ on: (from + lump.after) as Plan['from'], amount: fen(lump.amount) }],
        recurring: [{ from: month('2026-03'), through: month('2026-05'), amount: fen(5000) }],
        newSpending:
          spending === null ? [] : [{ account: 'huabei', monthly: fen(spending), through: month('2027-02') }],
        settleEarly: settle ? plans : [],
      }
    })

export const FAR = day('2030-01-01')
