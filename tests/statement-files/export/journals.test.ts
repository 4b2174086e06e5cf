import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { beancountPieces } from '#shared/statement-files/export/beancount.ts'
import { hledgerPieces } from '#shared/statement-files/export/hledger.ts'
import { beancountNames, hledgerNames } from '#shared/statement-files/export/journal-names.ts'
import { everyKind } from '../../ledger/every-kind.ts'
import { account, ledger, repay } from '../../ledger/facts.ts'
import { runs } from '../../runs.ts'
import {
  askProgram,
  beancountBalances,
  hledgerBalances,
  isInstalled,
  ledgerBalances,
  sayMissing,
} from './book-programs.ts'
import { namedLedger } from './named-ledger.ts'
import { namedBalances } from './owed-balances.ts'

/** The journals go through the real programs, strictly, and the balances they find are what HuaQing says is owed. */

sayMissing(['bean-check', 'bean-query', 'hledger', 'ledger'])

const beancount = (facts: Ledger): string => [...beancountPieces(facts, 'zh-CN')].join('')
const hledger = (facts: Ledger): string => [...hledgerPieces(facts, 'zh-CN')].join('')

const strict = (program: string, text: string, args: (file: string) => readonly string[]): void => {
  const { code, out, err } = askProgram(program, text, args)
  if (code !== 0) throw new Error(`${program}: ${out}${err}\n${text.slice(0, 4000)}`)
}

describe('beancount', () => {
  it.runIf(isInstalled('bean-check'))('accepts a ledger with every kind of entry, and finds the same balances', () => {
    const text = beancount(everyKind)
    strict('bean-check', text, (file) => [file])
    expect(beancountBalances(text)).toEqual(namedBalances(everyKind, beancountNames(everyKind)))
  })

  it.runIf(isInstalled('bean-check'))(
    'accepts any ledger with any text, and finds the same balances',
    () => {
      fc.assert(
        fc.property(namedLedger, (facts) => {
          const text = beancount(facts)
          strict('bean-check', text, (file) => [file])
          expect(beancountBalances(text)).toEqual(namedBalances(facts, beancountNames(facts)))
        }),
        runs(6),
      )
    },
    120_000,
  )
})

describe('the names of accounts', () => {
  const lender = (name: string, owner = '') => {
    const id = `credit-purchase:${name}${owner === '' ? '' : `@${owner}`}`
    return account('credit-purchase', { id, name: `信用购 ${name}`, lender: name, owner })
  }
  const huabei = account('huabei')
  const paid = (on: string, paidFrom: string) => ({ ...repay(on, '1'), paidFrom })
  const names = (facts: Ledger) => beancountNames(facts).all.map(({ name }) => name)
  const begun = ledger('2026-07-05', [huabei, lender('江苏银行')], [paid('2026-06-10', '余额宝')])

  it('say the lender in Chinese, in what beancount takes as a component', () => {
    const accounts = [
      ...begun.accounts,
      lender('江苏银行', '137****6428'),
      account('huabei', { id: 'huabei@137****6428' }),
      account('other', { id: 'card', otherDebt: null }),
    ]
    const text = names({ ...begun, accounts, entries: [paid('2026-06-10', '招商银行储蓄卡(8705)&红包')] })
    expect(text.slice(0, 6)).toEqual([
      'Liabilities:Huabei',
      'Liabilities:CreditPurchase-江苏银行',
      'Liabilities:CreditPurchase-江苏银行-137-6428',
      'Liabilities:Huabei-137-6428',
      'Liabilities:Other-card',
      'Assets:Payment-招商银行储蓄卡-8705',
    ])
    for (const name of text) expect(name).toMatch(/^[A-Z][a-z]+(:[\p{Lu}\p{Nd}][\p{L}\p{Nd}-]*)+$/u)
  })

  it('stay what they are when a lender is found, or an older repayment from somewhere else', () => {
    const more = {
      ...begun,
      accounts: [lender('招联消金'), ...begun.accounts],
      entries: [paid('2026-01-10', '余额'), ...begun.entries],
    }
    for (const naming of [beancountNames, hledgerNames])
      expect(naming(more).all).toEqual(expect.arrayContaining([...naming(begun).all]))
  })
})

const HLEDGER = (file: string) => ['-f', file, 'check', '--strict', 'ordereddates']
const LEDGER = (file: string) => ['-f', file, '--strict', '--pedantic', 'bal']

describe('hledger and ledger', () => {
  it.runIf(isInstalled('hledger'))('hledger accepts every kind of entry strictly, and finds the same balances', () => {
    const text = hledger(everyKind)
    strict('hledger', text, HLEDGER)
    expect(hledgerBalances(text)).toEqual(namedBalances(everyKind, hledgerNames(everyKind)))
  })

  it.runIf(isInstalled('ledger'))('ledger accepts every kind of entry, and finds the same balances', () => {
    const text = hledger(everyKind)
    strict('ledger', text, LEDGER)
    expect(ledgerBalances(text)).toEqual(namedBalances(everyKind, hledgerNames(everyKind)))
  })

  it.runIf(isInstalled('hledger') && isInstalled('ledger'))(
    'both accept any ledger with any text',
    () => {
      fc.assert(
        fc.property(namedLedger, (facts) => {
          const text = hledger(facts)
          const balances = namedBalances(facts, hledgerNames(facts))
          strict('hledger', text, HLEDGER)
          expect(hledgerBalances(text)).toEqual(balances)
          strict('ledger', text, LEDGER)
          expect(ledgerBalances(text)).toEqual(balances)
        }),
        runs(20),
      )
    },
    120_000,
  )
})
