import { systemClock } from '../../electron/handlers/clock.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'

/** Imports one file into a new ledger and prints the peak of its memory, in kB: started by peak-memory.ts. */
const [, , fileToken = '', ledgerPath = ''] = process.argv
const host = createLocalHost({ ledgerPath, handlers, ...systemClock() })
const preview = await host.call('previewImport', { fileToken })
if (!preview.ok) throw new Error(JSON.stringify(preview))
const result = await host.call('commitImport', { importId: preview.value.importId })
if (!result.ok) throw new Error(JSON.stringify(result))
await host.close()
console.log(process.resourceUsage().maxRSS)
