import { expect, it } from 'vitest'
import { yuanText } from '#shared/kernel/money.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import { proposeRememberedSplit } from '#shared/ledger/remembered-split.ts'
import { account, combined, ledger, purchase, repay, yuan } from './facts.ts'

/**
 * What is proposed for a combined repayment after the user has answered an earlier one, by hand: on 5 August Huabei and
 * two lenders have 100.00 each in the open bill. 50.00 match nothing, and go in equal shares to the likely accounts.
 */
const accounts = [account('huabei'), account('credit-purchase', { id: 'js' }), account('credit-purchase', { id: 'pa' })]
const ALL = ['huabei', 'js', 'pa']
const bought: Entry[] = ALL.map((id) => purchase('2026-07-05', '100', { account: id }))

/** A combined repayment that the user has divided among these accounts. */
const answered = (on: string, among: readonly string[], note = '自动还款-花呗|信用购2026年06月账单'): Repayment => ({
  ...repay(on, String(among.length)),
  note,
  split: among.map((id) => ({ account: id, amount: yuan('1'), month: null, settles: null })),
})

const proposed = (entries: Entry[], amount = '50', candidates: readonly string[] = ALL): string => {
  const repayment = combined('2026-08-05', amount, [...candidates], null)
  const { parts, certain, isRemembered } = proposeRememberedSplit(
    ledger('2026-08-05', accounts, [...bought, ...entries]),
    repayment,
    candidates,
  )
  const words = [certain ? 'certain' : 'estimate', ...(isRemembered ? ['remembered'] : [])]
  return `${words.join(', ')}: ${parts.map((part) => `${part.account} ${yuanText(part.amount)}`).join(', ')}`
}

it('with nothing said before, all candidates share', () => {
  expect(proposed([])).toBe('estimate: huabei 16.67, js 16.67, pa 16.66')
})

it('the accounts named last time are the likeliest, and share alone', () => {
  expect(proposed([answered('2026-06-10', ['huabei', 'js'])])).toBe('estimate, remembered: huabei 25.00, js 25.00')
  expect(proposed([answered('2026-06-10', ['pa'])])).toBe('estimate, remembered: pa 50.00')
})

it('the last answer counts, whatever the order of entry; a full-width stroke is the same wording', () => {
  const older = answered('2026-05-10', ['huabei'])
  const newer = answered('2026-06-10', ['js'], '花呗｜信用购')
  expect([proposed([older, newer]), proposed([newer, older])]).toEqual([
    'estimate, remembered: js 50.00',
    'estimate, remembered: js 50.00',
  ])
  // Of two on one day the one entered last.
  expect(proposed([answered('2026-06-10', ['huabei']), newer])).toBe('estimate, remembered: huabei 50.00')
})

it('an exact match of open bills is certain, whatever was said', () => {
  expect(proposed([answered('2026-06-10', ['pa'])], '300')).toBe('certain: huabei 100.00, js 100.00, pa 100.00')
})

it('whoever named all of them, or none of the candidates, said nothing for this one', () => {
  expect(proposed([answered('2026-06-10', ALL)])).toBe('estimate: huabei 16.67, js 16.67, pa 16.66')
  expect(proposed([answered('2026-06-10', ['pa'])], '50', ['huabei', 'js'])).toBe('estimate: huabei 25.00, js 25.00')
})

it('a repayment of one account, or one that waits for its answer, is no answer', () => {
  const plain = answered('2026-06-10', ['pa'], '花呗主动还款-2026年06月账单')
  const waiting: Repayment = { ...answered('2026-06-10', ['pa']), split: null }
  expect(proposed([plain, { ...waiting, amount: yuan('0.01') }])).toMatch(/^estimate: huabei/)
})
