import { expect, it } from 'vitest'
import { endsWritten, heightOfName } from '../../renderer/charts/curve-ends.ts'

it('end days that would run into each other are marked without their text; the first one always has it', () => {
  expect(endsWritten([1, 0.93, 0.85, 0.6])).toEqual([true, false, false, true])
  expect(endsWritten([0.5, 0.55, 0.7, 0.2])).toEqual([true, false, true, true])
  expect(endsWritten([0.4, 0.6])).toEqual([true, true])
  expect(endsWritten([])).toEqual([])
})

it('the name of what happened stands in its area, and over a line that lies on the axis', () => {
  expect([heightOfName(100, 150), heightOfName(30, 150)]).toEqual([50, 15])
  expect([heightOfName(0, 150), heightOfName(20, 150)]).toEqual([12, 32])
})
