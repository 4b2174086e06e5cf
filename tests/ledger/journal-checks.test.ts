import { expect, it } from 'vitest'
import { day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Entry, QuotaCopy } from '#shared/ledger/entry.ts'
import { checkedJournal } from '#shared/ledger/journal/journal-checks.ts'
import { account, ledger, purchase, repay, yuan } from './facts.ts'

let count = 0
const quota = (on: string, used: string, of = 'huabei'): QuotaCopy => ({
  ...{ id: `q${++count}`, label: '', orderNo: null, note: '' },
  ...{ kind: 'quota', account: of, used: yuan(used), on: day(on) },
})

const checked = (today: string, ...entries: Entry[]): string[] =>
  [...checkedJournal(ledger(today, [account('huabei'), account('credit-purchase', { id: 'js' })], entries))].map(
    (item) => {
      if (item.kind === 'row') return `${dayText(item.row.on)} ${item.row.what}`
      if (item.kind === 'check') return `${dayText(item.on)} ${item.account} = ${yuanText(item.balance)}`
      return `${dayText(item.on)} ${item.account}: shown ${yuanText(item.shown)}, owed ${yuanText(item.owed)}`
    },
  )

it('ends with what each account owes today, also where it is nothing', () => {
  expect(checked('2026-06-20', purchase('2026-06-05', '100'))).toEqual([
    '2026-06-05 purchase',
    '2026-06-20 huabei = -100.00',
    '2026-06-20 js = 0.00',
  ])
})

it('a copied quota is held against the balance at the end of its day', () => {
  const facts = [purchase('2026-06-05', '100'), purchase('2026-06-08', '30'), repay('2026-06-09', '50')]
  expect(
    checked('2026-06-20', quota('2026-06-08', '130'), ...facts, quota('2026-06-04', '0'), quota('2026-06-10', '80')),
  ).toEqual([
    '2026-06-04 huabei = 0.00',
    '2026-06-05 purchase',
    '2026-06-08 purchase',
    '2026-06-08 huabei = -130.00',
    '2026-06-09 repayment',
    '2026-06-10 huabei = -80.00',
    '2026-06-20 huabei = -80.00',
    '2026-06-20 js = 0.00',
  ])
})

it('a copy that does not agree is told with both figures, and asserts nothing', () => {
  expect(checked('2026-06-20', purchase('2026-06-05', '100'), quota('2026-06-06', '90'))).toContain(
    '2026-06-06 huabei: shown 90.00, owed 100.00',
  )
})

it('a copy of today is left to the last check, one of an account that is gone to nobody', () => {
  expect(
    checked('2026-06-20', purchase('2026-06-05', '100'), quota('2026-06-20', '90'), quota('2026-06-06', '7', 'gone')),
  ).toEqual(['2026-06-05 purchase', '2026-06-20 huabei = -100.00', '2026-06-20 js = 0.00'])
})
