/** Serves the built page as `app://huaqing/…`: an origin of its own, without file:// and without a port. */
import { protocol, type Session } from 'electron'
import { readPageFile } from '../page-files.ts'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://huaqing'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveApp(session: Session, root: string, onFault: (error: unknown) => void): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'huaqing' || request.method !== 'GET') return new Response('Not found.', { status: 404 })
    try {
      const { status, headers, body } = await readPageFile(root, pathname)
      return new Response(new Uint8Array(body), { status, headers })
    } catch (error) {
      onFault(error)
      return new Response('The page could not be read.', { status: 500 })
    }
  })
}
