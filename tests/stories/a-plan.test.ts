import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBook } from './book.ts'

it('a plan names its headlines, and each tells how it came about', async () => {
  const book = openBook('2026-07-05')
  await book.story(`
    account add --kind huabei --limit 8000 --statement-day 1 --due-day 10
    bill add huabei 2026-07 --amount 1000 --minimum 100
    installments add huabei --principal 300 --count 3 --fee-rate 0.5% --first-bill 2026-08 --id phone
  `)
  const plan = join(book.folder, 'plan.json')
  writeFileSync(plan, JSON.stringify({ monthly: '400', payOn: 10, goal: { freeBy: '2026-12-31' } }))
  const asks = (await book.story(`project --plan "${plan}"`)).replaceAll(plan, 'plan.json').split('\n')
  expect(asks.filter((line) => line.startsWith('How it came about'))).toMatchInlineSnapshot(`
    [
      "How it came about: explain plan:cost@2026-07-05 --plan plan.json",
      "How it came about: explain plan:paid@2026-07-05 --plan plan.json",
      "How it came about: explain plan:free@2026-07-05 --plan plan.json",
      "How it came about: explain plan:goal@2026-07-05 --plan plan.json",
      "How it came about: explain settle:phone:pay@2026-07-05 --plan plan.json",
      "How it came about: explain projection:huabei:repayment@2026-07-10 --plan plan.json",
      "How it came about: explain projection:huabei:interest@2026-07-11 --plan plan.json",
      "How it came about: explain projection:huabei:interest@2026-07-31 --plan plan.json",
    ]
  `)
  const told = (figure: string) => book.story(`explain ${figure} --plan "${plan}"`)
  expect(await told('plan:cost@2026-07-05')).toMatchInlineSnapshot(`
    "plan:cost@2026-07-05                                          15.76
    ────────────────────────────────────────────────────────────  ─────  ───
    Huabei                                                        15.76
      Interest                                                    14.26
        Interest to 2026-07-11, 900.30 owed                        0.30
          2026-07-11 to 2026-07-11, 1 day: 600.00 × 0.05% × 1      0.30  2.5
        Interest to 2026-07-31, 906.30 owed                        6.00
          2026-07-12 to 2026-07-31, 20 days: 600.00 × 0.05% × 20   6.00  2.5
        Interest to 2026-08-01, 907.10 owed                        0.30
          2026-08-01 to 2026-08-01, 1 day: 600.00 × 0.05% × 1      0.30  2.5
        Interest to 2026-08-10, 909.80 owed                        2.70
          2026-08-02 to 2026-08-10, 9 days: 600.00 × 0.05% × 9     2.70  2.5
        Interest to 2026-08-11, 509.95 owed                        0.15
          2026-08-11 to 2026-08-11, 1 day: 306.80 × 0.05% × 1      0.15  2.5
        Interest to 2026-08-31, 513.02 owed                        3.07
          2026-08-12 to 2026-08-31, 20 days: 306.80 × 0.05% × 20   3.07  2.5
        Interest to 2026-09-01, 513.67 owed                        0.15
          2026-09-01 to 2026-09-01, 1 day: 306.80 × 0.05% × 1      0.15  2.5
        Interest to 2026-09-10, 515.05 owed                        1.38
          2026-09-02 to 2026-09-10, 9 days: 306.80 × 0.05% × 9     1.38  2.5
        Interest to 2026-09-11, 115.06 owed                        0.01
          2026-09-11 to 2026-09-11, 1 day: 13.52 × 0.05% × 1       0.01  2.5
        Interest to 2026-09-30, 115.19 owed                        0.13
          2026-09-12 to 2026-09-30, 19 days: 13.52 × 0.05% × 19    0.13  2.5
        Interest to 2026-10-01, 115.70 owed                        0.01
          2026-10-01 to 2026-10-01, 1 day: 13.52 × 0.05% × 1       0.01  2.5
        Interest to 2026-10-10, 115.76 owed                        0.06
          2026-10-02 to 2026-10-10, 9 days: 13.52 × 0.05% × 9      0.06  2.5
      Fees                                                         1.50
        Fee on 2026-08-01, 907.10 owed                             0.50
          Fee of installment 1, with the bill of 2026-08           0.50  4.3
        Fee on 2026-09-01, 513.67 owed                             0.50
          Fee of installment 2, with the bill of 2026-09           0.50  4.3
        Fee on 2026-10-01, 115.70 owed                             0.50
          Fee of installment 3, with the bill of 2026-10           0.50  4.3
    "
  `)
  expect(await told('plan:free@2026-07-05')).toMatchInlineSnapshot(`
    "plan:free@2026-07-05                                                         2026-11-10
    ───────────────────────────────────────────────────────────────────────────  ──────────  ────
    Huabei: free on 2026-11-10, the last payment is 0.07 of the bill of 2026-11        0.00
      Owed on 2026-07-05                                                           1,300.00
        billed: principal                                                          1,000.00
          Left of the bill of 2026-07                                              1,000.00
            What the bill shows in Alipay                                          1,000.00
        next: principal                                                              100.00
          Installment 1, with the bill of 2026-08                                    100.00  4.3
        next: fees                                                                     0.50
          Fee of installment 1, with the bill of 2026-08                               0.50  4.3
        later: principal                                                             200.00
          Installment 2, with the bill of 2026-09                                    100.00  4.3
          Installment 3, with the bill of 2026-10                                    100.00  4.3
        later: fees                                                                    1.00
          Fee of installment 2, with the bill of 2026-09                               0.50  4.3
          Fee of installment 3, with the bill of 2026-10                               0.50  4.3
        Fees and interest that are only to come, not counted on this day              -1.50
          Fee of installment 1, with the bill of 2026-08                              -0.50  4.3
          Fee of installment 2, with the bill of 2026-09                              -0.50  4.3
          Fee of installment 3, with the bill of 2026-10                              -0.50  4.3
      Interest                                                                        14.26
        Interest to 2026-07-11, 900.30 owed                                            0.30
          2026-07-11 to 2026-07-11, 1 day: 600.00 × 0.05% × 1                          0.30  2.5
        Interest to 2026-07-31, 906.30 owed                                            6.00
          2026-07-12 to 2026-07-31, 20 days: 600.00 × 0.05% × 20                       6.00  2.5
        Interest to 2026-08-01, 907.10 owed                                            0.30
          2026-08-01 to 2026-08-01, 1 day: 600.00 × 0.05% × 1                          0.30  2.5
        Interest to 2026-08-10, 909.80 owed                                            2.70
          2026-08-02 to 2026-08-10, 9 days: 600.00 × 0.05% × 9                         2.70  2.5
        Interest to 2026-08-11, 509.95 owed                                            0.15
          2026-08-11 to 2026-08-11, 1 day: 306.80 × 0.05% × 1                          0.15  2.5
        Interest to 2026-08-31, 513.02 owed                                            3.07
          2026-08-12 to 2026-08-31, 20 days: 306.80 × 0.05% × 20                       3.07  2.5
        Interest to 2026-09-01, 513.67 owed                                            0.15
          2026-09-01 to 2026-09-01, 1 day: 306.80 × 0.05% × 1                          0.15  2.5
        Interest to 2026-09-10, 515.05 owed                                            1.38
          2026-09-02 to 2026-09-10, 9 days: 306.80 × 0.05% × 9                         1.38  2.5
        Interest to 2026-09-11, 115.06 owed                                            0.01
          2026-09-11 to 2026-09-11, 1 day: 13.52 × 0.05% × 1                           0.01  2.5
        Interest to 2026-09-30, 115.19 owed                                            0.13
          2026-09-12 to 2026-09-30, 19 days: 13.52 × 0.05% × 19                        0.13  2.5
        Interest to 2026-10-01, 115.70 owed                                            0.01
          2026-10-01 to 2026-10-01, 1 day: 13.52 × 0.05% × 1                           0.01  2.5
        Interest to 2026-10-10, 115.76 owed                                            0.06
          2026-10-02 to 2026-10-10, 9 days: 13.52 × 0.05% × 9                          0.06  2.5
      Fees                                                                             1.50
        Fee on 2026-08-01, 907.10 owed                                                 0.50
          Fee of installment 1, with the bill of 2026-08                               0.50  4.3
        Fee on 2026-09-01, 513.67 owed                                                 0.50
          Fee of installment 2, with the bill of 2026-09                               0.50  4.3
        Fee on 2026-10-01, 115.70 owed                                                 0.50
          Fee of installment 3, with the bill of 2026-10                               0.50  4.3
      Paid                                                                        -1,315.76
        Due on 2026-07-10, as much as the money in hand, 900.00 left                -400.00
          Principal of the bill of 2026-07                                          -400.00  3.11
        Due on 2026-08-10, as much as the money in hand, 509.80 left                -400.00
          Interest of the bill of 2026-08                                             -6.30  3.11
          Fees of the bill of 2026-08                                                 -0.50  3.11
          Principal of the bill of 2026-08                                          -393.20  3.11
        Due on 2026-09-10, as much as the money in hand, 115.05 left                -400.00
          Interest of the bill of 2026-09                                             -6.22  3.11
          Fees of the bill of 2026-09                                                 -0.50  3.11
          Principal of the bill of 2026-09                                          -306.80  3.11
          Principal of the bill of 2026-09                                           -86.48  3.11
        Due on 2026-10-10, paid in full, 0.07 left                                  -115.69
          Interest of the bill of 2026-10                                             -1.67  3.11
          Fees of the bill of 2026-10                                                 -0.50  3.11
          Principal of the bill of 2026-10                                           -13.52  3.11
          Principal of the bill of 2026-10                                          -100.00  3.11
        Due on 2026-11-10, paid in full, 0.00 left                                    -0.07
          Interest of the bill of 2026-11                                             -0.07  3.11
    "
  `)
  expect(await told('plan:goal@2026-07-05')).toMatchInlineSnapshot(`
    "plan:goal@2026-07-05                                                                265.98
    ──────────────────────────────────────────────────────────────────────────────────  ──────  
    1332.19 to pay through 2026-12-10, over 6 months                                    222.03
    More, for it has to be there by 2026-12-31: with a fen less it is not over by then   43.95
    "
  `)
  expect(await told('settle:phone:saved@2026-07-05')).toMatchInlineSnapshot(`
    "settle:phone:saved@2026-07-05                      0.50
    ────────────────────────────────────────────────  ─────  ────
    Fees when it is kept to its end                    1.50
      Fee of installment 1, with the bill of 2026-08   0.50  4.3
      Fee of installment 2, with the bill of 2026-09   0.50  4.3
      Fee of installment 3, with the bill of 2026-10   0.50  4.3
    Fees still to pay                                 -1.00
      Fee of installment 1, with the bill of 2026-08  -0.50  4.14
      The fee of one more period                      -0.50  4.14
    "
  `)
})
