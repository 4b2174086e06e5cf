/** A loopback server over the fake host with a page of two files, and requests to it that a browser would not send. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBorder } from '../../electron/border.ts'
import { type Loopback, startLoopback } from '../../electron/browser-mode/loopback-server.ts'
import { type ChosenFiles, createChosenFiles } from '../../electron/chosen-files.ts'
import { createLog } from '../../electron/log.ts'
import { removeFolder } from '../remove-folder.ts'
import { createFakeHost, type FakeHost } from './fake-host.ts'

export type Served = {
  readonly loopback: Loopback
  readonly fake: FakeHost
  readonly files: ChosenFiles
  readonly folder: string
  /** A bearer from a fresh link. */
  readonly signIn: () => Promise<string>
  readonly stop: () => Promise<void>
}

export async function serveFake(idleMinutes = 1): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-loopback-'))
  const pageRoot = join(folder, 'page')
  mkdirSync(pageRoot)
  writeFileSync(join(pageRoot, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>page</p>')
  writeFileSync(join(pageRoot, 'app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.js'), 'outside')
  const fake = createFakeHost()
  const files = createChosenFiles()
  const log = createLog(join(folder, 'logs'))
  const border = createBorder(fake.host, files, log)
  const loopback = await startLoopback({ host: fake.host, border, files, log, pageRoot, port: 0, idleMinutes })
  return {
    loopback,
    fake,
    files,
    folder,
    signIn: async () => {
      const token = new URL(loopback.newLink()).hash.slice('#token='.length)
      const answer = await send(loopback.port, { path: '/api/session', body: JSON.stringify({ token }) })
      return (JSON.parse(answer.body) as { bearer: string }).bearer
    },
    stop: async () => {
      await loopback.close()
      files.clear()
      removeFolder(folder)
    },
  }
}

export type Sent = {
  readonly path: string
  readonly method?: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** A POST from the page's own origin unless said otherwise; `headers` replace what a browser would send. */
export function send(port: number, { path, method = 'POST', body = '', headers = {} }: Sent): Promise<Answer> {
  const own = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { ...own, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

export const bearing = (bearer: string): Record<string, string> => ({ authorization: `Bearer ${bearer}` })
