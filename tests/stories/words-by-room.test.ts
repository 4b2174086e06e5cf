import { expect, it } from 'vitest'
import { openBook } from './book.ts'

/** A few codes are a line of a derivation, a step of the history and a requirement of closing: each is said in its own words. */
it('says a code in the words of what is asked', async () => {
  const book = openBook('2026-09-20')
  await book.story(`
    account add --kind huabei --id hb --statement-day 1 --due-day 10
    purchase add hb --amount 1234.56 --on 2026-08-15 --id a
    purchase add hb --amount 88 --on 2026-08-31
    purchase add hb --amount 1200 --on 2026-08-20 --id c
    installments add hb --origin trade --principal 1200 --count 6 --fee-rate 4.5% --first-bill 2026-09 --of c
    refund add hb --amount 34.56 --on 2026-09-02 --of a
    bill add hb 2026-09 --amount 1531.56 --minimum 341.26
    repay add hb --amount 500 --on 2026-09-10
    purchase add hb --amount 60 --on 2026-09-12
  `)
  // 1,531.56 − 34.56 − 500.00 = 997.00 rolls; 10 days of it at 0.05 % are 4.985.
  expect(await book.story('explain owed:hb@2026-09-20')).toMatchInlineSnapshot(`
    "owed:hb@2026-09-20                                        2,106.99
    ────────────────────────────────────────────────────────  ────────  ───
    next: principal                                           1,257.00
      Posted, for the bill of 2026-10: 1 entry                   60.00  1.7
      Principal rolled over after the minimum                   997.00  2.5
      Installment 2, with the bill of 2026-10                   200.00  4.3
    next: interest                                                4.99
      2026-09-11 to 2026-09-20, 10 days: 997.00 × 0.05% × 10      4.99  2.5
    next: fees                                                    9.00
      Fee of installment 2, with the bill of 2026-10              9.00  4.3
    later: principal                                            800.00
      Installment 3, with the bill of 2026-11                   200.00  4.3
      Installment 4, with the bill of 2026-12                   200.00  4.3
      Installment 5, with the bill of 2027-01                   200.00  4.3
      Installment 6, with the bill of 2027-02                   200.00  4.3
    later: fees                                                  36.00
      Fee of installment 3, with the bill of 2026-11              9.00  4.3
      Fee of installment 4, with the bill of 2026-12              9.00  4.3
      Fee of installment 5, with the bill of 2027-01              9.00  4.3
      Fee of installment 6, with the bill of 2027-02              9.00  4.3
    "
  `)
  expect(await book.story('closure --target huabei')).toContain('997.00 of principal left by paying the minimum')
  await book.story('closure current --on 2026-09-20')
  expect(await book.story('history')).toContain('Compared with Alipay on 2026-09-20')
})
