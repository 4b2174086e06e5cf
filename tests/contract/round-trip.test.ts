import fc from 'fast-check'
import { expect, it } from 'vitest'
import { owedJson } from '#shared/contract/json/owed-json.ts'
import { ledgerToScenario } from '#shared/contract/scenario-export.ts'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import { ZERO } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'

/** The ledger through the text of a file and back. */
function throughFile(ledger: Ledger): Ledger {
  const read = readScenario(JSON.parse(JSON.stringify(ledgerToScenario(ledger, null))))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.ledger
}

it('any ledger comes back from its scenario and answers with the same bytes', () => {
  fc.assert(
    fc.property(anyLedger, (ledger) => {
      const again = throughFile(ledger)
      expect(again).toEqual(ledger)
      expect(JSON.stringify(owedJson(owedOn(again), ZERO))).toBe(JSON.stringify(owedJson(owedOn(ledger), ZERO)))
    }),
    runs(200),
  )
})
