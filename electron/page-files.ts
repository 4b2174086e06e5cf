/**
 * Reads the built page for `app://` and for the loopback server: only files under one folder, the headers of a page
 * that belongs to nobody else, and a fresh nonce in every HTML response.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentPolicy, NONCE_PLACEHOLDER, newNonce } from './content-policy.ts'

export type PageResponse = {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

const commonHeaders = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

const notFound: PageResponse = {
  status: 404,
  headers: { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('Not found.\n'),
}

/** The file a request path means, or null when it is not an ordinary path inside `root`. */
export function pageFilePath(root: string, requestPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(requestPath)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null
  const relative = decoded === '/' ? '/index.html' : decoded
  const path = normalize(join(root, relative))
  return path.startsWith(root + sep) && extname(path) in mediaTypes ? path : null
}

/** @param requestPath the path part of the address, e.g. `/assets/index-1a2b.js` */
export async function readPageFile(root: string, requestPath: string): Promise<PageResponse> {
  const path = pageFilePath(root, requestPath)
  if (path === null) return notFound
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (content === null) return notFound
  const headers = { ...commonHeaders, 'content-type': mediaTypes[extname(path)]! }
  if (extname(path) !== '.html') return { status: 200, headers, body: content }
  const nonce = newNonce()
  const html = content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
  return {
    status: 200,
    headers: { ...headers, 'content-security-policy': contentPolicy(nonce) },
    body: new TextEncoder().encode(html),
  }
}
