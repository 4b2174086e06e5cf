import { describe, expect, it } from 'vitest'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { billsTable } from '../../electron/cli/bills-text.ts'
import { createTerminal } from '../../electron/cli/terminal.ts'
import { account, bill, ledger, repay, yuan } from '../ledger/facts.ts'

/** What the command line says below the table of bills. */
function below(paid: string, language: TextLanguage): readonly string[] {
  const june = bill('2026-06', '1000', { shownMinimum: yuan('100') })
  const facts = ledger('2026-07-20', [account('huabei')], [june, repay('2026-06-08', paid)])
  const terminal = createTerminal({ ledger: undefined, today: null, json: false, language }, { out() {}, err() {} })
  return billsTable(terminal, billsOf(facts)).split('\n\n').slice(1)
}

describe('below the bills', () => {
  it('stands where the rest of a bill went of which the minimum was paid', () => {
    expect(below('400', 'en')).toEqual([
      'huabei 2026-06: the minimum was paid; the other 600.00 moved into the bill of 2026-07, at interest.',
    ])
    expect(below('400', 'zh-CN')).toEqual(['huabei 2026-06：还了最低，其余600.00结转到2026-07的账单，每天计息。'])
  })

  it('stands nothing where it was paid in full, or is overdue', () => {
    expect([below('1000', 'en'), below('50', 'en')]).toEqual([[], []])
  })
})
