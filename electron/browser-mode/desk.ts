/** The six questions of the loopback server, each for a request that the guard has let through. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Host } from '#shared/contract/host.ts'
import type { Border } from '../border.ts'
import type { ChosenFiles } from '../chosen-files.ts'
import { BadRequest, readJson, receiveFile, uploadName } from './body.ts'
import type { IdleWatch } from './idle-watch.ts'
import type { Sessions } from './sessions.ts'

export type Desk = {
  readonly host: Host
  readonly border: Border
  readonly files: ChosenFiles
  readonly sessions: Sessions
  readonly watch: IdleWatch
  readonly pageRoot: string
  /** Calls under way by the caller's own id. */
  readonly running: Map<string, AbortController>
}

/** Milliseconds between signs of life on the stream of changes. */
const HEARTBEAT = 20_000

const zCallId = z.string().min(1).max(64)
const zCall = z.object({ callId: zCallId, method: z.string().max(64), request: z.unknown() })
const zCancel = z.object({ callId: zCallId })
const zToken = z.object({ token: z.string().max(100) })

const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const

function sendJson(response: ServerResponse, status: 200 | 401, value: unknown): void {
  response.writeHead(status, { ...noStore, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

function startLines(response: ServerResponse): (line: unknown) => void {
  response.writeHead(200, { ...noStore, 'content-type': 'application/x-ndjson; charset=utf-8' })
  response.flushHeaders()
  return (line) => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`)
  }
}

export async function answerSession(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { token } = await readJson(request, zToken)
  const bearer = desk.sessions.exchange(token)
  sendJson(response, bearer === null ? 401 : 200, { bearer })
}

/** Lines of `{progress}` and at the end one `{reply}`. A page that goes away stops its call. */
export async function answerCall(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { callId, method, request: input } = await readJson(request, zCall)
  const controller = new AbortController()
  desk.running.set(callId, controller)
  response.on('close', () => controller.abort())
  const sendLine = startLines(response)
  try {
    const sender = { trusted: true, name: 'a browser' }
    const onProgress = (progress: unknown): void => sendLine({ progress })
    const reply = await desk.border({ sender, method, request: input }, { signal: controller.signal, onProgress })
    sendLine({ reply })
  } finally {
    desk.running.delete(callId)
    response.end()
  }
}

export function answerLink(desk: Desk, port: number, request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  sendJson(response, 200, { link: linkTo(desk.sessions, port) })
}

export const linkTo = (sessions: Sessions, port: number): string =>
  `http://127.0.0.1:${port}/#token=${sessions.newLinkToken()}`

export async function answerCancel(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { callId } = await readJson(request, zCancel)
  desk.running.get(callId)?.abort()
  sendJson(response, 200, {})
}

export async function answerUpload(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = uploadName(new URL(request.url ?? '/', 'http://loopback').searchParams.get('name'))
  const path = await receiveFile(request, name)
  const chosen = desk.files.add(path, dirname(path))
  if (chosen === null) throw new BadRequest(400, 'Not a file.')
  sendJson(response, 200, chosen)
}

/** One line at every change of the ledger, and signs of life; it stays open as long as the page does. */
export async function answerChanges(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume()
  const sendLine = startLines(response)
  sendLine({ listening: true })
  const stopListening = desk.host.onChange((revision) => sendLine({ revision }))
  const heartbeat = setInterval(() => sendLine({}), HEARTBEAT)
  await new Promise<void>((resolve) => response.on('close', resolve))
  clearInterval(heartbeat)
  stopListening()
}
