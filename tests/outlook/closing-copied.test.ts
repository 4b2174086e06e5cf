import { expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Cells } from '#shared/ledger/cells.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { closesIn, targetsIn } from '#shared/outlook/closure/targets.ts'
import type { ShownQuote } from '#shared/outlook/shown-quote.ts'
import { account, bill, installments, ledger } from '../ledger/facts.ts'

/** What closing takes where Alipay's own figures were copied: they count, and what was worked out stands beside. */

const TODAY = '2026-07-05'
/** 1,200.00 in six parts at 9 %: 18.00 a part; settled now 18.00, kept to the end 6 × 18.00. */
const split = installments('1200', 6, '9%', { account: 'credit-purchase', firstBill: month('2026-08') })
const of = ledger(TODAY, [account('huabei'), account('credit-purchase')], [bill('2026-07', '300'), split])

const copied = (row: keyof Cells, column: 'fee' | 'interest', amount: number): ShownQuote => ({
  account: 'credit-purchase',
  on: day(TODAY),
  at: 0,
  cells: [{ row, column, amount: fen(amount) }],
})

const told = ({ payNow, choice }: Closure) => ({
  pay: [payNow.total, payNow.derived],
  range: [payNow.range.low, payNow.range.high],
  accounts: payNow.accounts.map(({ amount }) => amount),
  soonest: choice && [choice.soonest.cost, choice.soonest.derived],
  cheapest: choice?.cheapest.explain.split(/[:@]/)[2],
})

it('without a copy everything is worked out, and nothing stands beside it', () => {
  const computed = told(closureOf(of, 'huabei'))
  expect(computed.pay[1]).toBe(null)
  expect(computed.soonest?.[1]).toBe(null)
  expect(computed.cheapest).toBe('soonest')
  // As sure as its quotes: settling early asks for an unproved fee.
  expect(computed.range[1]! > computed.pay[0]!).toBe(true)
  expect(told(closureOf(of, 'huabei', { shown: [{ ...copied('future', 'fee', 1), on: day('2026-07-04') }] }))).toEqual(
    computed,
  )
})

it('a charge that was copied counts in what to pay, in its account, and in which way is the cheapest', () => {
  const computed = told(closureOf(of, 'huabei'))
  const before = closureOf(of, 'huabei')
  const counted = told(closureOf(of, 'huabei', { shown: [copied('future', 'fee', 20_000)] }))
  const more = counted.pay[0]! - computed.pay[0]!
  expect(more > 0).toBe(true)
  expect(counted).toEqual({
    pay: [before.payNow.total + more, before.payNow.total],
    // The charge was what is not sure.
    range: [before.payNow.total + more, before.payNow.total + more],
    accounts: [30_000, computed.accounts[1]! + more],
    soonest: [before.choice!.soonest.cost + more, before.choice!.soonest.cost],
    cheapest: 'by-schedule',
  })
})

it('what is no charge for settling leaves the ways as they are', () => {
  const computed = told(closureOf(of, 'huabei'))
  const counted = told(closureOf(of, 'huabei', { shown: [copied('billed', 'interest', 50)] }))
  expect(counted.pay).toEqual([computed.pay[0]! + 50, computed.pay[0]])
  expect([counted.soonest, counted.cheapest]).toEqual([computed.soonest, computed.cheapest])
})

it('an account that is closed has its day, several the last of them, and one that is open none', () => {
  const closed = (on: string) => ({ status: 'closed', closedOn: day(on) }) as const
  const days = (huabei: object, purchase: object) => {
    const accounts = [account('huabei', huabei), account('credit-purchase', purchase)]
    return closureOf(ledger(TODAY, accounts, []), 'huabei').closedOn
  }
  expect(days(closed('2026-07-01'), closed('2026-07-03'))).toBe(day('2026-07-03'))
  expect(days(closed('2026-07-01'), {})).toBe(null)
  expect(days({}, {})).toBe(null)
})

it('Huabei is closed by itself only where there is no Credit Purchase, and is told so', () => {
  const [huabei, purchase, loan] = [account('huabei'), account('credit-purchase'), account('credit-loan')]
  expect([targetsIn([huabei]), targetsIn([purchase]), targetsIn([loan, huabei])]).toEqual([
    ['huabei'],
    ['credit-purchase'],
    ['huabei', 'borrow'],
  ])
  expect(closesIn('huabei', [huabei])).toBe('huabei-alone')
  expect(closesIn('huabei', [huabei, { ...purchase, status: 'closed' }])).toBe('huabei-alone')
  expect(closesIn('huabei', [purchase])).toBe('huabei')
  expect(closesIn('huabei', [huabei, purchase])).toBe('huabei')
  expect(closesIn('credit-purchase', [huabei])).toBe('credit-purchase')
  const alone = closureOf(ledger(TODAY, [huabei], []), 'huabei')
  const said = [...alone.steps.flatMap((step) => [step.do, step.from]), ...alone.consequences].map((one) => one?.code)
  expect(said).toEqual(expect.arrayContaining(['step-close-huabei-alone', 'menu-huabei-alone']))
  expect(said.filter((code) => code?.includes('quota-does') || code?.includes('credit-purchase'))).toEqual([])
})
