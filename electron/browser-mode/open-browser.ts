/** Opens the default browser; when there is none (a server, a container) the printed address is enough. */
import { spawn } from 'node:child_process'

type Command = { readonly file: string; readonly args: readonly string[] }

export function browserCommand(platform: NodeJS.Platform, url: string): Command {
  if (platform === 'darwin') return { file: 'open', args: [url] }
  // Without a shell in between: `start` would need quotes that arrive changed.
  if (platform === 'win32') return { file: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  return { file: 'xdg-open', args: [url] }
}

export function openBrowser(url: string): void {
  const { file, args } = browserCommand(process.platform, url)
  const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: true })
  child.on('error', () => undefined)
  child.unref()
}
