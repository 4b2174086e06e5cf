import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holesOf } from '#shared/contract/texts/text.ts'

const RENDERER = join(import.meta.dirname, '../../renderer')
const pages = readdirSync(join(RENDERER, 'i18n/zh-cn')).map((file) => basename(file, '.ts'))

/** The one dictionary that a file exports. */
async function wordsIn(language: string, page: string): Promise<Readonly<Record<string, string>>> {
  const module: Readonly<Record<string, Readonly<Record<string, string>>>> = await import(
    join(RENDERER, 'i18n', language, `${page}.ts`)
  )
  const [words] = Object.values(module)
  return words ?? {}
}

/** The code of a page, or of everything that is no page, without the dictionaries. */
function sourceOf(page: string): string {
  const ownFolder = existsSync(join(RENDERER, 'pages', page))
  const folder = ownFolder ? join(RENDERER, 'pages', page) : RENDERER
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^i18n[\\/](zh-cn|en)[\\/]/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
}

/** A key is used when it is written out, or when a template begins with its first part and ends with its last. */
function isUsed(key: string, source: string): boolean {
  if (source.includes(`'${key}'`)) return true
  const parts = key.split('.')
  return parts.slice(1).some((_, at) => {
    const end = parts
      .slice(at + 2)
      .map((part) => `.${part}`)
      .join('')
    return source.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`) && source.includes(`}${end}\``)
  })
}

describe.each(pages)('the words of %s', (page) => {
  test('are the same keys in both languages', async () => {
    expect(Object.keys(await wordsIn('en', page))).toEqual(Object.keys(await wordsIn('zh-cn', page)))
  })

  test('have the same holes in both languages', async () => {
    const [zh, en] = [await wordsIn('zh-cn', page), await wordsIn('en', page)]
    const holes = (words: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [key, [...holesOf(text)].sort()]))
    expect(holes(en)).toEqual(holes(zh))
  })

  test('are all used', async () => {
    const source = sourceOf(page)
    expect(Object.keys(await wordsIn('zh-cn', page)).filter((key) => !isUsed(key, source))).toEqual([])
  })

  test('are set as the language is set', async () => {
    const [zh, en] = [await wordsIn('zh-cn', page), await wordsIn('en', page)]
    // The font makes the gap between Chinese and figures, and nobody is addressed as 您.
    expect(Object.values(zh).filter((text) => /\p{sc=Han} \d|\d \p{sc=Han}|您|!|！/u.test(text))).toEqual([])
    expect(Object.values(en).filter((text) => /[，。；：！]|!/.test(text))).toEqual([])
  })
})

test('there is an English file for every Chinese one, and no other', () => {
  expect(readdirSync(join(RENDERER, 'i18n/en')).map((file) => basename(file, '.ts'))).toEqual(pages)
})
