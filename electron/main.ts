/** Where the desktop app is put together: one instance, the ledger's host, the border, the window. */
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron'
import type { Host } from '#shared/contract/host.ts'
import type { Language, ShellCommand } from '#shared/contract/shell.ts'
import { createBorder } from './border.ts'
import { type ChosenFiles, createChosenFiles } from './chosen-files.ts'
import { APP_FOLDER, ledgerPlace, packageRoot, pageRoot } from './data-folder.ts'
import { registerAppScheme, serveApp } from './desktop/app-protocol.ts'
import { CHANNELS } from './desktop/channels.ts'
import { answerContract } from './desktop/contract-ipc.ts'
import { lockSession } from './desktop/lock-down.ts'
import { createMainWindow, preloadPath } from './desktop/main-window.ts'
import { setMenu } from './desktop/menu.ts'
import { answerShell, bringForward, colorSource } from './desktop/shell-ipc.ts'
import { shellWords } from './desktop/shell-words.ts'
import { readWindowState, writeWindowState } from './desktop/window-state.ts'
import { openHost } from './ledger-host.ts'
import { createLog, type Log } from './log.ts'

const devOrigin = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)

app.setName(APP_FOLDER)
app.setAppUserModelId('app.huaqing.ledger')
// Who starts with a folder of their own (a test, a second user) keeps it.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), APP_FOLDER))
const userData = app.getPath('userData')

function startingLanguage(): Language {
  return readWindowState(userData).language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en')
}

function showMenu(language: Language, window: BrowserWindow): void {
  const onCommand = (command: ShellCommand): void => window.webContents.send(CHANNELS.command, command)
  setMenu({
    language,
    mac: process.platform === 'darwin',
    version: app.getVersion(),
    onCommand,
    onPrint: () => window.webContents.print(),
  })
}

/** A page that died has lost nothing: the ledger lives on this side. It is opened again when the user says so. */
function offerReopening(window: BrowserWindow, language: () => Language, log: Log): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.note('window', `the page ended: ${reason}`)
    const words = shellWords(language())
    const { response } = await dialog.showMessageBox(window, {
      message: words.crashed,
      buttons: [words.reopen, words.quit],
      defaultId: 0,
    })
    if (response === 0) window.reload()
    else app.quit()
  })
}

/** The page says that something typed is not recorded; a window that is closed asks, for Electron itself would stay silent. */
function askForTyped(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const words = shellWords(language())
    const response = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: words.typedText,
      buttons: [words.typedStay, words.typedLeave],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) event.preventDefault()
  })
}

function openWindow(host: Host, files: ChosenFiles, log: Log): void {
  let language = startingLanguage()
  const keep = (change: Partial<ReturnType<typeof readWindowState>>): void =>
    writeWindowState(userData, { ...readWindowState(userData), ...change })

  nativeTheme.themeSource = colorSource(readWindowState(userData).colorScheme)
  lockSession(session.defaultSession, devOrigin)
  serveApp(session.defaultSession, pageRoot(), (error) => log.fault('page', error))
  answerContract(createBorder(host, files, log), devOrigin)
  const window = createMainWindow({ userData, preload: preloadPath(packageRoot()), devOrigin })
  answerShell({
    files,
    devOrigin,
    language: () => language,
    onLanguage: (next) => {
      language = next
      keep({ language })
      showMenu(language, window)
    },
    onColorScheme: (colorScheme) => keep({ colorScheme }),
  })
  showMenu(language, window)
  offerReopening(window, () => language, log)
  askForTyped(window, () => language)
  const stopListening = host.onChange((revision) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.ledgerChanged, revision)
  })
  window.on('closed', stopListening)
  app.on('second-instance', () => {
    if (!window.isDestroyed()) bringForward(window)
  })
}

async function start(log: Log): Promise<void> {
  await app.whenReady()
  const files = createChosenFiles()
  const place = ledgerPlace(app.commandLine.getSwitchValue('ledger') || undefined, userData)
  const host = openHost(place, app.commandLine.getSwitchValue('today') || undefined, log)
  openWindow(host, files, log)
  // The ledger's thread may still be writing: the program ends after it has closed.
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    files.clear()
    void host.close().finally(() => app.quit())
  })
}

function sayWhyNot(log: Log, error: unknown): void {
  const words = shellWords(startingLanguage())
  const reference = log.fault('start', error)
  const text = words.cannotStartText.replace('{reference}', reference).replace('{folder}', join(userData, 'logs'))
  console.error(text)
  dialog.showErrorBox(words.cannotStart, text)
  app.exit(1)
}

/** Below what the session refuses: no name is looked up, and Chromium's own services stay silent. */
function cutNetwork(): void {
  if (devOrigin !== null) return
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of ['disable-background-networking', 'disable-domain-reliability', 'no-pings']) {
    app.commandLine.appendSwitch(name)
  }
}

cutNetwork()
registerAppScheme()
if (app.requestSingleInstanceLock()) {
  const log = createLog(join(userData, 'logs'))
  process.on('uncaughtException', (error) => log.fault('main', error))
  process.on('unhandledRejection', (error) => log.fault('main', error))
  app.on('window-all-closed', () => app.quit())
  start(log).catch((error: unknown) => sayWhyNot(log, error))
} else {
  app.quit()
}
