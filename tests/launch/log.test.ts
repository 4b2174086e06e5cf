import { expect, test } from 'vitest'
import { describeFault, withoutPrivateText } from '../../electron/log.ts'

test.each([
  ['balance 1234.50 is wrong', 'balance #.# is wrong'],
  ['no account "Card of Li Lei"', 'no account "…"'],
  ["no such file '/home/li/花呗.csv'", "no such file '…'"],
  ['ENOENT: open /home/li/ledger.huaqing', 'ENOENT: open <path>'],
  ['open C:\\Users\\李雷\\ledger.huaqing failed', 'open <path> failed'],
  ['第3行：花呗还款 张三 读不懂', '…#… … …'],
])('%s', (message, written) => {
  expect(withoutPrivateText(message)).toBe(written)
})

test('a fault tells its kind, its code, its place in the program and its cause', () => {
  const cause = Object.assign(new Error('disk of 张三 is full'), { code: 'ENOSPC' })
  const lines = describeFault(new TypeError('amount 12.34', { cause }))
  expect(lines[0]).toBe('TypeError: amount #.#')
  expect(lines.some((line) => /^at .*log\.test\.ts:\d+/.test(line))).toBe(true)
  expect(lines).toContain('Error ENOSPC: disk of … is full')
  expect(lines.join('\n')).not.toMatch(/张三|12\.34/)
})

test('what is thrown without being an error is not printed', () => {
  expect(describeFault('张三 12.34')).toEqual(['thrown: string'])
})

test('an error that came from another thread without its class still tells what happened', () => {
  expect(describeFault({ message: 'no module 12', code: 'ENOENT' })).toEqual(['Error ENOENT: no module #'])
})
