import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_FEN } from '#shared/kernel/money.ts'
import { pieces, readStatementBytes } from '../../electron/files/statement-file.ts'
import { forTheTime } from './time-box.ts'

/** Damaged statements through the real reader: no crash, no hang, no row lost without a word. */

const original = readFileSync(new URL('../fixtures/alipay-app-2026-gb18030.csv', import.meta.url))
const at = fc.nat({ max: original.length - 1 })

type Damage = (bytes: Uint8Array) => Uint8Array

const flipped = fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 40 }).map(
  (changes): Damage =>
    (bytes) => {
      const damaged = Uint8Array.from(bytes)
      for (const [index, value] of changes) damaged[index % damaged.length] = value
      return damaged
    },
)
const cut = fc.tuple(at, at).map(
  ([a, b]): Damage =>
    (bytes) =>
      bytes.slice(Math.min(a, b), Math.max(a, b)),
)
const without = fc.tuple(at, fc.nat({ max: 5000 })).map(
  ([from, length]): Damage =>
    (bytes) =>
      Buffer.concat([bytes.slice(0, from), bytes.slice(from + length)]),
)
const inserted = fc
  .tuple(
    at,
    fc.oneof(
      fc.constantFrom('\0', '"', '\t', ',', '\r', '\n', '","', '=1+1', '\u202e', '<script>', '\ufeff', '，'),
      fc.string(),
    ),
    fc.constantFrom(1, 3, 50_000),
  )
  .map(
    ([from, text, times]): Damage =>
      (bytes) =>
        Buffer.concat([bytes.slice(0, from), Buffer.from(text.repeat(times)), bytes.slice(from)]),
  )
const reencoded = fc.constantFrom('utf8', 'utf16le', 'latin1').map(
  (encoding): Damage =>
    (bytes) =>
      Buffer.from(new TextDecoder('gb18030').decode(bytes), encoding as BufferEncoding),
)
const repeated = fc.integer({ min: 2, max: 4 }).map(
  (times): Damage =>
    (bytes) =>
      Buffer.concat(new Array<Uint8Array>(times).fill(bytes)),
)

const damages = fc.array(fc.oneof(flipped, cut, without, inserted, reencoded, repeated), { minLength: 1, maxLength: 4 })

/** No file of this size may keep anyone waiting longer. */
const MOST_MILLISECONDS = 2000

it('survives any damage', async () => {
  const runs = await forTheTime(
    'statement fuzz',
    0.5,
    fc.asyncProperty(damages, fc.constantFrom(997, 16_384, 131_072), async (list, size) => {
      const bytes = list.reduce(
        (damaged, damage) => (damaged.length > 0 ? damage(damaged) : damaged),
        original as Uint8Array,
      )
      const begin = performance.now()
      let [drafts, problems] = [0, 0]
      const reader = readStatementBytes(pieces(bytes, size))
      for (;;) {
        const step = await reader.next()
        if (step.done) {
          if (!step.value.ok) expect(step.value.refusal.kind).toMatch(/^[a-z0-9-]+$/)
          break
        }
        for (const draft of step.value.drafts) {
          drafts++
          expect(Number.isSafeInteger(draft.amount) && draft.amount >= 0 && draft.amount <= MAX_FEN).toBe(true)
          expect(Number.isSafeInteger(draft.on)).toBe(true)
          expect(draft.why).not.toBe('')
        }
        problems += step.value.problems.length
      }
      expect(drafts + problems).toBeLessThanOrEqual(bytes.length)
      expect(performance.now() - begin).toBeLessThan(MOST_MILLISECONDS)
    }),
  )
  expect(runs).toBeGreaterThan(0)
})
