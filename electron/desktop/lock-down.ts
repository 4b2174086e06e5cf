/**
 * What the page may never do, whatever is in it: reach a network, open or become another page, embed one, or be given
 * a permission. The ledger stays on this machine; a test proves each line.
 */
import type { Session, WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** Whether a request may leave the page: our own scheme, what the page made itself, and the development server. */
export function mayLoad(url: string, devOrigin: string | null): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith('blob:') || url.startsWith('data:')) return true
  if (url.startsWith('devtools://')) return true
  if (devOrigin === null) return false
  return url.startsWith(`${devOrigin}/`) || url.startsWith(`${devOrigin.replace(/^http/, 'ws')}/`)
}

export function lockSession(session: Session, devOrigin: string | null): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, devOrigin) }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
