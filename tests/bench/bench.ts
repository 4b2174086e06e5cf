import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '#shared/contract/host.ts'
import { createThreadHost } from '../../electron/handlers/thread-host.ts'
import { removeFolder } from '../remove-folder.ts'
import { measureFloor } from './floor.ts'
import { writeAlipayFile } from './made-file.ts'
import { type Figure, isBroken, median, paceOf, tableOf, timed } from './measure.ts'
import { measurePeak } from './peak-memory.ts'
import { projectionFigures } from './projections.ts'
import { questionFigures } from './questions.ts'
import { scenarioFigure } from './scenario-figure.ts'
import { type Stalls, watchStalls } from './stalls.ts'
import { windowFigures } from './window.ts'

/**
 * Measures what performance.md names, on made files and in a real browser, and prints one table. `--large` adds a
 * million rows; `--window` measures the window alone. Fails only where a figure is more than three times its target.
 */
const RUNS = 5
const folder = mkdtempSync(join(tmpdir(), 'huaqing-bench-'))
const isLarge = process.argv.includes('--large')
const isWindowOnly = process.argv.includes('--window')

async function value<T>(reply: Promise<{ readonly ok: boolean; readonly value?: T }>): Promise<T> {
  const outcome = await reply
  if (!outcome.ok || outcome.value === undefined) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}

async function importFile(host: Host, fileToken: string): Promise<void> {
  const { importId } = await value(host.call('previewImport', { fileToken }))
  await value(host.call('commitImport', { importId }))
}

type Measured = { readonly figures: readonly Figure[]; readonly floor: number }

type Run = {
  readonly floor: number
  readonly first: number
  readonly again: number
  readonly undo: number
  readonly backup: number
}

/** Floor and import side by side, so that a busy machine slows both. */
async function runOnce(file: string, ledgerPath: string): Promise<Run> {
  const floor = measureFloor(file, join(folder, 'floor.db'))
  const host = createThreadHost({ ledgerPath })
  await value(host.call('getStatus', {}))
  const first = await timed(() => importFile(host, file))
  const backup = await timed(() => value(host.call('makeBackup', {})))
  const again = await timed(() => importFile(host, file))
  const undo = await timed(() => value(host.call('undo', {})))
  await value(host.call('redo', {}))
  await host.close()
  return { floor, first: first.ms, again: again.ms, undo: undo.ms, backup: backup.ms }
}

async function importFigures(
  rows: number,
  runs: number,
  target: number,
): Promise<{ figures: Figure[]; ratio: number; floor: number }> {
  const file = join(folder, `rows-${rows}.csv`)
  writeAlipayFile(file, { rows })
  const results: Run[] = []
  for (let run = 0; run < runs; run += 1)
    results.push(await runOnce(file, join(folder, `ledger-${rows}-${run}.huaqing`)))
  const of = (key: keyof Run): number => median(results.map((result) => result[key]))
  const ratio = median(results.map(({ first, floor }) => first / floor))
  const again = median(results.map((result) => result.again / result.first))
  const count = rows.toLocaleString('en')
  const figures: Figure[] = [
    { figure: `P1 import ${count} rows`, value: ratio * of('floor'), unit: 'ms', floor: of('floor'), target },
    { figure: `P2 the same ${count} again`, value: again * of('first'), unit: 'ms', floor: of('first'), target: 0.8 },
    { figure: `P16 undo of ${count}`, value: of('undo'), unit: 'ms', floor: of('first'), target: 1 },
    { figure: `P16 verified backup of ${count}`, value: of('backup'), unit: 'ms', floor: null, target: 500 },
  ]
  return { figures, ratio, floor: of('floor') }
}

/** Of several imports, for a busy machine keeps even an idle loop waiting now and then. */
async function stallFigures(): Promise<Figure[]> {
  const file = join(folder, 'rows-100000.csv')
  const stalls: Stalls[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const host = createThreadHost({ ledgerPath: join(folder, `stalls-${run}.huaqing`) })
    await value(host.call('getStatus', {}))
    stalls.push(await watchStalls(host, () => importFile(host, file)))
    await host.close()
  }
  const of = (key: keyof Stalls): number => median(stalls.map((stall) => stall[key]))
  return [
    { figure: 'P3 longest stall of the main loop', value: of('loop'), unit: 'ms', floor: null, target: 50 },
    { figure: 'P3 longest wait of another write', value: of('write'), unit: 'ms', floor: null, target: 250 },
  ]
}

async function realCaseFigures(): Promise<Figure[]> {
  const file = join(folder, 'rows-2000.csv')
  writeAlipayFile(file, { rows: 2000, seed: 7 })
  const host = createThreadHost({ ledgerPath: join(folder, 'real.huaqing') })
  await value(host.call('getStatus', {}))
  const times: { preview: number; commit: number; undo: number }[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const preview = await timed(() => value(host.call('previewImport', { fileToken: file })))
    const commit = await timed(() => value(host.call('commitImport', { importId: preview.value.importId })))
    const undo = await timed(() => value(host.call('undo', {})))
    times.push({ preview: preview.ms, commit: commit.ms, undo: undo.ms })
  }
  await host.close()
  return (['preview', 'commit', 'undo'] as const).map((what) => ({
    figure: `P15 2,000 rows: ${what}`,
    value: median(times.map((time) => time[what])),
    unit: 'ms',
    floor: null,
    target: 300,
  }))
}

const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

/** Where the command line is not built, its figures are left out, visibly. */
function isBuilt(name: string): boolean {
  if (existsSync(CLI)) return true
  console.log(`${name}: left out, the command line is not built (npm run build)`)
  return false
}

/** The whole process, as it is started by a user. */
function commandFigure(name: string, ledger: string, target: number): Figure[] {
  if (!isBuilt(name)) return []
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    const run = spawnSync(process.execPath, [CLI, 'owed', '--json', '--ledger', ledger], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`the command failed: ${run.stderr}`)
    return performance.now() - start
  })
  return [{ figure: name, value: median(times), unit: 'ms', floor: null, target }]
}

function memoryFigure(figure: string): Figure[] {
  if (!isBuilt(figure)) return []
  const value = measurePeak(CLI, join(folder, 'rows-1000000.csv'), folder)
  return [{ figure, value, unit: 'MB', floor: null, target: 350 }]
}

/** The floor alone, where nothing else is imported. */
function floorHere(): number {
  const file = join(folder, 'rows-100000.csv')
  writeAlipayFile(file, { rows: 100_000 })
  return median(Array.from({ length: RUNS }, () => measureFloor(file, join(folder, 'floor.db'))))
}

async function ledgerFigures(): Promise<Measured> {
  const small = await importFigures(100_000, RUNS, 2)
  const figures = [
    ...small.figures,
    ...(await stallFigures()),
    ...commandFigure('P5 owed --json, 100,000 rows', join(folder, 'ledger-100000-0.huaqing'), 200),
    ...(await questionFigures(join(folder, 'ledger-100000-0.huaqing'), RUNS)),
    ...(await realCaseFigures()),
    ...projectionFigures(),
    ...(existsSync(CLI) ? [scenarioFigure(CLI, folder, RUNS)] : []),
  ]
  if (isLarge) {
    const large = await importFigures(1_000_000, 1, 2.2)
    figures.push(...large.figures.slice(0, 2))
    figures.push(...memoryFigure('P4 peak memory, import of 1,000,000 rows'))
    figures.push(...commandFigure('P6 owed --json, 1,000,000 rows', join(folder, 'ledger-1000000-0.huaqing'), 250))
    figures.push({
      figure: 'P14 growth over the floor’s',
      value: large.ratio / small.ratio,
      unit: '×',
      floor: null,
      target: 1.1,
    })
  }
  return { figures, floor: small.floor }
}

async function main(): Promise<void> {
  const ledger = isWindowOnly ? { figures: [], floor: floorHere() } : await ledgerFigures()
  const figures = [...ledger.figures, ...(isBuilt('P9–P13, the window') ? await windowFigures() : [])]
  const pace = paceOf(ledger.floor)
  console.log(`floor ${ledger.floor.toFixed(0)} ms: ${pace.toFixed(2)} times that of the targets' machine`)
  console.log(tableOf(figures, pace))
  if (figures.some((figure) => isBroken(figure, pace))) process.exitCode = 1
}

try {
  await main()
} finally {
  removeFolder(folder)
}
