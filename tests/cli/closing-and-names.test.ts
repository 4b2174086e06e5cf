import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { removeFolder } from '../remove-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'huaqing-closing-'))
afterAll(() => removeFolder(folder))

type Said = { readonly code: number; readonly out: string; readonly err: string; readonly asked: readonly string[] }

/** One command, in front of which somebody sits who answers as given; nobody where there is no answer. */
async function huaqing(args: string, { language = 'en', answer }: { language?: string; answer?: string } = {}) {
  const said = { out: '', err: '', asked: [] as string[] }
  const options = ['--ledger', join(folder, 'ledger.huaqing'), '--today', '2026-07-05', '--lang', language]
  const ask = (question: string): Promise<string> => {
    said.asked.push(question)
    return Promise.resolve(answer ?? '')
  }
  const code = await runCommandLine([...options, ...args.split(' ')], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    ...(answer === undefined ? {} : { ask }),
  })
  return { code, ...said } satisfies Said
}

const stateOf = async (id: string): Promise<string> => {
  const { out } = await huaqing('--json account list')
  return JSON.parse(out).accounts.find((one: { id: string }) => one.id === id).status
}

it('asks before it records as closed what is still open by the ledger, and takes the word of Alipay', async () => {
  await huaqing('account add --kind borrow')
  await huaqing(
    'loan add borrow --principal 600 --drawn 2026-06-20 --daily-rate 0.05% --method equal-installment --count 6 --repay-day 10',
  )
  const left = await huaqing('account close borrow --on 2026-07-05', { answer: '' })
  expect([left.code, left.asked, await stateOf('borrow')]).toEqual([
    1,
    ['Does Alipay say it is closed? y records it, Enter does not: '],
    'open',
  ])
  expect(left.err.split('\n').slice(0, 3)).toEqual([
    'By the ledger 9 requirements are still open:',
    '  No part of a loan falls due next',
    '  No loan is open',
  ])
  expect(left.err).toContain('what is unpaid has to be paid even so, and this keeps watching.')
  const kept = await huaqing('account close borrow --on 2026-07-05', { answer: 'y' })
  expect([kept.code, await stateOf('borrow')]).toEqual([0, 'closed'])
  expect((await huaqing('account close borrow --on 2026-07-04', { answer: '' })).asked).toEqual([])
})

it('says it and records it where nobody sits in front of it; --even-so says nothing', async () => {
  await huaqing('account add --kind huabei')
  const said = await huaqing('account close huabei --on 2026-07-05')
  expect([said.code, said.err.split('\n')[0], said.asked, await stateOf('huabei')]).toEqual([
    0,
    expect.stringMatching(/^By the ledger \d+ requirements are still open:$/),
    [],
    'closed',
  ])
  await huaqing('account status huabei open')
  const again = await huaqing('account close huabei --on 2026-07-05 --even-so', { answer: '' })
  expect([again.code, again.err, again.asked, await stateOf('huabei')]).toEqual([0, '', [], 'closed'])
})

it('names an account that nobody named in the language that is spoken', async () => {
  await huaqing('account add --kind credit-purchase --lender 江苏银行')
  await huaqing('account add --kind credit-loan --name 我的信用贷')
  await huaqing('bill add credit-purchase 2026-07 --amount 300')
  const names = ['Huabei', '江苏银行 Credit Purchase', 'Borrow', '我的信用贷']
  const list = (await huaqing('account list')).out
  expect(names.filter((name) => !list.includes(name))).toEqual([])
  expect((await huaqing('explain owed@2026-07-05')).out).toMatch(/^江苏银行 Credit Purchase +300.00$/m)
  expect((await huaqing('explain owed@2026-07-05', { language: 'zh-CN' })).out).toMatch(/^信用购 江苏银行 +300.00$/m)
  const told = ['closure --target huabei', 'project', 'owed', 'bill list', 'history', 'quote credit-purchase']
  for (const command of told)
    expect([command, (await huaqing(command)).out.match(/花呗|借呗|信用购/)]).toEqual([command, null])
})
