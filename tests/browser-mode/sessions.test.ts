import { expect, test } from 'vitest'
import { createSessions, LINK_LIFE } from '../../electron/browser-mode/sessions.ts'

test('a link that is too old opens nothing, and is used up by trying', () => {
  let now = 0
  const sessions = createSessions(() => now)
  const token = sessions.newLinkToken()
  now = LINK_LIFE + 1
  expect(sessions.exchange(token)).toBeNull()
  now = 0
  expect(sessions.exchange(token)).toBeNull()
})

test('a bearer holds, others do not; two links give two bearers', () => {
  const sessions = createSessions(() => 0)
  const [one, two] = [sessions.newLinkToken(), sessions.newLinkToken()].map((token) => sessions.exchange(token)!)
  expect(one).not.toBe(two)
  expect([sessions.holds(one!), sessions.holds(two!), sessions.holds(''), sessions.holds('x'.repeat(43))]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(sessions.exchange('nothing')).toBeNull()
})
