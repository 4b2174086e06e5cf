import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { file, row } from '../statement-files/statement-text.ts'
import { openBook, page } from './book.ts'

/** What other lenders gave or got back: told row by row with why, and with what to type for what shall count. */

const JD = join(import.meta.dirname, '../fixtures/jd-2025.csv')

const told = async (line: string): Promise<string> => {
  const { out } = await openBook('2026-01-05').tell(line)
  return out
}

it('names each row of another credit product, why it is not recorded, and what to type', async () => {
  const out = await told(`import ${JD} --dry-run`)
  expect(out).toBe(
    page(`
      jd-2025.csv: jd, UTF-8, 7 rows
      unrelated                         3
      of no account here, not recorded  4
      4 rows are of another credit product and not recorded:
      Line  Day         Kind       Amount  Label         Why
      ────  ──────────  ─────────  ──────  ────────────  ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        23  2025-12-05  repayment  102.83  京东金融      Paid back to another credit product, not Huabei, Credit Purchase or Borrow.
        27  2025-11-05  refund      89.84  京东平台商户  Refunded to another credit product, not Huabei, Credit Purchase or Borrow.
        28  2025-11-03  purchase   131.77  京东平台商户  Paid on another credit product, not Huabei, Credit Purchase or Borrow; to count it, add it as another debt under Accounts.
        29  2025-11-02  purchase    60.90  京东平台商户  Paid on another credit product, not Huabei, Credit Purchase or Borrow; to count it, add it as another debt under Accounts.
      To count that debt: account add --kind other --name NAME --balance OWED
      Repaid since then: import the file again with --take 23=ACCOUNT
      Only what was on Huabei or Credit Purchase after all is a purchase here: --take LINES=ACCOUNT
      Only a preview: nothing was written.
    `),
  )
})

it('what is typed as it says counts: the debt as it was added, less what was repaid since', async () => {
  const book = openBook('2025-12-01')
  await book.story('account add --kind other --id baitiao --name 白条 --balance 300')
  const later = book.on('2026-01-05')
  await later.story(`import ${JD}`)
  expect(await later.ask('owed')).toMatchObject({ total: '300.00' })
  await later.story(`import ${JD} --take 23=baitiao`)
  expect(await later.ask('owed')).toMatchObject({ total: '197.17' })
  const again = await later.story(`import ${JD}`)
  expect(again).toContain('3 rows are of another credit product')
  expect(await later.ask('owed')).toMatchObject({ total: '197.17' })
})

it('a bank card repaid through Alipay reads like a repayment of a debt elsewhere, not like a purchase', async () => {
  const book = openBook('2026-08-01')
  const path = join(book.folder, 'card.csv')
  const card = { category: '信用借还', counterparty: '中信银行', description: '信用卡还款', direction: '不计收支' }
  writeFileSync(
    path,
    file([row({ ...card, status: '还款成功', method: '余额宝', amount: '1995.00', time: '2026-08-02 09:00:00' })]),
  )
  await book.story('account add --kind other --id card --name 中信信用卡 --balance 5000')
  const later = book.on('2026-09-05')
  expect(await later.story(`import ${path}`)).toContain('--take 25=ACCOUNT')
  await later.story(`import ${path} --take 25=card`)
  expect(await later.ask('owed')).toMatchObject({ total: '3005.00' })
})

it('shows the first forty of a long file, and --json all of them in one document, which leaves nothing behind', async () => {
  const book = openBook('2026-01-05')
  const path = join(book.folder, 'long.csv')
  const head = readFileSync(JD, 'utf8')
  const rows = Array.from(
    { length: 1201 },
    (_, n) =>
      `2025-11-02 10:40:22\t,京东平台商户,牙刷,${n + 1}.00,京东白条,交易成功,支出,网购,${700_000_000_000 + n}\t,\t, ,\n`,
  )
  writeFileSync(path, head + rows.join(''))
  // A place of its own: other programs leave theirs aside as well.
  const place = mkdtempSync(join(book.folder, 'aside-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, place)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { rows: all } = (await book.ask(`import ${path} --dry-run`)) as { rows: { amount: string }[] }
  expect(all.length).toBe(7 + 1201)
  expect(all.at(-1)?.amount).toBe('1201.00')
  expect(readdirSync(place)).toEqual([])
  const out = await book.story(`import ${path} --dry-run`)
  expect(out).toContain('1205 rows are of another credit product')
  expect(out).toContain('1165 more: see --json')
  // A refusal is the only document.
  const refused = await book.tell(`--json import ${path} --take 23=nobody`)
  expect(JSON.parse(refused.out)).toMatchObject({ refusal: { kind: 'account-not-found' } })
  expect(readdirSync(place)).toEqual([])
})
