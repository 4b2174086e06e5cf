import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { beancountNames, hledgerNames } from '#shared/statement-files/export/journal-names.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import {
  askProgram,
  beancountBalances,
  hledgerBalances,
  isInstalled,
  ledgerBalances,
  sayMissing,
} from '../statement-files/export/book-programs.ts'
import { namedBalances } from '../statement-files/export/owed-balances.ts'
import { temporaryStore } from '../store/temporary-store.ts'
import { openBook } from './book.ts'

/** A ledger that files built, answer by answer: its journal passes the real programs, and they find what is owed. */

const PROGRAMS = ['bean-check', 'bean-query', 'hledger', 'ledger']
sayMissing(PROGRAMS)

const TODAY = '2026-09-20'
const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name)
const [FIRST, OVERLAP, UNSURE] = [
  fixture('alipay-app-2026-gb18030.csv'),
  fixture('alipay-app-2026-overlap-gb18030.csv'),
  fixture('alipay-app-unconfirmed-wording-gb18030.csv'),
]

/** What is told, one after the other; the journal is checked after each. */
const STEPS: readonly (readonly [what: string, told: string])[] = [
  ['a file with questions', `import ${FIRST}`],
  ['a newer file over it', `import ${OVERLAP}`],
  ['wordings nobody has seen', `import ${UNSURE}`],
  [
    'answers',
    `review resolve 2026071029020999802166669228@MsFgN8.review --split huabei=477.82 --split credit-purchase:江苏银行=81
     review resolve 2026080322001474514148042179@MsFgN8.review --own 700
     review resolve 2026081929020999898843938164@MsFgN8.review --as repayment --account huabei --amount 9.99
     review resolve 2026081129020999897955300132@MsFgN8.review --as repayment --account credit-purchase:平安银行
     review resolve 2026081529020999827354869496@MsFgN8.review --as purchase --account huabei
     review resolve 20260822300002008100836930356067@MsFgN8.review --refund-of none`,
  ],
  ['the web site’s file, of which a row is taken', `import ${fixture('alipay-web-2020-gbk.csv')} --take 7-9=huabei`],
  [
    'a debt elsewhere and its repayment',
    `account add --kind other --id fenfu --name 分付 --balance 900
     import ${fixture('wechat-2024.csv')} --take 18=fenfu`,
  ],
  [
    'what only the user knows',
    `bill add huabei 2026-08 --amount 500 --paid 40
     repay add huabei --amount 33.33 --on 2026-09-18`,
  ],
  ['a second person', 'import second.csv'],
  ['one step back', 'undo'],
]

const told = { tell: '', ledger: '' }

it.runIf(PROGRAMS.every(isInstalled))(
  'after every step',
  async () => {
    const book = openBook(TODAY)
    const second = join(book.folder, 'second.csv')
    const text = new TextDecoder('gb18030').decode(readFileSync(FIRST))
    writeFileSync(second, text.replace(/支付宝账户：.*/, '支付宝账户：188****0001\r'))
    for (const [what, lines] of STEPS) {
      await book.story(lines.replace('second.csv', second))
      told.tell = what
      await check(book)
    }
  },
  300_000,
)

async function check(book: ReturnType<typeof openBook>): Promise<void> {
  const store = temporaryStore(book.path)
  const facts = store.read((reader) => readLedger(reader, day(TODAY)))
  store.close()
  const file = async (format: string): Promise<string> => {
    const path = join(book.folder, `ledger.${format}`)
    await book.story(`export --format ${format} --out ${path} --force`)
    return readFileSync(path, 'utf8')
  }
  const [beancount, hledger] = [await file('beancount'), await file('hledger')]
  strict('bean-check', beancount, (path) => [path])
  strict('hledger', hledger, (path) => ['-f', path, 'check', '--strict', 'ordereddates'])
  strict('ledger', hledger, (path) => ['-f', path, '--strict', '--pedantic', 'bal'])
  const [ours, plain] = [namedBalances(facts, beancountNames(facts)), namedBalances(facts, hledgerNames(facts))]
  expect(Object.keys(ours).length, told.tell).toBeGreaterThan(0)
  expect(beancountBalances(beancount), told.tell).toEqual(ours)
  expect(hledgerBalances(hledger), told.tell).toEqual(plain)
  expect(ledgerBalances(hledger), told.tell).toEqual(plain)
}

function strict(program: string, text: string, args: (file: string) => readonly string[]): void {
  const { code, out, err } = askProgram(program, text, args)
  if (code !== 0) throw new Error(`${told.tell}: ${program}: ${out}${err}`)
}
