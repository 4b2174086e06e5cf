import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { removeFolder } from '../remove-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'huaqing-words-'))
afterAll(() => removeFolder(folder))

async function huaqing(language: string, ...args: readonly string[]): Promise<string> {
  let said = ''
  const options = ['--ledger', join(folder, 'ledger.huaqing'), '--today', '2026-09-01', '--lang', language]
  const code = await runCommandLine([...options, ...args], { out: (text) => (said += text), err: () => undefined })
  expect(code).toBe(0)
  return said
}

it('tells why a backup was made, and which account was added, in words and nothing else', async () => {
  await huaqing('en', 'account', 'add', '--kind', 'huabei')
  await huaqing('en', 'account', 'add', '--kind', 'credit-loan', '--lender', '网商银行')
  await huaqing('en', 'account', 'add', '--kind', 'other', '--name', '房东', '--lender', '李')
  await huaqing('en', 'backup')
  expect(await huaqing('zh-CN', 'backups', 'list')).toMatch(/ 手动 /)
  expect(await huaqing('en', 'backups', 'list')).toMatch(/ by hand /)
  const steps = (await huaqing('zh-CN', 'history')).split('\n').filter((line) => line.includes('添加账户'))
  expect(steps.map((line) => line.slice(line.indexOf('添加账户')))).toEqual([
    '添加账户 other 房东',
    '添加账户 credit-loan 网商银行',
    '添加账户 huabei',
  ])
})
