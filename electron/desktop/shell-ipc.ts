/** The shell over IPC: dialogs, menu language, notifications. Every message is checked for its sender and its form. */
import { app, BrowserWindow, clipboard, type IpcMainInvokeEvent, ipcMain, Notification, nativeTheme } from 'electron'
import { z } from 'zod'
import type { ColorScheme, Language } from '#shared/contract/shell.ts'
import type { ChosenFiles } from '../chosen-files.ts'
import { CHANNELS } from './channels.ts'
import { pickFile, pickFolder, saveFile } from './dialogs.ts'
import { senderOf } from './sender.ts'

export type ShellOptions = {
  readonly files: ChosenFiles
  readonly devOrigin: string | null
  readonly language: () => Language
  readonly onLanguage: (language: Language) => void
  readonly onColorScheme: (scheme: ColorScheme) => void
}

const zPurpose = z.enum(['statement', 'backup', 'attachment', 'plan'])
const zFile = z.object({
  suggestedName: z.string().min(1).max(200),
  content: z.union([z.string(), z.instanceof(Uint8Array)]),
})
const zNotice = z.object({ title: z.string().max(200), body: z.string().max(1000) })

export const colorSource = (scheme: ColorScheme): 'light' | 'dark' | 'system' => (scheme === 'auto' ? 'system' : scheme)

export function answerShell(options: ShellOptions): void {
  const { files, devOrigin, language } = options
  const checked = (event: Parameters<typeof senderOf>[0]): BrowserWindow => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!senderOf(event, devOrigin).trusted || window === null) throw new Error('Not for this page.')
    return window
  }
  const answer = (channel: string, reply: (window: BrowserWindow, input: unknown) => unknown): void =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, input: unknown) => reply(checked(event), input))
  const hear = (channel: string, heard: (window: BrowserWindow, input: unknown) => void): void => {
    ipcMain.on(channel, (event, input: unknown) => heard(checked(event), input))
  }

  answer(CHANNELS.pickFile, (window, input) => pickFile(window, zPurpose.parse(input), { files, language: language() }))
  answer(CHANNELS.droppedFile, (_window, input) => {
    const path = z.string().max(32_767).parse(input)
    return path === '' ? null : files.add(path)
  })
  answer(CHANNELS.pickFolder, (window) => pickFolder(window, { files, language: language() }))
  answer(CHANNELS.saveFile, (window, input) => saveFile(window, zFile.parse(input), language()))
  answer(CHANNELS.savePdf, async (window, input) => {
    const suggestedName = zFile.shape.suggestedName.parse(input)
    const content = await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
    return saveFile(window, { suggestedName, content: new Uint8Array(content) }, language())
  })
  answer(CHANNELS.copyText, (_window, input) => clipboard.writeText(z.string().max(1_000_000).parse(input)))
  answer(CHANNELS.notify, (window, input) => notify(window, zNotice.parse(input)))
  answer(CHANNELS.startAtLogin, () => app.getLoginItemSettings().openAtLogin)
  answer(CHANNELS.setStartAtLogin, (_window, input) => {
    app.setLoginItemSettings({ openAtLogin: z.boolean().parse(input) })
    return app.getLoginItemSettings().openAtLogin
  })
  hear(CHANNELS.language, (_window, input) => options.onLanguage(z.enum(['zh-CN', 'en']).parse(input)))
  hear(CHANNELS.colorScheme, (_window, input) => {
    const scheme = z.enum(['light', 'dark', 'auto']).parse(input)
    nativeTheme.themeSource = colorSource(scheme)
    options.onColorScheme(scheme)
  })
  hear(CHANNELS.quit, () => app.quit())
}

function notify(window: BrowserWindow, { title, body }: z.infer<typeof zNotice>): boolean {
  if (!Notification.isSupported()) return false
  const notification = new Notification({ title, body })
  notification.on('click', () => bringForward(window))
  notification.show()
  return true
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
