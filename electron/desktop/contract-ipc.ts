/** The contract over IPC: one channel asks, one reports progress, one cancels. */
import { ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import type { Border } from '../border.ts'
import { CHANNELS } from './channels.ts'
import { senderOf } from './sender.ts'

const askSchema = z.object({ callId: z.string().max(64), method: z.string().max(64), request: z.unknown() })

/** A page that reloads or dies takes its running calls with it; each page's listener is set once. */
function abortWithPage(contents: WebContents, running: Map<string, AbortController>): void {
  const abortAll = () => {
    for (const [key, controller] of running) if (key.startsWith(`${contents.id}:`)) controller.abort()
  }
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) abortAll()
  })
  contents.on('render-process-gone', abortAll)
  contents.on('destroyed', abortAll)
}

export function answerContract(border: Border, devOrigin: string | null): void {
  const running = new Map<string, AbortController>()
  const known = new WeakSet<WebContents>()

  ipcMain.handle(CHANNELS.call, async (event, ask: unknown) => {
    const { callId, method, request } = askSchema.parse(ask)
    const contents = event.sender
    if (!known.has(contents)) {
      known.add(contents)
      abortWithPage(contents, running)
    }
    const key = `${contents.id}:${callId}`
    const controller = new AbortController()
    running.set(key, controller)
    try {
      return await border(
        { sender: senderOf(event, devOrigin), method, request },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            if (!contents.isDestroyed()) contents.send(CHANNELS.progress, callId, progress)
          },
        },
      )
    } finally {
      running.delete(key)
    }
  })

  ipcMain.on(CHANNELS.cancel, (event, callId: unknown) => {
    if (senderOf(event, devOrigin).trusted) running.get(`${event.sender.id}:${String(callId)}`)?.abort()
  })
}
