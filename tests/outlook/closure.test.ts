import { describe, expect, test } from 'vitest'
import { type Day, day, dayText, month } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import type { Closure, RequirementCode } from '#shared/outlook/answers.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay } from '../ledger/facts.ts'
import {
  allConfirmed,
  closingAccounts,
  daysAgo,
  quotaCopy,
  review,
  settledEntries,
  settledLedger,
  TARGETS,
  TODAY,
} from './closing-stories.ts'

const open = (closure: Closure): string[] =>
  closure.requirements
    .filter((one) => one.status !== 'met' && one.status !== 'confirmed')
    .map((one) => `${one.code} ${one.status}`)
const of = (closure: Closure, code: RequirementCode) => closure.requirements.find((one) => one.code === code)

test.each(TARGETS)('everything done and confirmed: %s is ready', (target) => {
  const closure = closureOf(settledLedger(), target)
  expect(open(closure)).toEqual([])
  expect(closure.verdict).toBe('ready')
  expect(closure.earliestOn).toBe(TODAY)
  expect(closure.payNow.total).toBe(0)
})

test('the safe day waits for the return window, as the closing step does; the earliest day does not', () => {
  const entries = [...settledEntries(), purchase('2026-07-18', '30', { account: 'credit-purchase' })]
  const closure = closureOf({ ...settledLedger(), entries }, 'credit-purchase')
  // Bought on 18 July: seven days, through 25 July, it may still go back.
  expect({ earliestOn: closure.earliestOn, isLater: closure.safeOn! > closure.earliestOn! }).toEqual({
    earliestOn: TODAY,
    isLater: true,
  })
  expect(closure.safeOn! >= day('2026-07-26')).toBe(true)
  expect(closure.steps.find((step) => step.do.code === 'step-close-credit-purchase')?.on).toBe(closure.safeOn)
})

test('a quota that was copied on the day of the newest entry is no older than it', () => {
  expect(open(closureOf(settledLedger({ newestEntryOn: { huabei: TODAY } }), 'huabei'))).toEqual([])
})

test.each([
  // Ten days of 4.98: 49.80.
  ['9950.19', ['risk-overdue-beyond-7 花呗 9999.99', 'risk-overdue-beyond-7 信用购 20.10']],
  ['9950.20', ['risk-overdue-large 花呗 10000.00', 'risk-overdue-beyond-7 信用购 20.10']],
])('%s overdue for ten days: with its charge large from 10,000.00 on, each account by its name', (amount, expected) => {
  const accounts = [account('huabei', { name: '花呗' }), account('credit-purchase', { name: '信用购' })]
  const entries = [purchase('2026-06-05', amount), purchase('2026-06-05', '20', { account: 'credit-purchase' })]
  const { systemRisks } = closureOf(ledger(TODAY, accounts, entries), 'huabei')
  const told = systemRisks.flatMap(({ evidence }) =>
    evidence.flatMap(({ code, values }) =>
      code.startsWith('risk-overdue') ? [`${code} ${values.account} ${values.amount}`] : [],
    ),
  )
  expect(told).toEqual(expected)
})

/** One thing that is still open, old or unanswered, and the requirement of which target it leaves open. */
type Obstacle = {
  readonly name: string
  readonly targets: readonly ClosureTarget[]
  readonly leaves: string
  readonly make: () => Ledger
}
const BOTH: readonly ClosureTarget[] = ['credit-purchase', 'huabei']
const withEntry = (...more: Entry[]): Ledger => settledLedger({}, more)
const withoutQuota = (of: string): Entry[] =>
  settledEntries().filter((entry) => entry.kind !== 'quota' || entry.account !== of)

const OBSTACLES: readonly Obstacle[] = [
  {
    name: 'a Huabei bill from before the upgrade',
    targets: BOTH,
    leaves: 'pre-upgrade-bill-settled unmet',
    make: () => withEntry(bill('2025-02', '300')),
  },
  {
    name: 'Huabei installments from before the upgrade',
    targets: BOTH,
    leaves: 'pre-upgrade-bill-settled unmet',
    make: () => withEntry(installments('1200', 36, '4.5%', { firstBill: month('2025-02'), paidPeriods: 18 })),
  },
  {
    name: 'no day of the upgrade',
    targets: BOTH,
    leaves: 'pre-upgrade-bill-settled unknown',
    make: () => settledLedger({ accounts: closingAccounts().map((one) => ({ ...one, upgradedOn: null })) }),
  },
  {
    name: 'no Huabei account',
    targets: ['credit-purchase'],
    leaves: 'pre-upgrade-bill-settled unknown',
    make: () => {
      const whole = settledLedger()
      const accounts = whole.accounts
        .filter((one) => one.id !== 'huabei')
        .map((one) => ({ ...one, upgradedOn: day('2025-03-05') }))
      return {
        ...whole,
        accounts,
        entries: whole.entries.filter((entry) => !('account' in entry) || entry.account !== 'huabei'),
      }
    },
  },
  {
    name: 'an unpaid bill',
    targets: BOTH,
    leaves: 'billed-zero unmet',
    make: () => ({ ...withEntry(bill('2026-08', '10', { account: 'credit-purchase' })), today: day('2026-08-05') }),
  },
  {
    name: 'one fen of a bill',
    targets: ['huabei'],
    leaves: 'billed-zero unmet',
    make: () =>
      settledLedger({
        entries: settledEntries().map((entry) =>
          entry.kind === 'bill' ? { ...entry, shown: 12001 as typeof entry.shown } : entry,
        ),
      }),
  },
  {
    name: 'a bill of which only the minimum was paid',
    targets: ['credit-purchase', 'huabei'],
    leaves: 'billed-zero unmet',
    make: () =>
      settledLedger({
        entries: settledEntries().map((entry) =>
          entry.kind === 'repayment' && entry.split?.[0]?.account === 'credit-purchase'
            ? {
                ...entry,
                amount: 2000 as typeof entry.amount,
                split: [{ ...entry.split[0], amount: 2000 as typeof entry.amount }],
              }
            : entry,
        ),
      }),
  },
  {
    name: 'something posted and unbilled',
    targets: BOTH,
    leaves: 'unbilled-zero unmet',
    make: () => withEntry(purchase('2026-07-05', '5', { account: 'credit-purchase' })),
  },
  {
    name: 'a purchase awaiting receipt',
    targets: BOTH,
    leaves: 'receipts-confirmed unmet',
    make: () => withEntry(purchase('2026-06-05', '5', { account: 'credit-purchase', postedOn: null })),
  },
  {
    name: 'an open installment plan',
    targets: BOTH,
    leaves: 'installments-settled unmet',
    make: () => withEntry(installments('600', 6, '4.5%', { account: 'credit-purchase', firstBill: month('2026-08') })),
  },
  {
    name: 'an open loan',
    targets: ['borrow'],
    leaves: 'loans-settled unmet',
    make: () => withEntry(loan('1000', '2026-06-20')),
  },
  {
    name: 'an overdue loan part',
    targets: ['borrow'],
    leaves: 'overdue-zero unmet',
    make: () => withEntry(loan('1000', '2026-03-20', { count: 3, paidParts: 2 })),
  },
  {
    name: 'a used quota that is not zero',
    targets: TARGETS,
    leaves: 'used-quota-zero unmet',
    make: () => withEntry(quotaCopy('credit-purchase', '0.01'), quotaCopy('borrow', '0.01')),
  },
  {
    name: 'a used quota never copied',
    targets: ['credit-purchase', 'huabei'],
    leaves: 'used-quota-zero unknown',
    make: () => settledLedger({ entries: withoutQuota('credit-purchase') }),
  },
  {
    name: 'a used quota older than the last change',
    targets: ['borrow'],
    leaves: 'used-quota-zero unknown',
    make: () => settledLedger({ entries: [...withoutQuota('borrow'), quotaCopy('borrow', '0', day('2026-07-09'))] }),
  },
  {
    name: 'a combined repayment nobody allocated',
    targets: BOTH,
    leaves: 'repayments-allocated unmet',
    make: () => withEntry(combined('2026-07-09', '1', ['huabei', 'credit-purchase'], null)),
  },
  {
    name: 'a row that waits for an answer',
    targets: TARGETS,
    leaves: 'reviews-answered unmet',
    make: () => withEntry(review(['credit-purchase', 'borrow'])),
  },
  {
    name: 'a row that may concern anything',
    targets: TARGETS,
    leaves: 'reviews-answered unmet',
    make: () => withEntry(review([])),
  },
  {
    name: 'a refund on its way',
    targets: BOTH,
    leaves: 'refunds-final unmet',
    make: () => withEntry(refund('2026-07-15', '3', null, { account: 'credit-purchase', inFlight: true })),
  },
  {
    name: 'interest that may still follow',
    targets: BOTH,
    leaves: 'residue-watched unmet',
    make: () =>
      settledLedger({
        entries: settledEntries().map((entry) =>
          entry.kind === 'repayment' && entry.split?.[0]?.account === 'credit-purchase'
            ? { ...entry, on: day('2026-07-15') }
            : entry,
        ),
      }),
  },
  {
    name: 'records of four days ago',
    targets: TARGETS,
    leaves: 'records-current unmet',
    make: () => settledLedger({ recordsCurrentOn: daysAgo(4) }),
  },
  {
    name: 'records never compared',
    targets: TARGETS,
    leaves: 'records-current unknown',
    make: () => settledLedger({ recordsCurrentOn: null }),
  },
  {
    name: 'a gap between the bills',
    targets: ['huabei'],
    leaves: 'records-current unknown',
    make: () => withEntry(bill('2026-05', '10', { paid: 1000 as never })),
  },
  {
    name: 'a purchase inside its return window',
    targets: BOTH,
    leaves: 'returns-over unmet',
    make: () =>
      withEntry(
        purchase('2026-06-25', '1', { account: 'credit-purchase', returnUntil: TODAY }),
        repay('2026-07-09', '1', { account: 'credit-purchase' }),
      ),
  },
  ...(
    ['deposits-released', 'auto-debits-moved', 'alternative-ready', 'records-exported', 'consequences-read'] as const
  ).map(
    (code): Obstacle => ({
      name: `${code} unanswered`,
      targets: TARGETS,
      leaves: `${code} unknown`,
      make: () => settledLedger({ confirmations: settledLedger().confirmations.filter((one) => one.code !== code) }),
    }),
  ),
  {
    name: 'confirmations older than the last change',
    targets: TARGETS,
    leaves: 'deposits-released unknown',
    make: () =>
      settledLedger({ confirmations: settledLedger().confirmations.map((one) => ({ ...one, on: day('2026-07-08') })) }),
  },
  {
    name: 'confirmations of another target',
    targets: ['credit-purchase'],
    leaves: 'consequences-read unknown',
    make: () =>
      settledLedger({ confirmations: settledLedger().confirmations.filter((one) => one.target !== 'credit-purchase') }),
  },
  {
    name: 'a bill that shows less than the entries hold',
    targets: BOTH,
    leaves: 'records-current unknown',
    make: () =>
      withEntry(
        purchase('2026-05-20', '120', { account: 'credit-purchase' }),
        bill('2026-06', '0', { account: 'credit-purchase' }),
      ),
  },
  {
    name: 'a copied bill that is not issued yet',
    targets: BOTH,
    leaves: 'records-current unknown',
    make: () => withEntry(bill('2026-08', '500', { account: 'credit-purchase' })),
  },
  {
    name: 'no account of the kind',
    targets: TARGETS,
    leaves: 'records-current unknown',
    make: () => settledLedger({ accounts: [account('other')], entries: [] }),
  },
]

describe.each(OBSTACLES)('$name', ({ targets, leaves, make }) => {
  test.each(targets)('keeps %s from ready', (target) => {
    const closure = closureOf(make(), target)
    expect(open(closure)).toContain(leaves)
    expect(closure.verdict).not.toBe('ready')
    expect(closure.verdict === 'blocked').toBe(
      closure.requirements.some((one) => one.kind === 'block' && one.status === 'unmet'),
    )
  })
})

test('a zero from old records says of which day it is', () => {
  const closure = closureOf(settledLedger({ recordsCurrentOn: daysAgo(9) }), 'huabei')
  expect(of(closure, 'billed-zero')?.evidence.map((line) => [line.code, line.values])).toEqual([
    ['by-records-of', { on: '2026-07-11' }],
  ])
})

test('a zero from records of today says nothing of their day', () => {
  const closure = closureOf(settledLedger(), 'huabei')
  expect(of(closure, 'records-current')?.status).toBe('met')
  expect(closure.requirements.flatMap(({ evidence }) => evidence.map(({ code }) => code))).not.toContainEqual(
    expect.stringMatching(/^by-records/),
  )
})

test('without a plan what can be paid is earliest today; a receipt has no day', () => {
  const debt = withEntry(purchase('2026-07-05', '5', { account: 'credit-purchase' }))
  expect(closureOf(debt, 'credit-purchase').earliestOn).toBe(TODAY)
  const waiting = withEntry(purchase('2026-07-05', '5', { account: 'credit-purchase', postedOn: null }))
  expect(closureOf(waiting, 'credit-purchase').earliestOn).toBe(null)
})

test('under a plan it is the day on which the plan has paid', () => {
  const debt = withEntry(purchase('2026-07-05', '5', { account: 'credit-purchase' }))
  const closure = closureOf(debt, 'credit-purchase', { projection: project(debt, planInFull(TODAY)) })
  expect(of(closure, 'unbilled-zero')?.earliestOn).toBe(day('2026-08-10'))
  expect(closure.earliestOn).toBe(day('2026-08-10'))
})

test('Huabei matters to Credit Purchase only through the bill before the upgrade', () => {
  const huabeiDebt = withEntry(bill('2026-08', '400'), purchase('2026-07-05', '400'))
  expect(closureOf({ ...huabeiDebt, today: TODAY }, 'credit-purchase').verdict).toBe('ready')
  expect(closureOf(huabeiDebt, 'huabei').verdict).toBe('blocked')
})

test('every lender of Credit Purchase has to be clear', () => {
  const two = [...closingAccounts(), account('credit-purchase', { id: 'bj', name: 'bj', lender: '北京银行' })]
  const owing = settledLedger({ accounts: two }, [purchase('2026-07-05', '5', { account: 'bj' }), quotaCopy('bj', '0')])
  expect(closureOf(owing, 'credit-purchase').verdict).toBe('blocked')
})

test('Huabei alone, where Credit Purchase never existed, needs no day of an upgrade', () => {
  const whole = settledLedger()
  const alone = {
    ...whole,
    accounts: [account('huabei')],
    entries: whole.entries
      .filter((entry) => 'account' in entry && entry.account === 'huabei')
      .concat(repay('2026-07-09', '120', { month: '2026-07' })),
  }
  expect(closureOf(alone, 'huabei').verdict).toBe('ready')
})

test('the watch ends with the first statement after the day of closing, however far that is', () => {
  const watched = (returnUntil: string) => {
    const kept = purchase('2026-07-15', '5', { account: 'credit-purchase', returnUntil: day(returnUntil) })
    const { steps } = closureOf(withEntry(kept), 'credit-purchase')
    return ['step-close-credit-purchase', 'step-watch'].map((code) => {
      const step = steps.find((one) => one.do.code === code)!
      return step.do.values.until ?? dayText(step.on!)
    })
  }
  // Statements on the first: August's is the first after 25 July, September's the first after 6 August.
  expect(watched('2026-07-24')).toEqual(['2026-07-25', '2026-08-01'])
  expect(watched('2026-08-05')).toEqual(['2026-08-06', '2026-09-01'])
})

test('the way there is numbered and ends with closing, recording and watching', () => {
  const closure = closureOf(withEntry(purchase('2026-07-15', '5', { account: 'credit-purchase' })), 'credit-purchase')
  expect(closure.steps.map((step) => [step.n, step.do.code, step.amount])).toEqual([
    [1, 'step-pay', 500],
    [2, 'wait-for-returns', null],
    [3, 'copy-used-quota', null],
    [4, 'step-close-credit-purchase', null],
    [5, 'step-record-closing', null],
    [6, 'step-watch', null],
  ])
  expect(closure.payNow).toEqual({
    total: 500,
    range: { low: 500, high: 500 },
    derived: null,
    accounts: [{ id: 'credit-purchase', amount: 500 }],
    explain: 'closure:credit-purchase@2026-07-20',
  })
})

test('what was confirmed is asked for once more after a payment that comes later, and only then', () => {
  const bought = [...settledEntries(), purchase('2026-07-15', '5', { account: 'credit-purchase' })]
  const again = (confirmedOn: Day, byPlan: boolean): string | null | undefined => {
    const book = { ...settledLedger({ confirmations: allConfirmed(confirmedOn) }), entries: bought }
    const { steps } = closureOf(
      book,
      'credit-purchase',
      byPlan ? { projection: project(book, planInFull(TODAY)) } : undefined,
    )
    const step = steps.find((one) => one.do.code === 'confirm-again')
    return step && (step.on === null ? null : dayText(step.on))
  }
  // The purchase is billed on 1 August and due on the 10th; it may be returned through 22 July.
  expect(again(TODAY, true)).toBe('2026-08-10')
  expect(again(daysAgo(1), false)).toBe('2026-07-23')
  expect(again(TODAY, false)).toBe(undefined)
})

test('closing at once and closing at the least are both told', () => {
  const plan = installments('6000', 6, '4.5%', {
    account: 'credit-purchase',
    firstBill: month('2026-07'),
    paidPeriods: 1,
  })
  const { choice } = closureOf(withEntry(plan), 'credit-purchase')
  expect(choice).toEqual({
    soonest: { on: TODAY, cost: 9000, derived: null, explain: 'closure:credit-purchase:soonest@2026-07-20' },
    cheapest: { on: TODAY, cost: 9000, derived: null, explain: 'closure:credit-purchase:soonest@2026-07-20' },
    bySchedule: {
      on: day('2026-12-10'),
      cost: 22500,
      derived: null,
      explain: 'closure:credit-purchase:by-schedule@2026-07-20',
    },
  })
  expect(closureOf(settledLedger(), 'credit-purchase').choice).toBe(null)
})

test('where both cost the same, sooner is the cheaper way', () => {
  const free = installments('300', 3, '0%', { account: 'credit-purchase', firstBill: month('2026-09') })
  const { choice } = closureOf(withEntry(free), 'credit-purchase')
  expect([choice?.soonest.cost, choice?.bySchedule.cost]).toEqual([0, 0])
  expect(choice?.cheapest).toEqual(choice?.soonest)
  expect(choice?.cheapest.on).not.toBe(choice?.bySchedule.on)
})

test('overdue is a risk with its evidence, cash-out is not known', () => {
  const late = ledger('2026-08-20', closingAccounts(), [bill('2026-07', '500')])
  const { systemRisks } = closureOf(late, 'huabei')
  expect(systemRisks.map((risk) => [risk.code, risk.status])).toEqual([
    ['risk-overdue', 'present'],
    ['risk-cash-out', 'not-known'],
    ['risk-unused', 'not-known'],
    ['risk-identity-expired', 'not-known'],
  ])
  expect(systemRisks[0]?.evidence[0]?.code).toBe('risk-overdue-beyond-30')
})
