/** Opens the default browser; when there is none (a server, a container) the printed address is enough. */
import { spawn } from 'node:child_process'

type Command = { readonly file: string; readonly args: readonly string[] }

export function browserCommand(platform: NodeJS.Platform, url: string): Command {
  if (platform === 'darwin') return { file: 'open', args: [url] }
  // `start` takes its first quoted argument for a title; the address has no character that cmd would change.
  if (platform === 'win32') return { file: 'cmd', args: ['/d', '/s', '/c', 'start', '""', url] }
  return { file: 'xdg-open', args: [url] }
}

export function openBrowser(url: string): void {
  const { file, args } = browserCommand(process.platform, url)
  const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: true })
  child.on('error', () => undefined)
  child.unref()
}
