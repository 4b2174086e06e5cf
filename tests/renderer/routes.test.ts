import { expect, it } from 'vitest'
import { ROUTES } from '../../renderer/pages/routes-list.ts'

it('every page has a path and a second key of its own; G itself begins them', () => {
  const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
  expect([repeated(ROUTES.map(({ path }) => path)), repeated(['g', ...ROUTES.map(({ key }) => key)])]).toEqual([[], []])
})
