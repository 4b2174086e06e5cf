/**
 * Checks of every loopback request, in this order. The Host check stops DNS rebinding, the Origin check stops other
 * pages of the same browser, the bearer stops other programs of this machine.
 */
import type { IncomingMessage } from 'node:http'
import type { Sessions } from './sessions.ts'

/** What is wrong with a request, as an HTTP status; null when nothing is. */
export type Verdict = { readonly status: 401 | 403 | 405 | 421; readonly text: string } | null

export function checkHost(request: IncomingMessage, port: number): Verdict {
  const { host } = request.headers
  return host === `127.0.0.1:${port}` ? null : { status: 421, text: 'This address is not served here.' }
}

/** For everything but static files: a POST of our own page. */
export function checkOrigin(request: IncomingMessage, port: number): Verdict {
  if (request.method !== 'POST') return { status: 405, text: 'POST only.' }
  const site = request.headers['sec-fetch-site']
  const ours = request.headers.origin === `http://127.0.0.1:${port}` && (site === undefined || site === 'same-origin')
  return ours ? null : { status: 403, text: 'Only the page of this server may ask.' }
}

export function checkBearer(request: IncomingMessage, sessions: Sessions): Verdict {
  const bearer = bearerOf(request)
  return bearer !== undefined && sessions.holds(bearer) ? null : { status: 401, text: 'Open the link again.' }
}

/** For a new link: the key that only this user's programs can read. */
export function checkDoorKey(request: IncomingMessage, sessions: Sessions): Verdict {
  const key = bearerOf(request)
  return key !== undefined && sessions.isDoorKey(key) ? null : { status: 401, text: 'Not the key of this server.' }
}

const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1]
