import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuanText } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { beancountPieces } from '#shared/statement-files/export/beancount.ts'
import { hledgerPieces } from '#shared/statement-files/export/hledger.ts'
import { beancountNames, hledgerNames, type JournalNames } from '#shared/statement-files/export/journal-names.ts'
import { everyKind } from '../../ledger/every-kind.ts'
import { runs } from '../../runs.ts'
import {
  askProgram,
  type Balances,
  beancountBalances,
  hledgerBalances,
  isInstalled,
  ledgerBalances,
  sayMissing,
} from './book-programs.ts'
import { namedLedger } from './named-ledger.ts'
import { owedBalances } from './owed-balances.ts'

/** The journals go through the real programs, strictly, and the balances they find are what HuaQing says is owed. */

sayMissing(['bean-check', 'bean-query', 'hledger', 'ledger'])

const beancount = (facts: Ledger): string => [...beancountPieces(facts, 'zh-CN')].join('')
const hledger = (facts: Ledger): string => [...hledgerPieces(facts, 'zh-CN')].join('')

function expected(facts: Ledger, names: JournalNames): Balances {
  const rows = [...owedBalances(facts)].filter(([, balance]) => balance !== 0)
  const named = rows.map(([account, balance]) => [names.of({ kind: 'debt', account }), yuanText(balance)] as const)
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const strict = (program: string, text: string, args: (file: string) => readonly string[]): void => {
  const { code, out, err } = askProgram(program, text, args)
  if (code !== 0) throw new Error(`${program}: ${out}${err}\n${text.slice(0, 4000)}`)
}

describe('beancount', () => {
  it.runIf(isInstalled('bean-check'))('accepts a ledger with every kind of entry, and finds the same balances', () => {
    const text = beancount(everyKind)
    strict('bean-check', text, (file) => [file])
    expect(beancountBalances(text)).toEqual(expected(everyKind, beancountNames(everyKind)))
  })

  it.runIf(isInstalled('bean-check'))(
    'accepts any ledger with any text, and finds the same balances',
    () => {
      fc.assert(
        fc.property(namedLedger, (facts) => {
          const text = beancount(facts)
          strict('bean-check', text, (file) => [file])
          expect(beancountBalances(text)).toEqual(expected(facts, beancountNames(facts)))
        }),
        runs(6),
      )
    },
    120_000,
  )
})

const HLEDGER = (file: string) => ['-f', file, 'check', '--strict', 'ordereddates']
const LEDGER = (file: string) => ['-f', file, '--strict', '--pedantic', 'bal']

describe('hledger and ledger', () => {
  it.runIf(isInstalled('hledger'))('hledger accepts every kind of entry strictly, and finds the same balances', () => {
    const text = hledger(everyKind)
    strict('hledger', text, HLEDGER)
    expect(hledgerBalances(text)).toEqual(expected(everyKind, hledgerNames(everyKind)))
  })

  it.runIf(isInstalled('ledger'))('ledger accepts every kind of entry, and finds the same balances', () => {
    const text = hledger(everyKind)
    strict('ledger', text, LEDGER)
    expect(ledgerBalances(text)).toEqual(expected(everyKind, hledgerNames(everyKind)))
  })

  it.runIf(isInstalled('hledger') && isInstalled('ledger'))(
    'both accept any ledger with any text',
    () => {
      fc.assert(
        fc.property(namedLedger, (facts) => {
          const text = hledger(facts)
          const balances = expected(facts, hledgerNames(facts))
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
