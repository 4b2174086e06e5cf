/**
 * Who may ask over loopback. The printed link holds a token that works once and not for long; the page exchanges it for
 * a bearer that it keeps in memory. No cookie is a secret here: cookies ignore ports, so another server on this machine
 * would be sent them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Milliseconds in which a printed link can be opened. */
export const LINK_LIFE = 10 * 60_000

export type Sessions = {
  /** A fresh single-use token for a link. */
  readonly newLinkToken: () => string
  /** The bearer for a token; null when the token is unknown, used or too old. */
  readonly exchange: (token: string) => string | null
  readonly holds: (bearer: string) => boolean
  /** Opens nothing itself: whoever has it, another start of the same user, may ask for a link. */
  readonly doorKey: string
  readonly isDoorKey: (key: string) => boolean
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const newSecret = (): string => randomBytes(32).toString('base64url')

/** @param now milliseconds on any clock that only goes forward */
export function createSessions(now: () => number): Sessions {
  const links: { readonly digest: Buffer; readonly until: number }[] = []
  const bearers: Buffer[] = []
  const doorKey = newSecret()
  return {
    doorKey,
    isDoorKey: (key) => timingSafeEqual(digest(key), digest(doorKey)),
    newLinkToken: () => {
      const token = newSecret()
      links.push({ digest: digest(token), until: now() + LINK_LIFE })
      return token
    },
    exchange: (token) => {
      const asked = digest(token)
      const at = links.findIndex((link) => timingSafeEqual(link.digest, asked))
      const [link] = at < 0 ? [] : links.splice(at, 1)
      if (link === undefined || link.until < now()) return null
      const bearer = newSecret()
      bearers.push(digest(bearer))
      return bearer
    },
    holds: (bearer) => {
      const asked = digest(bearer)
      return bearers.some((known) => timingSafeEqual(known, asked))
    },
  }
}
