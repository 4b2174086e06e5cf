import { randomBytes } from 'node:crypto'
import type { Clock } from '../store/store.ts'

/** The one clock and the one source of chance. `offset` moves the clock by milliseconds. */
export const systemClock = (offset = 0): Clock => ({
  now: () => Date.now() + offset,
  randomId: () => randomBytes(6).toString('base64url'),
})
