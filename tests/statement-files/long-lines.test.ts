import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readStatement } from '#shared/statement-files/read-statement.ts'

const text = new TextDecoder('gb18030').decode(
  readFileSync(new URL('../fixtures/alipay-app-2026-gb18030.csv', import.meta.url)),
)

/** Found by damage at random: each of these once cost seconds, the last one half a minute. */
it.each(['"', '\t', ',', '\r', ' ', '","'])(
  'fifty thousand times %j in one line changes no row',
  (noise) => {
    const damaged = text.slice(0, 100) + noise.repeat(50_000) + text.slice(100)
    const outcome = readStatement(damaged)
    expect(outcome.ok && outcome.value.drafts.length).toBe(79)
  },
  2000,
)

/** Found in the same way, seed 409012325: a million quotes before the end of a number kept the reader for an hour. */
it('a hundred thousand quotes before a number keep nobody waiting', { timeout: 2000 }, () => {
  const meituan = readFileSync(new URL('../fixtures/meituan-2026.csv', import.meta.url), 'utf8')
  const damaged = meituan.replace(/"\d+\t"/, `"""0${'""'.repeat(100_000)}1\t"`)
  expect(damaged.length).toBeGreaterThan(200_000)
  const outcome = readStatement(damaged)
  expect(outcome.ok && outcome.value.fileRows).toBe(5)
})

/** Found in the same way, seed 352352500: a line of a million commas was taken for a header, name by name. */
it('a million commas in one line change no row', { timeout: 2000 }, () => {
  const damaged = `${text.slice(0, 100)}\n${','.repeat(1_100_000)}\n${text.slice(100)}`
  const outcome = readStatement(damaged)
  expect(outcome.ok && outcome.value.drafts.length).toBe(79)
})
