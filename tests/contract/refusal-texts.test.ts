import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldTexts } from '#shared/contract/texts/field-texts.ts'
import { refusalTexts } from '#shared/contract/texts/refusal-texts.ts'
import { holesOf } from '#shared/contract/texts/text.ts'

const ROOT = join(import.meta.dirname, '../..')
const sources = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))

/** Kinds and their figures as the decisions declare them: `Refuses<'kind', 'a' | 'b'>`. */
const declared = sources('shared/ledger/decisions').flatMap((source) =>
  [...source.matchAll(/Refuses<'([\w-]+)'(?:, ([^>]*))?>/g)].map(([, kind = '', figures = '']) => ({
    kind,
    figures: [...figures.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  })),
)

/** Kinds that handlers and the store refuse with by themselves. */
const refusedDirectly = [
  ...sources('electron/handlers'),
  ...sources('electron/store'),
  ...sources('electron/cli'),
].flatMap((source) =>
  [...source.matchAll(/(?:refused|RefusedError)\(\{\s*kind: '([\w-]+)'/g)].map(([, kind = '']) => kind),
)

describe('a refusal', () => {
  it('is declared often enough for this test to mean something', () => {
    expect([declared.length > 40, refusedDirectly.length > 15]).toEqual([true, true])
  })

  it.each([...new Set(declared.map(({ kind }) => kind))])(
    '%s has its sentence, with no figure it does not get',
    (kind) => {
      const text = refusalTexts[kind]
      if (!text) throw new Error(`no sentence for ${kind}`)
      const given = new Set(declared.filter((one) => one.kind === kind).flatMap(({ figures }) => figures))
      const wanted = [...holesOf(text['zh-CN']), ...holesOf(text.en)]
      expect(wanted.filter((hole) => !given.has(hole))).toEqual([])
    },
  )

  it('of a handler, the store or the command line has its sentence', () => {
    expect([...new Set(refusedDirectly)].filter((kind) => refusalTexts[kind] === undefined)).toEqual([])
  })

  it.each(Object.entries({ ...refusalTexts, ...fieldTexts }))(
    '%s says the same figures in both languages',
    (_kind, text) => {
      expect([...holesOf(text.en)].sort()).toEqual([...holesOf(text['zh-CN'])].sort())
    },
  )
})
