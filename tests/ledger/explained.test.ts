import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { explainMinimum } from '#shared/ledger/explain/explain-minimum.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** The whole tree behind a figure, line by line: amount, rule, figures, certainty, source, rounding. */
function tree(facts: Ledger, figure: string, explain = explainOwed): string {
  const explained = explain(facts, figure)
  if (explained === null) return 'no such figure'
  const show = (line: DerivationLine, depth: number): string[] => {
    const values = Object.entries(line.values).map(([name, value]) => `${name}=${value}`)
    const rest = [line.source, line.rounding, line.entries.length > 0 ? `${line.entries.length} entries` : null].filter(
      (part) => part,
    )
    return [
      `${'  '.repeat(depth)}${yuanText(line.amount)} ${line.rule}${values.length > 0 ? ` (${values.join(', ')})` : ''} ${line.certainty}${rest.length > 0 ? ` [${rest.join(', ')}]` : ''}`,
      ...line.lines.flatMap((inner) => show(inner, depth + 1)),
    ]
  }
  return [
    `${yuanText(explained.amount)} ${explained.certainty}`,
    ...explained.lines.flatMap((line) => show(line, 1)),
  ].join('\n')
}

const huabei = account('huabei', { name: '花呗' })

describe('what rolls, and what is billed with it', () => {
  const plan = installments('1200', 3, '2.3%', { firstBill: month('2026-06') })
  const shoes = purchase('2026-05-20', '300')
  const facts = ledger(
    '2026-06-15',
    [huabei],
    [
      bill('2026-05', '1000'),
      repay('2026-05-09', '100'),
      repay('2026-05-21', '104.50'),
      shoes,
      refund('2026-05-25', '40', shoes),
      plan,
      repay('2026-06-10', '520'),
      purchase('2026-06-12', '20'),
    ],
  )

  it('the June bill on its day', () => {
    expect(tree(facts, 'owed:huabei@2026-06-01')).toMatchInlineSnapshot(`
      "2292.45 assumed
        1460.45 cell-billed-principal assumed
          1460.45 bill-left (month=2026-06) assumed
            300.00 bill-purchases (from=2026-05-01, through=2026-05-31, count=1) assumed [1.7]
            -40.00 bill-refunds assumed [5.2]
            400.00 bill-installments assumed [4.10]
            800.45 bill-rolled assumed [2.7]
        4.00 cell-billed-interest assumed
          4.00 bill-left (month=2026-06) assumed
            4.00 bill-interest assumed [2.7]
              4.00 interest-stretch (from=2026-05-22, through=2026-05-31, days=10, balance=800.45, rate=0.05%) derived [2.5, halfUp]
        9.20 cell-billed-fee assumed
          9.20 bill-left (month=2026-06) assumed
            9.20 bill-installment-fees assumed [4.3]
        400.00 cell-next-principal assumed
          400.00 installment-principal (number=2, month=2026-07) assumed [4.3]
        0.40 cell-next-interest assumed
          0.40 interest-stretch (from=2026-06-01, through=2026-06-01, days=1, balance=800.45, rate=0.05%) assumed [2.5, halfUp]
        9.20 cell-next-fee assumed
          9.20 installment-fee (number=2, month=2026-07) assumed [4.3]
        400.00 cell-future-principal derived
          400.00 installment-principal (number=3, month=2026-08) derived [4.3]
        9.20 cell-future-fee derived
          9.20 installment-fee (number=3, month=2026-08) derived [4.3]"
    `)
  })
  it('one bill, all columns', () => {
    expect(tree(facts, 'bill:huabei:2026-06@2026-06-10')).toMatchInlineSnapshot(`
      "953.65 assumed
        300.00 bill-purchases (from=2026-05-01, through=2026-05-31, count=1) assumed [1.7]
        -40.00 bill-refunds assumed [5.2]
        400.00 bill-installments assumed [4.10]
        9.20 bill-installment-fees assumed [4.3]
        800.45 bill-rolled assumed [2.7]
        4.00 bill-interest assumed [2.7]
          4.00 interest-stretch (from=2026-05-22, through=2026-05-31, days=10, balance=800.45, rate=0.05%) derived [2.5, halfUp]
        -520.00 credit-repayment (on=2026-06-10, month=2026-06) derived [3.11, 1 entries]"
    `)
  })
  it('after its minimum was paid, what rolls again', () => {
    expect(tree(facts, 'owed:huabei@2026-06-15')).toMatchInlineSnapshot(`
      "1798.44 assumed
        1373.65 cell-next-principal assumed
          20.00 posted-unbilled (month=2026-07, count=1) assumed [1.7]
          953.65 rolled-principal assumed [2.5]
          400.00 installment-principal (number=2, month=2026-07) assumed [4.3]
        6.39 cell-next-interest assumed
          4.00 interest-stretch (from=2026-06-01, through=2026-06-10, days=10, balance=800.45, rate=0.05%) assumed [2.5, halfUp]
          2.39 interest-stretch (from=2026-06-11, through=2026-06-15, days=5, balance=953.65, rate=0.05%) assumed [2.5, halfUp]
        9.20 cell-next-fee assumed
          9.20 installment-fee (number=2, month=2026-07) assumed [4.3]
        400.00 cell-future-principal derived
          400.00 installment-principal (number=3, month=2026-08) derived [4.3]
        9.20 cell-future-fee derived
          9.20 installment-fee (number=3, month=2026-08) derived [4.3]"
    `)
    expect(tree(facts, 'bill:huabei:2026-06@2026-06-15')).toMatchInlineSnapshot(`
      "0.00 assumed
        300.00 bill-purchases (from=2026-05-01, through=2026-05-31, count=1) assumed [1.7]
        -40.00 bill-refunds assumed [5.2]
        400.00 bill-installments assumed [4.10]
        9.20 bill-installment-fees assumed [4.3]
        800.45 bill-rolled assumed [2.7]
        4.00 bill-interest assumed [2.7]
          4.00 interest-stretch (from=2026-05-22, through=2026-05-31, days=10, balance=800.45, rate=0.05%) derived [2.5, halfUp]
        -520.00 credit-repayment (on=2026-06-10, month=2026-06) derived [3.11, 1 entries]
        -953.65 bill-rolled-out derived [2.5]"
    `)
  })
  it('one cell', () => {
    expect(tree(facts, 'owed:huabei:next.interest@2026-06-15')).toMatchInlineSnapshot(`
      "6.39 assumed
        4.00 interest-stretch (from=2026-06-01, through=2026-06-10, days=10, balance=800.45, rate=0.05%) assumed [2.5, halfUp]
        2.39 interest-stretch (from=2026-06-11, through=2026-06-15, days=5, balance=953.65, rate=0.05%) assumed [2.5, halfUp]"
    `)
  })
})

describe('what is overdue', () => {
  const entries = [
    bill('2026-05', '123.45'),
    repay('2026-05-20', '20.60'),
    bill('2026-06', '80', { parts: { fee: yuan('3'), interest: yuan('2'), penalty: yuan('1') } }),
  ]
  it('charges rounded by the day', () => {
    expect(tree(ledger('2026-06-20', [huabei], entries), 'owed:huabei@2026-06-20')).toMatchInlineSnapshot(`
      "185.40 derived
        177.45 cell-overdue-principal derived
          103.45 bill-left (month=2026-05) derived
            123.45 bill-shown-all derived
            -20.00 credit-repayment (on=2026-05-20, month=2026-05) derived [3.11, 1 entries]
          74.00 bill-left (month=2026-06) derived
            74.00 bill-shown-all derived
        2.00 cell-overdue-interest derived
          2.00 bill-left (month=2026-06) derived
            2.00 bill-interest derived [2.7]
              2.00 interest-fixed-before derived
        3.00 cell-overdue-fee derived
          3.00 bill-left (month=2026-06) derived
            3.00 bill-shown-all derived
        2.95 cell-overdue-penalty derived
          1.55 bill-left (month=2026-05) derived
            0.60 charge-daily (from=2026-05-11, through=2026-05-20, days=10, balance=123.45, rate=0.05%, daily=0.06) derived [3.2, halfUp]
            1.55 charge-daily (from=2026-05-21, through=2026-06-20, days=31, balance=103.45, rate=0.05%, daily=0.05) derived [3.2, halfUp]
            -0.60 credit-repayment (on=2026-05-20, month=2026-05) derived [3.11, 1 entries]
          1.40 bill-left (month=2026-06) derived
            1.00 bill-shown-all derived
            0.40 charge-daily (from=2026-06-11, through=2026-06-20, days=10, balance=77.00, rate=0.05%, daily=0.04) derived [3.2, halfUp]"
    `)
  })
  it('charges rounded once', () => {
    const once = account('huabei', { name: '花呗', set: { overdueRounding: 'multiplyThenRound' } })
    expect(
      tree(ledger('2026-06-20', [once], entries), 'owed:huabei:overdue.penalty@2026-06-20'),
    ).toMatchInlineSnapshot(`
      "2.99 derived
        1.60 bill-left (month=2026-05) derived
          0.62 charge-stretch (from=2026-05-11, through=2026-05-20, days=10, balance=123.45, rate=0.05%) derived [3.2, halfUp]
          1.60 charge-stretch (from=2026-05-21, through=2026-06-20, days=31, balance=103.47, rate=0.05%) derived [3.2, halfUp]
          -0.62 credit-repayment (on=2026-05-20, month=2026-05) derived [3.11, 1 entries]
        1.39 bill-left (month=2026-06) derived
          1.00 bill-shown-all derived
          0.39 charge-stretch (from=2026-06-11, through=2026-06-20, days=10, balance=77.00, rate=0.05%) derived [3.2, halfUp]"
    `)
  })
})

describe('what is copied, moved, deferred, paid early or only estimated', () => {
  it('a copied total beyond the entries, a bill moved into installments, a deferral', () => {
    const moved = installments('600', 3, '2.5%', { origin: 'bill', fromBill: month('2026-07') })
    const deferral = {
      id: 'd',
      label: '',
      orderNo: null,
      note: '',
      kind: 'deferral' as const,
      account: 'huabei',
      month: month('2026-07'),
      amount: yuan('100'),
      fee: yuan('1.50'),
      on: day('2026-07-05'),
    }
    const facts = ledger(
      '2026-08-02',
      [huabei],
      [
        purchase('2026-06-10', '900'),
        bill('2026-07', '912.90'),
        moved,
        deferral,
        repay('2026-07-06', '414'),
        purchase('2026-07-20', '50'),
        repay('2026-07-25', '30'),
      ],
    )
    expect(tree(facts, 'owed:huabei@2026-07-31')).toMatchInlineSnapshot(`
      "535.43 derived
        323.93 cell-next-principal derived
          50.00 posted-unbilled (month=2026-08, count=1) derived [1.7]
          100.00 deferred-unbilled (month=2026-08, count=1) derived [9.4]
          -26.07 paid-early (month=2026-08, count=1) derived [1.12, 1 entries]
          200.00 installment-principal (number=2, month=2026-08) derived [4.3]
        6.50 cell-next-fee derived
          1.50 deferral-fee derived [9.4]
          5.00 installment-fee (number=2, month=2026-08) derived [4.3]
        200.00 cell-future-principal derived
          200.00 installment-principal (number=3, month=2026-09) derived [4.3]
        5.00 cell-future-fee derived
          5.00 installment-fee (number=3, month=2026-09) derived [4.3]"
    `)
    expect(tree(facts, 'owed:huabei@2026-08-01')).toMatchInlineSnapshot(`
      "535.43 derived
        330.43 cell-billed-principal derived
          330.43 bill-left (month=2026-08) derived
            50.00 bill-purchases (from=2026-07-01, through=2026-07-31, count=1) derived [1.7]
            200.00 bill-installments derived [4.10]
            100.00 bill-deferred-in derived [9.4]
            -19.57 credit-repayment (on=2026-07-25, month=2026-08) derived [3.11, 1 entries]
        200.00 cell-next-principal derived
          200.00 installment-principal (number=3, month=2026-09) derived [4.3]
        5.00 cell-next-fee derived
          5.00 installment-fee (number=3, month=2026-09) derived [4.3]"
    `)
  })
  it('a bill known by its entries alone: what was moved and deferred out of it, what it waits for', () => {
    const shoes = purchase('2026-07-03', '80')
    const facts = ledger(
      '2026-08-02',
      [huabei],
      [
        purchase('2026-06-10', '900'),
        installments('600', 3, '2.5%', { origin: 'bill', fromBill: month('2026-07'), firstBill: month('2026-08') }),
        {
          id: 'd',
          label: '',
          orderNo: null,
          note: '',
          kind: 'deferral',
          account: 'huabei',
          month: month('2026-07'),
          amount: yuan('100'),
          fee: yuan('1.50'),
          on: day('2026-07-05'),
        },
        shoes,
        refund('2026-07-04', '30', shoes),
        repay('2026-07-08', '355'),
      ],
    )
    expect(tree(facts, 'bill:huabei:2026-07@2026-07-06')).toMatchInlineSnapshot(`
      "200.00 derived
        900.00 bill-purchases (from=2026-06-01, through=2026-06-30, count=1) derived [1.7]
        -100.00 bill-deferred-out derived [9.4]
        -600.00 bill-moved derived [4.7]"
    `)
    expect(tree(facts, 'owed:huabei@2026-07-06')).toMatchInlineSnapshot(`
      "966.50 derived
        200.00 cell-billed-principal derived
          200.00 bill-left (month=2026-07) derived
            900.00 bill-purchases (from=2026-06-01, through=2026-06-30, count=1) derived [1.7]
            -100.00 bill-deferred-out derived [9.4]
            -600.00 bill-moved derived [4.7]
        350.00 cell-next-principal derived
          80.00 posted-unbilled (month=2026-08, count=1) derived [1.7]
          -30.00 refunded-unbilled (month=2026-08, count=1) derived [5.2]
          100.00 deferred-unbilled (month=2026-08, count=1) derived [9.4]
          200.00 installment-principal (number=1, month=2026-08) derived [4.3]
        6.50 cell-next-fee derived
          1.50 deferral-fee derived [9.4]
          5.00 installment-fee (number=1, month=2026-08) derived [4.3]
        400.00 cell-future-principal derived
          200.00 installment-principal (number=2, month=2026-09) derived [4.3]
          200.00 installment-principal (number=3, month=2026-10) derived [4.3]
        10.00 cell-future-fee derived
          5.00 installment-fee (number=2, month=2026-09) derived [4.3]
          5.00 installment-fee (number=3, month=2026-10) derived [4.3]"
    `)
    expect(tree(facts, 'owed:huabei@2026-07-08')).toMatchInlineSnapshot(`
      "615.00 derived
        200.00 cell-next-principal derived
          80.00 posted-unbilled (month=2026-08, count=1) derived [1.7]
          -30.00 refunded-unbilled (month=2026-08, count=1) derived [5.2]
          100.00 deferred-unbilled (month=2026-08, count=1) derived [9.4]
          -150.00 paid-early (month=2026-08, count=1) derived [1.12, 1 entries]
          200.00 installment-principal (number=1, month=2026-08) derived [4.3]
        5.00 cell-next-fee derived
          1.50 deferral-fee derived [9.4]
          -1.50 paid-early (month=2026-08, count=0) derived [3.11]
          5.00 installment-fee (number=1, month=2026-08) derived [4.3]
        400.00 cell-future-principal derived
          200.00 installment-principal (number=2, month=2026-09) derived [4.3]
          200.00 installment-principal (number=3, month=2026-10) derived [4.3]
        10.00 cell-future-fee derived
          5.00 installment-fee (number=2, month=2026-09) derived [4.3]
          5.00 installment-fee (number=3, month=2026-10) derived [4.3]"
    `)
  })
  it('fees and interest that a small copied minimum left open, and money paid early for them', () => {
    const parts = { fee: yuan('15'), interest: yuan('5'), penalty: yuan('2') }
    const facts = ledger(
      '2026-08-20',
      [huabei],
      [
        bill('2026-07', '500', { parts, shownMinimum: yuan('1'), paid: yuan('1') }),
        repay('2026-07-20', '600'),
        purchase('2026-07-25', '40'),
      ],
    )
    expect(tree(facts, 'owed:huabei@2026-07-11')).toMatchInlineSnapshot(`
      "499.24 derived
        478.00 cell-next-principal derived
          478.00 rolled-principal derived [2.5]
        6.24 cell-next-interest derived
          6.00 interest-fixed-before derived
          0.24 interest-stretch (from=2026-07-11, through=2026-07-11, days=1, balance=478.00, rate=0.05%) derived [2.5, halfUp]
        15.00 cell-next-fee derived
          15.00 fee-carried derived"
    `)
    expect(tree(facts, 'owed:huabei@2026-07-25')).toMatchInlineSnapshot(`"0.00 derived"`)
    expect(tree(facts, 'bill:huabei:2026-07@2026-07-10')).toMatchInlineSnapshot(`
      "499.00 derived
        5.00 bill-interest shown [2.7]
          5.00 interest-fixed-before derived
        495.00 bill-shown-more shown
        -1.00 credit-entered-as-paid (on=2026-07-01, month=2026-07) derived [1 entries]"
    `)
    const unpaid = ledger('2026-08-20', [huabei], facts.entries.slice(0, 1))
    expect(tree(unpaid, 'bill:huabei:2026-08@2026-08-01')).toMatchInlineSnapshot(`
      "504.02 derived
        478.00 bill-rolled derived [2.7]
        11.02 bill-interest derived [2.7]
          5.02 interest-stretch (from=2026-07-11, through=2026-07-31, days=21, balance=478.00, rate=0.05%) derived [2.5, halfUp]
          6.00 interest-fixed-before derived
        15.00 bill-carried derived"
    `)
    expect(tree(unpaid, 'owed:huabei@2026-08-01')).toMatchInlineSnapshot(`
      "504.26 derived
        478.00 cell-billed-principal derived
          478.00 bill-left (month=2026-08) derived
            478.00 bill-rolled derived [2.7]
        11.02 cell-billed-interest derived
          11.02 bill-left (month=2026-08) derived
            11.02 bill-interest derived [2.7]
              5.02 interest-stretch (from=2026-07-11, through=2026-07-31, days=21, balance=478.00, rate=0.05%) derived [2.5, halfUp]
              6.00 interest-fixed-before derived
        15.00 cell-billed-fee derived
          15.00 bill-left (month=2026-08) derived
            15.00 bill-carried derived
        0.24 cell-next-interest derived
          0.24 interest-stretch (from=2026-08-01, through=2026-08-01, days=1, balance=478.00, rate=0.05%) derived [2.5, halfUp]"
    `)
    const early = ledger(
      '2026-08-20',
      [huabei],
      [...facts.entries.slice(0, 1), repay('2026-07-12', '12', { month: '2026-08' })],
    )
    expect(tree(early, 'owed:huabei:next.interest@2026-07-12')).toMatchInlineSnapshot(`
      "0.00 derived
        6.00 interest-fixed-before derived
        0.48 interest-stretch (from=2026-07-11, through=2026-07-12, days=2, balance=478.00, rate=0.05%) derived [2.5, halfUp]
        -6.48 paid-early (month=2026-08, count=0) derived [3.11]"
    `)
    expect(tree(early, 'owed:huabei:next.fee@2026-07-12')).toMatchInlineSnapshot(`
      "9.48 derived
        15.00 fee-carried derived
        -5.52 paid-early (month=2026-08, count=0) derived [3.11]"
    `)
  })
  it('an estimated allocation makes its lines assumed', () => {
    const js = account('credit-purchase', { id: 'js', name: '江苏银行信用购' })
    const facts = ledger(
      '2026-07-12',
      [huabei, js],
      [
        purchase('2026-06-05', '100'),
        purchase('2026-06-05', '60', { account: 'js' }),
        combined('2026-07-10', '80', ['huabei', 'js'], '2026-07'),
      ],
    )
    expect(tree(facts, 'owed@2026-07-10')).toMatchInlineSnapshot(`
      "80.00 assumed
        50.00 account-owed (account=花呗) assumed
          50.00 cell-billed-principal assumed
            50.00 bill-left (month=2026-07) assumed
              100.00 bill-purchases (from=2026-06-01, through=2026-06-30, count=1) assumed [1.7]
              -50.00 credit-repayment (on=2026-07-10, month=2026-07) assumed [3.11, 1 entries]
        30.00 account-owed (account=江苏银行信用购) assumed
          30.00 cell-billed-principal assumed
            30.00 bill-left (month=2026-07) assumed
              60.00 bill-purchases (from=2026-06-01, through=2026-06-30, count=1) assumed [1.7]
              -30.00 credit-repayment (on=2026-07-10, month=2026-07) assumed [3.11, 1 entries]"
    `)
  })
})

describe('figures beside the cells', () => {
  // June: 500.00, of which the minimum of 50.00 is paid: 450.00 roll, and 30.00 await receipt. 460.00 on 21 June would pay
  // eleven days of interest, 450.00 × 0.05 % × 11 = 2.475 → 2.48, what rolls, and 7.52 of July.
  const entries = [
    purchase('2026-05-05', '500'),
    repay('2026-06-10', '50'),
    purchase('2026-06-11', '30', { postedOn: null, id: 'p1' }),
  ]
  const limited = account('huabei', { limit: yuan('400') })
  const why = (name: string, ...more: Entry[]) =>
    tree(ledger('2026-06-21', [limited], [...entries, ...more]), `owed:huabei:${name}@2026-06-21`)

  it('used, and left of the limit: nothing, and no less', () => {
    expect(why('usedQuota')).toMatchInlineSnapshot(`
      "480.00 assumed
        450.00 cell-next-principal assumed
          450.00 rolled-principal assumed [2.5]
        30.00 residue-awaiting-receipt (from=2026-06-11) derived [1.10, 1 entries]"
    `)
    expect(why('availableQuota')).toMatchInlineSnapshot(`
      "0.00 assumed
        400.00 quota-limit shown
        -480.00 quota-taken assumed
          -450.00 cell-next-principal assumed
            -450.00 rolled-principal assumed [2.5]
          -30.00 residue-awaiting-receipt (from=2026-06-11) derived [1.10, 1 entries]
        80.00 quota-beyond (limit=400.00) derived"
    `)
  })
  it('paid ahead, month by month', () => {
    expect(why('prepaid', repay('2026-06-21', '460'))).toMatchInlineSnapshot(`
      "7.52 derived
        7.52 prepaid-for (month=2026-07) derived [1.12]"
    `)
  })
  it('money that is expected back', () => {
    const announced = refund('2026-06-20', '12', null, { inFlight: true, id: 'r1' })
    const closed = purchase('2026-06-12', '8', { refundExpected: true, id: 'p2' })
    expect(why('refundExpected', announced, closed)).toMatchInlineSnapshot(`
      "20.00 derived
        12.00 residue-refund-in-flight (from=2026-06-20) derived [1 entries]
        8.00 residue-refund-expected (from=2026-06-12) derived [1 entries]"
    `)
    expect(why('everything')).toBe('no such figure')
  })
  it('what settling plans early costs, if nothing is waived and by the rule of the account', () => {
    const plan = installments('1000', 3, '2.3%', { firstBill: month('2026-08') })
    expect(why('earlyRepayFee.before', plan)).toMatchInlineSnapshot(`
      "23.00 assumed
        23.00 settle-plan (account=huabei, periods=3) assumed
          7.68 installment-fee (number=1, month=2026-08) assumed [4.14, 1 entries]
          15.32 later-fees (periods=2) assumed [4.14, 1 entries]"
    `)
    expect(why('earlyRepayFee.after', plan)).toMatchInlineSnapshot(`
      "15.34 assumed
        15.34 settle-plan (account=huabei, periods=3) assumed
          7.68 installment-fee (number=1, month=2026-08) assumed [4.14, 1 entries]
          7.66 one-more-fee (periods=2) assumed [4.14, 1 entries]"
    `)
  })
  it('the total of a bill and what was paid of it', () => {
    const facts = ledger('2026-06-21', [limited], entries)
    expect(tree(facts, 'bill:huabei:2026-06:total@2026-06-21')).toMatchInlineSnapshot(`
      "500.00 derived
        500.00 bill-purchases (from=2026-05-01, through=2026-05-31, count=1) derived [1.7]"
    `)
    expect(tree(facts, 'bill:huabei:2026-06:paid@2026-06-21')).toMatchInlineSnapshot(`
      "50.00 derived
        50.00 credit-repayment (on=2026-06-10, month=2026-06) derived [3.11, 1 entries]"
    `)
  })
})

describe('loans and other debts', () => {
  it('parts past due, next and later', () => {
    const facts = ledger(
      '2026-05-20',
      [account('borrow', { name: '借呗' })],
      [loan('6000', '2026-01-10', { paidParts: 2 })],
    )
    const shownParts = [{ number: 3, dueOn: day('2026-06-10'), principal: yuan('100'), interest: yuan('2') }]
    const guessed = [
      loan('300', '2026-03-10', { count: 3, shownParts, paidParts: 2 }),
      loan('80', '2026-03-11', { count: 1, repayDay: 30, certain: false }),
    ]
    expect(
      tree(ledger('2026-04-20', [account('borrow', { name: '借呗' })], guessed), 'owed:borrow@2026-04-20'),
    ).toMatchInlineSnapshot(`
      "184.46 assumed
        80.00 cell-overdue-principal assumed
          80.00 loan-principal (number=1, due=2026-03-30) assumed [7.5, 1 entries]
        1.20 cell-overdue-interest assumed
          1.20 loan-interest (number=1, due=2026-03-30) assumed [7.5, 1 entries]
            1.20 loan-interest-days (balance=80.00, days=30, rate=0.05%) derived [7.5, halfUp]
        1.26 cell-overdue-penalty assumed
          1.26 loan-penalty (number=1, due=2026-03-30) assumed [7.11, 1 entries]
            1.26 loan-charge-stretch (from=2026-03-31, through=2026-04-20, days=21, balance=80.00, rate=0.05%, times=1.5) derived [7.11, halfUp]
        100.00 cell-next-principal shown
          100.00 loan-principal (number=3, due=2026-06-10) shown [7.5, 1 entries]
        2.00 cell-next-interest shown
          2.00 loan-interest (number=3, due=2026-06-10) shown [7.5, 1 entries]"
    `)
    expect(tree(facts, 'owed:borrow@2026-05-12')).toMatchInlineSnapshot(`
      "4237.92 derived
        1999.41 cell-overdue-principal derived
          992.26 loan-principal (number=3, due=2026-04-10) derived [7.5, 1 entries]
          1007.15 loan-principal (number=4, due=2026-05-10) derived [7.5, 1 entries]
        106.89 cell-overdue-interest derived
          60.89 loan-interest (number=3, due=2026-04-10) derived [7.5, 1 entries]
            60.89 loan-interest-days (balance=4059.25, days=30, rate=0.05%) derived [7.5, halfUp]
          46.00 loan-interest (number=4, due=2026-05-10) derived [7.5, 1 entries]
            46.00 loan-interest-days (balance=3066.99, days=30, rate=0.05%) derived [7.5, halfUp]
        25.32 cell-overdue-penalty derived
          23.81 loan-penalty (number=3, due=2026-04-10) derived [7.11, 1 entries]
            23.81 loan-charge-stretch (from=2026-04-11, through=2026-05-12, days=32, balance=992.26, rate=0.05%, times=1.5) derived [7.11, halfUp]
          1.51 loan-penalty (number=4, due=2026-05-10) derived [7.11, 1 entries]
            1.51 loan-charge-stretch (from=2026-05-11, through=2026-05-12, days=2, balance=1007.15, rate=0.05%, times=1.5) derived [7.11, halfUp]
        1022.25 cell-next-principal derived
          1022.25 loan-principal (number=5, due=2026-06-10) derived [7.5, 1 entries]
        30.90 cell-next-interest derived
          30.90 loan-interest (number=5, due=2026-06-10) derived [7.5, 1 entries]
            30.90 loan-interest-days (balance=2059.84, days=30, rate=0.05%) derived [7.5, halfUp]
        1037.59 cell-future-principal derived
          1037.59 loan-principal (number=6, due=2026-07-10) derived [7.5, 1 entries]
        15.56 cell-future-interest derived
          15.56 loan-interest (number=6, due=2026-07-10) derived [7.5, 1 entries]
            15.56 loan-interest-days (balance=1037.59, days=30, rate=0.05%) derived [7.5, halfUp]"
    `)
  })
  const six = loan('6000', '2026-01-10', { id: 'six' })
  const interest = (on: string, ...entries: Entry[]) =>
    tree(ledger(on, [account('borrow')], [six, ...entries]), `owed:borrow:next.interest@${on}`)

  it('a part is next on its own day, and overdue the day after', () => {
    expect(interest('2026-02-10')).toMatchInlineSnapshot(`
      "90.00 derived
        90.00 loan-interest (number=1, due=2026-02-10) derived [7.5, 1 entries]
          90.00 loan-interest-days (balance=6000.00, days=30, rate=0.05%) derived [7.5, halfUp]"
    `)
    expect(interest('2026-02-11')).toMatchInlineSnapshot(`
      "75.55 derived
        75.55 loan-interest (number=2, due=2026-03-10) derived [7.5, 1 entries]
          75.55 loan-interest-days (balance=5036.85, days=30, rate=0.05%) derived [7.5, halfUp]"
    `)
  })
  it('interest of which a part is paid', () => {
    expect(interest('2026-02-01', repay('2026-02-01', '50', { account: 'borrow' }))).toMatchInlineSnapshot(`
      "40.00 derived
        40.00 loan-interest (number=1, due=2026-02-10) derived [7.5, 1 entries]
          90.00 loan-interest-days (balance=6000.00, days=30, rate=0.05%) derived [7.5, halfUp]
          -50.00 loan-interest-paid derived"
    `)
  })
  it('interest after a prepayment: of its own days, and what the prepayment left unpaid', () => {
    const prepaid = repay('2026-02-01', '6', { account: 'borrow', settles: 'six' })
    expect(interest('2026-02-01', prepaid)).toMatchInlineSnapshot(`
      "87.00 assumed
        87.00 loan-interest (number=1, due=2026-02-10) assumed [7.5, 1 entries]
          27.00 loan-interest-days (balance=6000.00, days=9, rate=0.05%) derived [7.6, halfUp]
          60.00 loan-interest-carried derived [7.10]"
    `)
  })
  it('interest that falls as the principal, and interest that is copied', () => {
    const made = loan('10000', '2026-01-10', {
      id: 'm',
      method: 'interest-only',
      count: 4,
      dailyRate: rate('0.04%'),
      shownParts: [{ number: 3, dueOn: day('2026-04-10'), principal: yuan('0'), interest: yuan('120') }],
    })
    const prepaid = repay('2026-01-20', '4040', { account: 'borrow', settles: 'm' })
    const later = (...entries: Entry[]) =>
      tree(ledger('2026-01-20', [account('borrow')], [made, ...entries]), 'owed:borrow:future.interest@2026-01-20')
    expect(later()).toMatchInlineSnapshot(`
      "352.00 derived
        112.00 loan-interest (number=2, due=2026-03-10) derived [7.5, 1 entries]
          112.00 loan-interest-days (balance=10000.00, days=28, rate=0.04%) derived [7.6, halfUp]
        120.00 loan-interest (number=3, due=2026-04-10) shown [7.5, 1 entries]
        120.00 loan-interest (number=4, due=2026-05-10) derived [7.5, 1 entries]
          120.00 loan-interest-days (balance=10000.00, days=30, rate=0.04%) derived [7.5, halfUp]"
    `)
    expect(later(prepaid)).toMatchInlineSnapshot(`
      "211.20 assumed
        67.20 loan-interest (number=2, due=2026-03-10) assumed [7.5, 1 entries]
          67.20 loan-interest-share (of=112.00, left=6000.00, before=10000.00) derived [7.10, halfUp]
        72.00 loan-interest (number=3, due=2026-04-10) assumed [7.5, 1 entries]
          72.00 loan-interest-share (of=120.00, left=6000.00, before=10000.00) derived [7.10, halfUp]
        72.00 loan-interest (number=4, due=2026-05-10) assumed [7.5, 1 entries]
          72.00 loan-interest-share (of=120.00, left=6000.00, before=10000.00) derived [7.10, halfUp]"
    `)
  })
  it('a charge of which a part is paid, on a balance that changed', () => {
    const late = loan('1000', '2026-06-10', { id: 'late', count: 1 })
    const paid = repay('2026-07-14', '518', { account: 'borrow' })
    const facts = ledger('2026-07-18', [account('borrow')], [late, paid])
    expect(tree(facts, 'owed:borrow:overdue.penalty@2026-07-18')).toMatchInlineSnapshot(`
      "1.50 derived
        1.50 loan-penalty (number=1, due=2026-07-10) derived [7.11, 1 entries]
          3.00 loan-charge-stretch (from=2026-07-11, through=2026-07-14, days=4, balance=1000.00, rate=0.05%, times=1.5) derived [7.11, halfUp]
          1.50 loan-charge-stretch (from=2026-07-15, through=2026-07-18, days=4, balance=500.00, rate=0.05%, times=1.5) derived [7.11, halfUp]
          -3.00 loan-charge-paid derived"
    `)
  })
  it('a copied balance', () => {
    const card = account('other', {
      id: 'card',
      name: 'Card',
      otherDebt: { balance: yuan('1000'), balanceOn: day('2026-07-01'), interest: { model: 'none' } },
    })
    expect(
      tree(ledger('2026-07-05', [card], [repay('2026-07-03', '250', { account: 'card' })]), 'owed:card@2026-07-05'),
    ).toMatchInlineSnapshot(`
      "750.00 assumed
        750.00 cell-next-principal assumed
          750.00 balance-left (balance=1000.00) assumed"
    `)
  })
})

it.each([
  '',
  'owed',
  'owed:huabei',
  'owed:nobody@2026-07-05',
  'owed:huabei:next.luck@2026-07-05',
  'owed:huabei:never.principal@2026-07-05',
  'bill@2026-07-05',
  'bill:huabei@2026-07-05',
  'bill:huabei:2026-01@2026-07-05',
  'bill:nobody:2026-07@2026-07-05',
  'owed:huabei@2026-02-30',
  'owed:huabei@2026-07-05 ',
  'bill:borrow:2026-07@2026-07-05',
  'x owed@2026-07-05',
])('%j is no figure', (figure) => {
  expect(tree(ledger('2026-07-05', [huabei, account('borrow')], [purchase('2026-06-10', '1')]), figure)).toBe(
    'no such figure',
  )
})

describe('a minimum', () => {
  const on = '2026-07-05'
  const of = (...entries: Parameters<typeof ledger>[2]) => ledger(on, [huabei], entries)
  const why = (facts: Ledger, what = 'minimum', at = on) => tree(facts, `${what}:huabei:2026-07@${at}`, explainMinimum)

  it('is a share of the bill, at least the floor, at most the bill', () => {
    expect(why(of(purchase('2026-06-05', '1000')))).toBe(
      ['100.00 assumed', '  100.00 minimum-share (base=1000.00, ratio=10%) assumed [2.3, halfUp]'].join('\n'),
    )
    expect(why(of(purchase('2026-06-05', '1000')), 'minimum-safe')).toBe(
      ['200.00 assumed', '  200.00 minimum-share (base=1000.00, ratio=20%) assumed [2.3, halfUp]'].join('\n'),
    )
    expect(why(of(purchase('2026-06-05', '50')))).toBe(
      [
        '10.00 assumed',
        '  5.00 minimum-share (base=50.00, ratio=10%) assumed [2.3, halfUp]',
        '  5.00 minimum-floor (floor=10.00) derived [2.4]',
      ].join('\n'),
    )
    expect(why(of(purchase('2026-06-05', '6')))).toBe(
      [
        '6.00 assumed',
        '  0.60 minimum-share (base=6.00, ratio=10%) assumed [2.3, halfUp]',
        '  9.40 minimum-floor (floor=10.00) derived [2.4]',
        '  -4.00 minimum-capped derived [2.4]',
      ].join('\n'),
    )
  })
  it('that was copied wins in both readings, and never asks for more than is left of the bill', () => {
    const copied = bill('2026-07', '1000', { shownMinimum: yuan('130') })
    for (const what of ['minimum', 'minimum-safe'])
      expect(why(of(copied), what)).toBe(['130.00 shown', '  130.00 minimum-shown shown'].join('\n'))
    const moved = {
      ...copied,
      id: 'd',
      kind: 'deferral',
      amount: yuan('900'),
      fee: yuan('13.50'),
      on: day('2026-07-02'),
    } as const
    expect(why(of(copied, moved as never))).toBe(
      ['100.00 derived', '  130.00 minimum-shown shown', '  -30.00 minimum-capped derived [2.4]'].join('\n'),
    )
  })
  it('of a bill that is not issued, of another account, or of no day is none', () => {
    expect(why(of(purchase('2026-06-05', '1000')), 'minimum', '2026-06-30')).toBe('no such figure')
    const facts = of(purchase('2026-06-05', '1000'))
    for (const figure of [
      'minimum:js:2026-07@2026-07-05',
      'minimum:huabei:2026-07@2026-13-05',
      'minimum:huabei:2026-13@2026-07-05',
      'owed:huabei:2026-07@2026-07-05',
      'minimum:huabei:2026-07@2026-07-05x',
    ])
      expect(tree(facts, figure, explainMinimum)).toBe('no such figure')
  })
})

describe('a bill that is not issued yet', () => {
  // 900.00 rolled from 11 to 20 July: 10 days × 0.45. 60.00 posted, 15.00 paid ahead of it.
  const entries = [
    bill('2026-07', '1000', { shownMinimum: yuan('100') }),
    repay('2026-07-09', '100', { month: '2026-07' }),
    purchase('2026-07-12', '60'),
    installments('120', 3, '0%', { firstBill: month('2026-08') }),
    repay('2026-07-15', '15', { month: '2026-08' }),
  ]
  const facts = ledger('2026-07-20', [account('huabei')], entries)

  it('is what is posted, its installments and what rolls into it, less what was paid early', () => {
    expect(tree(facts, 'bill:huabei:2026-08@2026-07-20')).toMatchInlineSnapshot(`
      "989.50 derived
        60.00 posted-unbilled (month=2026-08, count=1) derived [1.7]
        40.00 installment-principal (number=1, month=2026-08) derived [4.3]
        900.00 rolled-principal derived [2.5]
        4.50 interest-stretch (from=2026-07-11, through=2026-07-20, days=10, balance=900.00, rate=0.05%) derived [2.5, halfUp]
        -15.00 paid-early (month=2026-08, count=1) derived [1.12, 1 entries]"
    `)
    expect(tree(facts, 'bill:huabei:2026-08:paid@2026-07-20')).toMatchInlineSnapshot(`
      "15.00 derived
        15.00 paid-early (month=2026-08, count=0) derived [1.12, 1 entries]"
    `)
    expect(tree(facts, 'bill:huabei:2026-08:total@2026-07-20').split('\n')[0]).toBe('1004.50 derived')
  })
  it('is there once anything is known of it, and assumed with what comes next', () => {
    expect(tree(facts, 'bill:huabei:2026-09@2026-07-20')).toBe('no such figure')
    const estimated = ledger('2026-07-20', [account('huabei')], [bill('2026-07', '1000'), ...entries.slice(1)])
    expect(tree(estimated, 'bill:huabei:2026-08@2026-07-20').split('\n')[0]).toBe('989.50 assumed')
  })
})

it('an account is the longest one that a figure names', () => {
  const two = [account('credit-purchase'), account('credit-purchase', { id: 'credit-purchase:江苏银行' })]
  const facts = ledger('2026-07-20', two, [purchase('2026-07-02', '30', { account: 'credit-purchase:江苏银行' })])
  const amounts = [
    'owed:credit-purchase:江苏银行:usedQuota',
    'owed:credit-purchase:usedQuota',
    'bill:credit-purchase:江苏银行:2026-08',
  ]
  expect(amounts.map((one) => tree(facts, `${one}@2026-07-20`).split('\n')[0])).toEqual([
    '30.00 derived',
    '0.00 derived',
    '30.00 derived',
  ])
})
