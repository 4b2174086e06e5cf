import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type ContractMethod,
  contract,
  type Request,
  type RequestInput,
  type Response,
} from '#shared/contract/contract.ts'
import { addDays, type Day, day, dayText, monthOf, monthText } from '#shared/kernel/day.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { openStore } from '../../electron/store/store.ts'
import { writeAlipayFile } from '../bench/made-file.ts'
import { removeFolder } from '../remove-folder.ts'
import { testClock } from '../store/temporary-store.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/**
 * Ten years of days with what people do: buying, repaying, importing, correcting, undoing, planning, backing up. The doctor
 * looks at the ledger every evening; what a day takes is measured without it.
 */

const START = day('2026-01-01')
const DAYS = 3652

it('lives through ten years, no slower and no larger than what is in it', { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-years-'))
  const seed = deepSeed()
  const random = randomFrom(seed)
  const ledgerPath = join(folder, 'ledger.huaqing')
  let today: Day = START
  let ids = 0
  const now = (): number => Date.parse(`${dayText(today)}T12:00:00+08:00`)
  const host = createLocalHost({ ledgerPath, handlers, now, randomId: () => String(++ids).padStart(7, '0') })
  const ask = async <M extends ContractMethod>(method: M, request: RequestInput<M>) => {
    const reply = await host.call(method, contract[method].request.parse(request) as Request<M>)
    if ('fault' in reply) throw new Error(`${method} on ${dayText(today)}, seed ${seed}`)
    return reply
  }
  const years: { entries: number; milliseconds: number; bytes: number; heap: number }[] = []
  const end = performance.now() + deepSeconds() * 1000
  let done = 0
  try {
    await ask('addAccount', { kind: 'huabei', id: 'huabei', limit: '8000' })
    let spent = 0
    for (; done < DAYS && (performance.now() < end || done < 400); done += 1) {
      today = addDays(START, done)
      const begun = performance.now()
      await liveADay(ask, { today, random, isFirst: dayText(today).endsWith('-01') })
      if (dayText(today).endsWith('-20'))
        await importAMonth(ask, { path: join(folder, 'statement.csv'), today, random })
      const owed = await ask('getOwed', {})
      expect(owed.ok, `owed on ${dayText(today)}, seed ${seed}`).toBe(true)
      spent += performance.now() - begun
      expect(problemsIn(ledgerPath), `the ledger of ${dayText(today)}, seed ${seed}`).toEqual([])
      if (done % 365 === 364) {
        const status = await ask('getStatus', {})
        if (!status.ok) throw new Error('no status')
        years.push({
          entries: status.value.entries,
          milliseconds: spent / 365,
          // A backup is the ledger without its log, which keeps its size whatever is in it.
          bytes: status.value.lastBackup?.bytes ?? 0,
          heap: process.memoryUsage().heapUsed,
        })
        spent = 0
      }
    }
  } finally {
    await host.close()
    removeFolder(folder)
  }
  console.log(`ten years: ${done} days, seed ${seed}\n${years.map((year) => JSON.stringify(year)).join('\n')}`)
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last) throw new Error('not one year')
  const grown = last.entries / first.entries
  expect(last.milliseconds / first.milliseconds).toBeLessThan(grown * 2)
  expect(last.bytes / first.bytes).toBeLessThan(grown * 2)
  expect(last.heap / first.heap).toBeLessThan(grown * 2)
})

type Answer<M extends ContractMethod> = { readonly ok: true; readonly value: Response<M> } | { readonly ok: false }
type Ask = <M extends ContractMethod>(method: M, request: RequestInput<M>) => Promise<Answer<M>>
type Moment = { readonly today: Day; readonly random: () => number; readonly isFirst: boolean }

async function liveADay(ask: Ask, { today, random, isFirst }: Moment): Promise<void> {
  const on = dayText(today)
  const amount = (1 + random() * 200).toFixed(2)
  await ask('addPurchase', {
    account: 'huabei',
    amount,
    orderedOn: on,
    postedOn: on,
    label: `shop ${Math.floor(random() * 40)}`,
  })
  if (random() < 0.1) await ask('undo', {})
  if (random() < 0.05) await ask('redo', {})
  if (isFirst) await ask('savePlan', { name: 'mine', from: on, monthly: '500' })
  if (on.endsWith('-10')) {
    const month = monthText(monthOf(today))
    await ask('recordRepayment', { amount: '300', on, split: [{ account: 'huabei', amount: '300', month }] })
  }
  if (on.endsWith('-15')) await ask('makeBackup', {})
}

/** The statement of the last days; now and then the import is taken back and made again. */
async function importAMonth(
  ask: Ask,
  month: Pick<Moment, 'today' | 'random'> & { readonly path: string },
): Promise<void> {
  const { path, today, random } = month
  writeAlipayFile(path, { rows: 40, seed: today, until: today })
  for (const isLast of random() < 0.2 ? [false, true] : [true]) {
    const found = await ask('previewImport', { fileToken: path })
    if (!found.ok) throw new Error(`not previewed on ${dayText(today)}`)
    const done = await ask('commitImport', { importId: found.value.importId })
    expect(done.ok, `import on ${dayText(today)}`).toBe(true)
    if (!isLast) await ask('undo', {})
  }
}

function problemsIn(path: string): readonly unknown[] {
  const opened = openStore({ path, create: false, readOnly: true, ...testClock() })
  if (!opened.ok) throw new Error(opened.refusal.kind)
  const problems = examine(opened.value.connection.raw).filter(({ count }) => count > 0)
  opened.value.close()
  return problems
}
