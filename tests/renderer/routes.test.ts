import { expect, it } from 'vitest'
import { ROUTES } from '../../renderer/pages/routes-list.ts'

it('every page has a path and a second key of its own; G itself begins them', () => {
  const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
  expect([repeated(ROUTES.map(({ path }) => path)), repeated(['g', ...ROUTES.map(({ key }) => key)])]).toEqual([[], []])
})

it.each(['zh-cn', 'en'])('a page is called in the rail as it calls itself: %s', async (language) => {
  const load = async (file: string): Promise<Record<string, string>> =>
    Object.values(await import(`../../renderer/i18n/${language}/${file}.ts`))[0] as Record<string, string>
  const rail = await load('frame')
  for (const { name } of ROUTES) {
    const page = await load(name === 'charts' ? 'chart-page' : name)
    expect([name, page.title]).toEqual([name, rail[`page.${name}`]])
  }
})
