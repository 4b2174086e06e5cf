/**
 * The page's Content-Security-Policy, the same from `app://` and from the loopback server: nothing from outside,
 * nothing inline without the nonce of this very response. Browsers of users are older than Electron's, so 'self'
 * names what a nonce cannot: chunks that are imported later.
 */
import { randomBytes } from 'node:crypto'

/** Stands in the built index.html wherever a nonce belongs; replaced in every response. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

export const newNonce = (): string => randomBytes(18).toString('base64url')

export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
