import { expect, it } from 'vitest'
import { drawnRows } from '../../renderer/components/use-row-window.ts'

it('the rows in sight are drawn and some on either side, never one that the list does not have', () => {
  const drawn = (first: number, rows: number, count: number) => drawnRows({ first, rows }, count, 5)
  expect([
    drawn(0, 20, 100_000),
    drawn(500, 20, 100_000),
    drawn(99_980, 20, 100_000),
    drawn(0, 20, 3),
    drawn(500, 20, 3),
    drawn(0, 20, 0),
  ]).toEqual([
    { from: 0, to: 25 },
    { from: 495, to: 525 },
    { from: 99_975, to: 99_999 },
    { from: 0, to: 2 },
    { from: 0, to: 2 },
    { from: 0, to: -1 },
  ])
})
