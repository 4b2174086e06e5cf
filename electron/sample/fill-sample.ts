import { readScenario } from '#shared/contract/scenario-ledger.ts'
import type { Day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { appendAccount } from '../store/accounts.ts'
import { appendEntry } from '../store/entries.ts'
import { putPlan, putRecordsCurrent } from '../store/notes.ts'
import type { Store } from '../store/store.ts'
import { sampleScenario } from './sample-scenario.ts'
import type { SampleLanguage } from './sample-words.ts'

/** Puts the sample into an empty ledger, as one action. A sample that cannot be read is a fault of the program. */
export function fillSample(store: Store, today: Day, language: SampleLanguage): void {
  const sample = readScenario(sampleScenario(today, language))
  if (!sample.ok) throw new Error(`the sample is wrong: ${JSON.stringify(sample.refusal)}`)
  const { ledger, plan } = sample.value
  store.write({ code: 'sample', values: {} }, (writer) => {
    for (const account of ledger.accounts) appendAccount(writer, account)
    for (const entry of ledger.entries) appendEntry(writer, entry)
    if (ledger.recordsCurrentOn !== null) putRecordsCurrent(writer, ledger.recordsCurrentOn)
    if (plan) putPlan(writer, plan)
    return done(null)
  })
}
