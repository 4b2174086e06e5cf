/**
 * The window's content for an ordinary browser on this machine: the same page, the same contract, over 127.0.0.1 only.
 * GET serves the built page and nothing else; everything that knows a debt is a POST with Host, Origin and bearer checked.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Host } from '#shared/contract/host.ts'
import type { Border } from '../border.ts'
import type { ChosenFiles } from '../chosen-files.ts'
import type { Log } from '../log.ts'
import { readPageFile } from '../page-files.ts'
import { BadRequest } from './body.ts'
import {
  answerCall,
  answerCancel,
  answerChanges,
  answerLink,
  answerSession,
  answerUpload,
  type Desk,
  linkTo,
} from './desk.ts'
import { checkBearer, checkDoorKey, checkHost, checkOrigin, type Verdict } from './guard.ts'
import { createIdleWatch } from './idle-watch.ts'
import { createSessions } from './sessions.ts'

export type LoopbackOptions = {
  readonly host: Host
  readonly border: Border
  readonly files: ChosenFiles
  readonly log: Log
  readonly pageRoot: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Minutes without a request and without an open page after which `idle` resolves. */
  readonly idleMinutes: number
}

export type Loopback = {
  readonly port: number
  /** A link that opens the page once; each call makes another one. */
  readonly newLink: () => string
  /** With it another start of the same user asks for a link. */
  readonly doorKey: string
  readonly idle: Promise<void>
  readonly close: () => Promise<void>
}

export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const sessions = createSessions(() => performance.now())
  const watch = createIdleWatch(options.idleMinutes * 60_000)
  const desk: Desk = { ...options, sessions, watch, running: new Map() }
  let port = 0
  const server = createServer((request, response) => {
    const done = watch.enter()
    response.on('close', done)
    answer(desk, port, { request, response }).catch((error: unknown) => fail(options.log, response, error))
  })
  await listen(server, options.port)
  port = (server.address() as AddressInfo).port
  return {
    port,
    newLink: () => linkTo(sessions, port),
    doorKey: sessions.doorKey,
    idle: watch.idle,
    close: () => {
      watch.stop()
      for (const controller of desk.running.values()) controller.abort()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

async function answer(desk: Desk, port: number, { request, response }: Exchange): Promise<void> {
  const strange = checkHost(request, port)
  if (strange !== null) return refuse(response, strange)
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
  if (!url.pathname.startsWith('/api/')) return servePage(desk, request, response, url.pathname)
  const foreign = checkOrigin(request, port)
  if (foreign !== null) return refuse(response, foreign)
  if (url.pathname === '/api/session') return answerSession(desk, request, response)
  if (url.pathname === '/api/link') {
    const keyless = checkDoorKey(request, desk.sessions)
    return keyless === null ? answerLink(desk, port, request, response) : refuse(response, keyless)
  }
  const stranger = checkBearer(request, desk.sessions)
  if (stranger !== null) return refuse(response, stranger)
  switch (url.pathname) {
    case '/api/call':
      return answerCall(desk, request, response)
    case '/api/cancel':
      return answerCancel(desk, request, response)
    case '/api/upload':
      return answerUpload(desk, request, response)
    case '/api/changes':
      return answerChanges(desk, request, response)
    default:
      return refuse(response, { status: 405, text: 'No such question.' })
  }
}

function refuse(response: ServerResponse, verdict: NonNullable<Verdict>): void {
  response.writeHead(verdict.status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    // What is refused is not read to its end.
    connection: 'close',
  })
  response.end(`${verdict.text}\n`)
}

async function servePage(desk: Desk, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, { status: 405, text: 'GET only.' })
  }
  const { status, headers, body } = await readPageFile(desk.pageRoot, path)
  response.writeHead(status, { ...headers, 'content-length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function fail(log: Log, response: ServerResponse, error: unknown): void {
  const bad = error instanceof BadRequest
  // A browser that went away in the middle is no fault of ours.
  const gone = (error as NodeJS.ErrnoException).code === 'ECONNRESET' || response.destroyed
  const reference = bad || gone ? null : log.fault('loopback', error)
  if (response.headersSent || response.destroyed) return void response.destroy()
  const text = bad ? error.message : `Fault ${reference ?? ''}`
  response.writeHead(bad ? error.status : 500, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(`${text}\n`)
}
