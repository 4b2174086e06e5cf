import { expect, it } from 'vitest'
import { knownOwner } from '#shared/statement-files/same-owner.ts'

it.each([
  ['13712346428', ['137****6428'], '137****6428'],
  ['faker@faker.com', ['fak***@faker.com', '139****0001'], 'fak***@faker.com'],
  ['137****6428', ['13712346428'], '13712346428'],
  ['13912346428', ['137****6428'], '13912346428'],
  ['13712346428', ['137****6428', '1371***6428'], '13712346428'],
  ['王小明', ['*小明'], '王小明'],
  ['', ['137****6428'], ''],
])('%j among %j is %j', (printed, known, owner) => {
  expect(knownOwner(printed, known)).toBe(owner)
})
