import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The walls between the rooms, read from the imports themselves: a rule that is not executed is a wish. */

const ROOT = join(import.meta.dirname, '../..')

type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

function sources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(folder, name).split(sep).join('/')
      const text = readFileSync(join(ROOT, path), 'utf8')
      return {
        path,
        text,
        imports: [
          ...text.matchAll(
            /^(?:import|export)\s(?:[^'\n;]*?from\s+|(?:type\s+)?\{[^}]*\}\s*from\s+)?'([^']+)'|import\('([^']+)'\)/gm,
          ),
        ].map((match) => resolved(path, (match[1] ?? match[2])!)),
      }
    })
}

/** An import as a path from the root, or as the package's name. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1)
  return specifier.startsWith('.')
    ? relative(ROOT, join(ROOT, from, '..', specifier))
        .split(sep)
        .join('/')
    : specifier
}

const files = ['shared', 'electron', 'renderer'].flatMap(sources)
const inRoom = (room: string): SourceFile[] => files.filter((file) => file.path.startsWith(`${room}/`))

/** What a room may import: other rooms by folder, and packages by name. */
const MAY: readonly { readonly room: string; readonly imports: readonly string[] }[] = [
  { room: 'shared/kernel', imports: ['shared/kernel/'] },
  { room: 'shared/ledger', imports: ['shared/kernel/', 'shared/ledger/'] },
  { room: 'shared/outlook', imports: ['shared/kernel/', 'shared/ledger/', 'shared/outlook/'] },
  {
    room: 'shared/statement-files',
    imports: ['shared/kernel/', 'shared/ledger/', 'shared/statement-files/', 'papaparse'],
  },
  { room: 'shared/contract', imports: ['shared/', 'zod'] },
]

/** What a room must never import. */
const NEVER: readonly { readonly room: string; readonly imports: readonly RegExp[] }[] = [
  {
    room: 'electron/store',
    imports: [/^electron$/, /^electron\/(handlers|cli|browser-mode|desktop)\//, /^renderer\//],
  },
  {
    room: 'electron/handlers',
    imports: [/^electron$/, /^better-sqlite3/, /^renderer\//, /^electron\/(cli|browser-mode|desktop)\//],
  },
  { room: 'electron/cli', imports: [/^electron$/, /^better-sqlite3/, /^renderer\//, /^electron\/desktop\//] },
  { room: 'electron/browser-mode', imports: [/^electron$/, /^better-sqlite3/, /^renderer\//, /^electron\/desktop\//] },
  { room: 'renderer', imports: [/^electron/, /^node:/, /^kysely/, /^better-sqlite3/] },
  { room: 'renderer/components', imports: [/^renderer\/(pages|state)\//] },
  { room: 'renderer/charts', imports: [/^renderer\/(pages|state)\//] },
  { room: 'renderer/state', imports: [/^renderer\/pages\//] },
]

/** A file inside a page's own folder; what stands directly in pages/ puts the pages together. */
const PAGE_FILE = /^renderer\/pages\/[^/]+\//

describe('rooms', () => {
  it.each(MAY)('$room imports only to the left', ({ room, imports }) => {
    const strays = inRoom(room).flatMap((file) =>
      file.imports
        .filter((name) => !imports.some((allowed) => name === allowed || name.startsWith(allowed)))
        .map((name) => `${file.path} → ${name}`),
    )
    expect(inRoom(room).length).toBeGreaterThan(0)
    expect(strays).toEqual([])
  })

  it.each(NEVER)('$room keeps its walls', ({ room, imports }) => {
    const strays = inRoom(room).flatMap((file) =>
      file.imports.filter((name) => imports.some((never) => never.test(name))).map((name) => `${file.path} → ${name}`),
    )
    expect(inRoom(room).length).toBeGreaterThan(0)
    expect(strays).toEqual([])
  })

  it('a page never imports another page’s folder', () => {
    const strays = inRoom('renderer/pages')
      .filter((file) => PAGE_FILE.test(file.path))
      .flatMap((file) => {
        const own = file.path.split('/').slice(0, 3).join('/')
        return file.imports
          .filter((name) => PAGE_FILE.test(name) && !name.startsWith(`${own}/`))
          .map((name) => `${file.path} → ${name}`)
      })
    expect(strays).toEqual([])
  })

  it('only the desktop side, main and preload know Electron', () => {
    const strays = files.filter((file) => file.imports.includes('electron')).map((file) => file.path)
    expect(strays.filter((path) => !/^electron\/(desktop\/|main\.ts|preload\.ts)/.test(path))).toEqual([])
  })

  it('nothing imports tests', () => {
    expect(
      files.filter((file) => file.imports.some((name) => name.startsWith('tests/'))).map((file) => file.path),
    ).toEqual([])
  })
})

describe('house style', () => {
  it('files stay small enough to hold one idea', () => {
    expect(files.filter((file) => file.text.split('\n').length > 261).map((file) => file.path)).toEqual([])
  })
  it('shared/ has no clock, no randomness and no doubles for money', () => {
    const strays = inRoom('shared').filter((file) =>
      /Date\.now|Math\.random|new Date|parseFloat|toFixed\(/.test(file.text),
    )
    expect(strays.map((file) => file.path)).toEqual([])
  })
  it('nothing reaches out to a network', () => {
    const strays = inRoom('shared')
      .concat(inRoom('renderer/pages'), inRoom('renderer/components'))
      .filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket|https?:\/\/(?!www\.w3\.org)/.test(file.text))
    expect(strays.map((file) => file.path)).toEqual([])
  })
})
