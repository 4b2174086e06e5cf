import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import type { RunResult } from '#shared/outlook/projection/run.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'

const anyCase = anyDebts.chain((ledger) => anyPlanFor(ledger).map((plan) => ({ ledger, plan })))

/** Long enough to see a debt end, short enough to ask hundreds of times. */
const MONTHS = 60
const run = (ledger: Ledger, plan: Plan): RunResult =>
  simulate({ ...startOf(ledger, plan), withEvents: true, months: MONTHS })

test('every month: opening + spending + interest + fees + penalties − refunds − payments = closing', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, plan }) => {
      const result = run(ledger, plan)
      let before: number | null = null
      for (const one of result.byMonth) {
        const { opening, spending, interest, fees, penalties, refunds, paid, closing } = one
        expect([monthText(one.month), opening + spending + interest + fees + penalties - refunds - paid]).toEqual([
          monthText(one.month),
          closing,
        ])
        for (const amount of [opening, spending, interest, fees, penalties, refunds, paid, closing])
          expect(amount).toBeGreaterThanOrEqual(0)
        if (before !== null && before > 0) expect(opening).toBe(before)
        before = closing
      }
      const sum = (key: 'interest' | 'fees' | 'penalties' | 'paid'): number =>
        result.accounts.reduce((total, account) => total + account[key], 0)
      expect(sum('interest')).toBe(result.interest)
      expect(sum('paid')).toBe(result.byMonth.reduce((total, one) => total + one.paid, 0))
      if (result.outcome === 'free') expect(result.byMonth.at(-1)?.closing ?? 0).toBe(0)
    }),
    runs(150),
  )
})

test('asked twice it answers the same bytes, and the ledger is as before', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, plan }) => {
      const start = startOf(ledger, plan)
      const bytes = (): string => JSON.stringify(simulate({ ...start, withEvents: true, months: MONTHS }))
      const first = bytes()
      expect(bytes()).toBe(first)
      expect(JSON.stringify(run(structuredClone(ledger), plan))).toBe(first)
    }),
    runs(40),
  )
})

test('the events alone lead from what is owed to what is left', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, plan }) => {
      const result = run(ledger, plan)
      for (const account of result.accounts) {
        const own = result.events.filter((event) => event.account === account.id)
        const paid = own.filter((event) => event.what === 'repayment' || event.what === 'early-settlement')
        expect(paid.reduce((total, event) => total + event.amount, 0)).toBe(account.paid)
        expect(own.every((event, index) => index === 0 || event.on >= own[index - 1]!.on)).toBe(true)
        if (account.freeOn !== null && own.length > 0) expect(own.at(-1)?.balance).toBe(fen(0))
      }
    }),
    runs(80),
  )
})
