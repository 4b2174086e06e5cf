import type { ChosenFile, FilePurpose, Shell } from '#shared/contract/shell.ts'
import type { HttpSession } from './http-session.ts'
import { jsonLines } from './json-lines.ts'

/** Put in by the build. */
declare const APP_VERSION: string

const accepted: Readonly<Record<FilePurpose, string>> = {
  statement: '.csv,.zip,.xlsx,.txt',
  backup: '.huaqing,.age',
  attachment: '',
  plan: '.json',
}

/** What an ordinary browser can do of the desktop's shell: files come by upload and leave as downloads. */
export function browserShell(session: HttpSession): Shell {
  return {
    kind: 'browser',
    platform: platformOf(navigator.userAgent),
    version: APP_VERSION,
    can: { pickFolder: false, notify: 'Notification' in globalThis, startAtLogin: false, savePdf: false },
    pickFile: async (purpose) => {
      const file = await askForFile(accepted[purpose])
      return file === null ? null : upload(session, file)
    },
    fileFromDrop: (file) => upload(session, file),
    pickFolder: async () => null,
    saveFile: async ({ suggestedName, content }) => {
      download(suggestedName, new Blob([typeof content === 'string' ? content : new Uint8Array(content)]))
      return { kind: 'handed-over', name: suggestedName }
    },
    savePdf: async (suggestedName) => {
      window.print()
      return { kind: 'handed-over', name: suggestedName }
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    notify: showNotification,
    startAtLogin: async () => false,
    setStartAtLogin: async () => false,
    languageChanged: (language) => {
      document.documentElement.lang = language
    },
    colorSchemeChanged: () => undefined,
    onCommand: () => () => undefined,
    onLedgerChanged: (listener) => listenForChanges(session, listener),
    quit: () => window.close(),
  }
}

/** Asked for only when the user has just pressed something; without leave the page says what works instead. */
async function showNotification({ title, body }: { readonly title: string; readonly body: string }): Promise<boolean> {
  if (!('Notification' in window)) return false
  if (Notification.permission === 'default' && navigator.userActivation?.isActive) {
    await Notification.requestPermission()
  }
  if (Notification.permission !== 'granted') return false
  const notification = new Notification(title, { body })
  notification.addEventListener('click', () => window.focus())
  return true
}

function platformOf(userAgent: string): Shell['platform'] {
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'mac' : 'linux'
}

async function upload(session: HttpSession, file: File): Promise<ChosenFile | null> {
  const response = await session.post(`/api/upload?name=${encodeURIComponent(file.name)}`, file)
  return response?.ok ? ((await response.json()) as ChosenFile) : null
}

function askForFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true })
    input.addEventListener('cancel', () => resolve(null), { once: true })
    input.click()
  })
}

function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has read the address when the click returns, but not the content.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Milliseconds before listening again when the stream broke, e.g. after the computer slept. */
const AGAIN = 3_000

function listenForChanges(session: HttpSession, listener: (revision: number | null) => void): () => void {
  const stopped = new AbortController()
  let interrupted = false
  const listen = async (): Promise<void> => {
    const response = await session.post('/api/changes', '', stopped.signal)
    if (response === null) return stopped.abort()
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    // What changed while nobody listened is not told again.
    if (interrupted) listener(null)
    interrupted = true
    for await (const line of jsonLines(response.body)) {
      const { revision } = line as { readonly revision?: number }
      if (revision !== undefined) listener(revision)
    }
  }
  const keepListening = (): void => {
    if (stopped.signal.aborted) return
    listen()
      // The server may be gone or asleep: asked again below, and every call says so by itself.
      .catch(() => undefined)
      .finally(() => setTimeout(keepListening, AGAIN))
  }
  keepListening()
  return () => stopped.abort()
}
