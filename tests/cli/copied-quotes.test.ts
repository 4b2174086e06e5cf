import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { tellLedger } from '../e2e/harness/tell-ledger.ts'
import { removeFolder } from '../remove-folder.ts'

/** What Alipay shows of paying off and was copied in the window counts on the command line too, and in no scenario. */

const TODAY = '2026-07-05'
const folder = mkdtempSync(join(tmpdir(), 'huaqing-copied-'))
const ledger = join(folder, 'ledger.huaqing')
afterAll(() => removeFolder(folder))

async function huaqing(...args: string[]): Promise<string> {
  let out = ''
  let err = ''
  const options = ['--ledger', ledger, '--today', TODAY, '--lang', 'en']
  const code = await runCommandLine([...options, ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
  })
  if (code !== 0) throw new Error(err + out)
  return out
}
const json = async (...args: string[]) => JSON.parse(await huaqing('--json', ...args))

beforeAll(async () => {
  await huaqing('account', 'add', '--kind', 'credit-purchase', '--id', 'js', '--lender', '江苏银行')
  await huaqing('bill', 'add', 'js', '2026-07', '--amount', '300')
  await tellLedger(ledger, TODAY, [
    ['copyQuote', { account: 'js', on: TODAY, cells: [{ row: 'billed', column: 'interest', amount: '1.66' }] }],
  ])
})

it('counts in what closing takes, with what was worked out beside it', async () => {
  const { payNow, steps } = await json('closure', '--target', 'credit-purchase')
  expect(payNow).toEqual({
    total: '301.66',
    range: { low: '301.66', high: '301.66' },
    accounts: [{ id: 'js', amount: '301.66' }],
    derived: '300.00',
    explain: 'closure:credit-purchase@2026-07-05',
  })
  expect(steps.find((step: { do: { code: string } }) => step.do.code === 'step-pay-shown').amount).toBe('301.66')
  const told = 'To pay today: ¥301.66 (as Alipay shows; worked out ¥300.00)'
  expect(await huaqing('closure', '--target', 'credit-purchase')).toContain(told)
  expect(await huaqing('closure')).toContain(told)
  const { closures } = await json('closure')
  expect(closures[0].payNow).toEqual(payNow)
})

it('stands beside the quote of that day, and of no other', async () => {
  expect(await json('quote', 'js')).toMatchObject({ total: '300.00', shown: { total: '301.66' } })
  expect((await json('quote', 'js', '--on', '2026-07-06')).shown).toBeUndefined()
  expect(await huaqing('quote', 'js')).toContain('Alipay shows ¥301.66 for that day, as you copied it: that counts')
})

it('is in no scenario: a file answers with what was worked out', async () => {
  const path = join(folder, 'scenario.json')
  await huaqing('export', '--format', 'scenario', '--out', path)
  const scenario = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...scenario, ask: ['closure:credit-purchase'] }))
  const { closure } = await json('simulate', path)
  expect(closure['credit-purchase'].payNow).toMatchObject({ total: '300.00', derived: null })
})

it('says so in its help', async () => {
  expect(await huaqing('closure', '--help')).toContain('A scenario file holds none of it')
})
