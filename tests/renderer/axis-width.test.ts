import { expect, it } from 'vitest'
import { axisWidth } from '../../renderer/charts/axis-width.ts'

it('the money axis has room for its longest figure, in either language', () => {
  expect(axisWidth(['0', '1,000', '2,000', '3,000'])).toBe(44)
  // Five signs of 7 pixels and a character of 12: in 44 it stood as 000万.
  expect(axisWidth(['0', '1,000万', '3,000万'])).toBeGreaterThanOrEqual(5 * 7 + 12)
  expect(axisWidth(['0', '30,000k'])).toBeGreaterThanOrEqual(7 * 7)
})
