/** Who sent a message: only the main frame of a page of ours may ask anything. */
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { Sender } from '../border.ts'
import { APP_ORIGIN } from './app-protocol.ts'

export function senderOf(event: IpcMainEvent | IpcMainInvokeEvent, devOrigin: string | null): Sender {
  const frame = event.senderFrame
  if (frame === null || frame !== event.sender.mainFrame) return { trusted: false, name: 'a frame inside a page' }
  const ours = frame.url.startsWith(`${APP_ORIGIN}/`) || (devOrigin !== null && frame.url.startsWith(`${devOrigin}/`))
  return { trusted: ours, name: ours ? 'the window' : 'a page of another origin' }
}
