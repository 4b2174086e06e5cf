import type { ScenarioEntryFile, ScenarioFile } from '#shared/contract/scenario.ts'
import { addDays, addMonths, civil, type Day, dayText, monthOf, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { loanPartsOf } from '#shared/ledger/loan.ts'
import { SAMPLE_WORDS, type SampleLanguage, type SampleWords } from './sample-words.ts'

/**
 * The sample: an invented person, told from today back so that it is always alive. The bills came four days ago and are
 * due in five; a plan, a loan and a debt elsewhere run on; a parcel is on its way; a combined repayment and a refund
 * wait for an answer; one bill is 12.90 more than its rows.
 */
export function sampleScenario(today: Day, language: SampleLanguage): ScenarioFile {
  const words = SAMPLE_WORDS[language]
  const calendar = { ...calendarOf(today), words }
  const { statementDay, dueDay, before } = calendar
  const terms = [{ from: before(500), statementDay, dueDay, minRatio: '10%' }]
  return {
    schema: 'huaqing/scenario@1',
    today: dayText(today),
    accounts: [
      { id: 'huabei', kind: 'huabei', limit: '8000.00', openedOn: before(900), autoRepay: 'full', terms },
      {
        id: 'credit-purchase',
        kind: 'credit-purchase',
        lender: words.bank,
        limit: '6000.00',
        openedOn: before(480),
        upgradedOn: before(480),
        autoRepay: 'full',
        terms,
      },
      { id: 'borrow', kind: 'borrow', limit: '20000.00', openedOn: before(700) },
      {
        id: 'weilidai',
        kind: 'other',
        name: words.otherDebt,
        lender: words.otherLender,
        balance: '12000.00',
        interest: { model: 'equal-principal', count: 10, dailyRate: '0.04%', repayDay: dueDay },
      },
    ],
    entries: [...huabei(calendar), ...creditPurchase(calendar), loan(today, calendar), ...questions(calendar)],
    recordsCurrentOn: dayText(addDays(today, -1)),
    plan: {
      // Without one of its own it is called in the language of the screen.
      name: '',
      from: before(28),
      monthly: '3000.00',
      strategy: 'soonest-closure',
      target: 'credit-purchase',
    },
  }
}

type Calendar = {
  readonly statementDay: number
  readonly dueDay: number
  /** Days before the last statement; the statement day itself is 0, days after it are negative. */
  readonly before: (days: number) => string
  /** Bill months before the last one. */
  readonly bill: (back: number) => string
  readonly words: SampleWords
}

function calendarOf(today: Day): Omit<Calendar, 'words'> {
  const issued = addDays(today, -4)
  return {
    statementDay: civil(issued).day,
    dueDay: civil(addDays(today, 5)).day,
    before: (days) => dayText(addDays(issued, -days)),
    bill: (back) => monthText(addMonths(monthOf(issued), -back)),
  }
}

type Bought = readonly [id: string, label: string, amount: string, daysBefore: number]

const purchases = (account: string, bought: readonly Bought[], { before }: Calendar): ScenarioEntryFile[] =>
  bought.map(([id, label, amount, days]) => ({
    kind: 'purchase',
    id: `sample-${id}`,
    label,
    account,
    orderedOn: before(days),
    amount,
  }))

function huabei(calendar: Calendar): ScenarioEntryFile[] {
  const { before, bill, words } = calendar
  const account = 'huabei'
  return [
    { kind: 'bill', id: 'sample-bill-before', account, month: bill(1), shown: '1071.90' },
    ...purchases(
      account,
      [
        ['groceries', words.groceries, '268.50', 24],
        ['dinner', words.dinner, '186.00', 17],
        ['phone-bill', words.phoneBill, '100.00', 11],
        ['rides', words.rides, '42.00', 5],
        ['shop', words.shop, '12.90', 0],
        ['rice', words.rice, '86.40', -2],
      ],
      calendar,
    ),
    {
      kind: 'purchase',
      id: 'sample-parcel',
      label: words.parcel,
      account,
      orderedOn: before(-3),
      postedOn: null,
      amount: '128.00',
    },
    {
      kind: 'installments',
      id: 'sample-laptop-plan',
      label: words.laptop,
      account,
      origin: 'trade',
      principal: '3000.00',
      count: 12,
      feeRate: '7.5%',
      firstBill: bill(2),
      paidPeriods: 2,
    },
    // Rows and installment make 865.25: the shop of the statement day explains the difference.
    { kind: 'bill', id: 'sample-bill', account, month: bill(0), shown: '878.15', shownMinimum: '329.69' },
    { kind: 'quota', id: 'sample-quota', account, on: before(1), used: '3500.00' },
  ]
}

function creditPurchase(calendar: Calendar): ScenarioEntryFile[] {
  const { before, bill, words } = calendar
  const account = 'credit-purchase'
  return [
    { kind: 'bill', id: 'sample-bank-bill-before', account, month: bill(1), shown: '1128.90' },
    ...purchases(
      account,
      [
        ['kettle', words.kettle, '219.00', 22],
        ['medicine', words.medicine, '76.00', 14],
        ['handset', words.handset, '1299.00', 9],
      ],
      calendar,
    ),
    { kind: 'refund', id: 'sample-top-up', label: words.topUp, account, on: before(6), amount: '45.00' },
  ]
}

/** As many parts are paid as have fallen due: the loan itself is in order. */
function loan(today: Day, { dueDay, words }: Calendar): ScenarioEntryFile {
  const drawnOn = addDays(today, -130)
  const terms = {
    principal: fen(600_000),
    drawnOn,
    dailyRate: rate('0.04%'),
    count: 12,
    repayDay: dueDay,
    shownParts: [],
  }
  const parts = loanPartsOf({ ...terms, method: 'equal-installment' })
  return {
    kind: 'loan',
    id: 'sample-loan',
    label: words.loan,
    account: 'borrow',
    principal: '6000.00',
    drawnOn: dayText(drawnOn),
    dailyRate: '0.04%',
    method: 'equal-installment',
    count: 12,
    repayDay: dueDay,
    paidParts: parts.filter(({ dueOn }) => dueOn < today).length,
  }
}

/** The question of a row bears the row's id with `.review`. */
function questions({ before, bill, words }: Calendar): ScenarioEntryFile[] {
  return [
    {
      kind: 'repayment',
      id: 'sample-combined',
      label: words.combined,
      on: before(22),
      amount: '2200.80',
      candidates: ['huabei', 'credit-purchase'],
      candidateMonth: bill(1),
      paidFrom: words.card,
    },
    {
      kind: 'review',
      id: 'sample-top-up.review',
      label: words.topUp,
      accounts: ['credit-purchase'],
      reason: 'refund-without-purchase',
      amount: '45.00',
      on: before(6),
    },
  ]
}
