import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../remove-folder.ts'

/** The real programs that read the journals, where they are installed. */

export const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** Seen in the output of the tests, so that a green run does not hide what it could not ask. */
export function sayMissing(programs: readonly string[]): void {
  const missing = programs.filter((program) => !isInstalled(program))
  if (missing.length > 0) process.stderr.write(`not installed, not asked: ${missing.join(', ')}\n`)
}

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

export function askProgram(program: string, text: string, args: (file: string) => readonly string[]): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-books-'))
  try {
    const file = join(folder, 'ledger.txt')
    writeFileSync(file, text)
    const { status, stdout, stderr } = spawnSync(program, args(file), {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' },
    })
    return { code: status, out: stdout, err: stderr }
  } finally {
    removeFolder(folder)
  }
}

/** Balances by account, as text with two decimals, the zero ones left out. */
export type Balances = Readonly<Record<string, string>>

const balancesOf = (rows: readonly (readonly [string, string])[]): Balances =>
  Object.fromEntries(rows.filter(([, amount]) => Number(amount) !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))

/** With its currency: a bare number is shown with as many decimals as most of its column has, and most may be zero. */
export function beancountBalances(text: string): Balances {
  const sql = "SELECT account, sum(position) WHERE account ~ 'Liabilities' GROUP BY account"
  const { code, out, err } = askProgram('bean-query', text, (file) => ['--format', 'csv', file, sql])
  if (code !== 0) throw new Error(err)
  const rows = out.trim().split(/\r?\n/).slice(1)
  return balancesOf(
    rows.map((row) => row.split(',').map((cell) => cell.replace(/ CNY$/, '').trim()) as [string, string]),
  )
}

export function hledgerBalances(text: string): Balances {
  const { code, out, err } = askProgram('hledger', text, (file) => [
    '-f',
    file,
    'bal',
    '^liabilities',
    '--flat',
    '-N',
    '-O',
    'csv',
  ])
  if (code !== 0) throw new Error(err)
  const rows = [...out.matchAll(/^"(liabilities.*)","([^"]*)"$/gm)]
  return balancesOf(rows.map(([, name = '', amount = '']) => [name, amount.replace(/[^\d.-]/g, '')] as const))
}

export function ledgerBalances(text: string): Balances {
  const format = '%(account)\\t%(quantity(display_total))\\n'
  const { code, out, err } = askProgram('ledger', text, (file) => [
    '-f',
    file,
    '--pedantic',
    'bal',
    '^liabilities',
    '--flat',
    '--no-total',
    '--balance-format',
    format,
  ])
  if (code !== 0) throw new Error(err)
  const rows = out
    .trim()
    .split('\n')
    .filter((row) => row.includes('\t'))
  return balancesOf(
    rows.map((row) => {
      const [name = '', amount = ''] = row.split('\t')
      return [name.trim(), Number(amount).toFixed(2)] as const
    }),
  )
}

/** What libofx, by which GnuCash and KMyMoney read, finds in a statement. */
export type OfxStatement = {
  readonly balance: string
  readonly rows: readonly { readonly id: string; readonly on: string; readonly amount: string }[]
}

export function ofxStatement(text: string): OfxStatement {
  const { code, out, err } = askProgram('ofxdump', text, (file) => ['--import-format=OFX', file])
  if (code !== 0) throw new Error(err)
  const field = (part: string, name: string): string => new RegExp(`${name}: *(.*?) *$`, 'm').exec(part)?.[1] ?? ''
  const [, ...parts] = out.split('ofx_proc_transaction():')
  return {
    balance: field(out, 'Ledger balance'),
    rows: parts.map((part) => ({
      id: field(part, "Financial institution's ID for this transaction"),
      on: dayOf(field(part, 'Date posted')),
      amount: field(part, 'Total money amount'),
    })),
  }
}

/** `Tue Feb  3 04:00:00 2026 UTC` */
const dayOf = (said: string): string => new Date(`${said.replace(/ UTC$/, '')} GMT`).toISOString().slice(0, 10)

/** The rows that Python's reader of CSV, another than ours, finds. */
export function pythonCsv(text: string): readonly (readonly string[])[] {
  const read =
    'import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))'
  const { code, out, err } = askProgram('python3', text, (file) => ['-c', read, file])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}
