import { expect, it } from 'vitest'
import { debtName } from '../../renderer/pages/plan/debt-name.ts'

it.each([
  ['手机', '花呗', '手机 · 花呗'],
  ['', '借呗', '借呗'],
  ['借呗', '借呗', '借呗'],
  ['借呗', '借呗（137****6428）', '借呗（137****6428）'],
])('%j on %s is called %s', (label, account, name) => {
  expect(debtName(label, account)).toBe(name)
})
