/** The platform's menu. Items of the ledger are commands to the page, which knows what they mean and what is possible. */
import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language, ShellCommand } from '#shared/contract/shell.ts'
import { type ShellWords, shellWords } from './shell-words.ts'

export type MenuOptions = {
  readonly language: Language
  readonly mac: boolean
  readonly version: string
  readonly onCommand: (command: ShellCommand) => void
  readonly onPrint: () => void
}

type Items = MenuItemConstructorOptions[]

function commandItem(options: MenuOptions) {
  return (label: string, command: ShellCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.onCommand(command),
  })
}

function aboutItem(words: ShellWords, version: string): MenuItemConstructorOptions {
  const detail = words.aboutText.replace('{version}', version)
  return { id: 'about', label: words.about, click: () => void dialog.showMessageBox({ message: words.about, detail }) }
}

function appMenu(words: ShellWords, options: MenuOptions): Items {
  const item = commandItem(options)
  return [
    aboutItem(words, options.version),
    { type: 'separator' },
    item(words.settings, 'settings', 'Cmd+,'),
    { type: 'separator' },
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    { type: 'separator' },
    { role: 'quit', label: words.quit },
  ]
}

function fileMenu(words: ShellWords, options: MenuOptions): Items {
  const item = commandItem(options)
  const rest: Items = options.mac
    ? [{ role: 'close', label: words.close }]
    : [item(words.settings, 'settings', 'Ctrl+,'), { type: 'separator' }, { role: 'quit', label: words.quit }]
  return [
    item(words.import, 'import', 'CmdOrCtrl+I'),
    item(words.export, 'export', 'CmdOrCtrl+E'),
    item(words.backup, 'backup'),
    { id: 'print', label: words.print, accelerator: 'CmdOrCtrl+P', click: options.onPrint },
    { type: 'separator' },
    ...rest,
  ]
}

/** Text undo keeps the usual keys; the ledger's undo stands beside it and is on the page's own keys outside of fields. */
function editMenu(words: ShellWords, options: MenuOptions): Items {
  const item = commandItem(options)
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
    { type: 'separator' },
    item(words.undoAction, 'undo'),
    item(words.redoAction, 'redo'),
  ]
}

function viewMenu(words: ShellWords, options: MenuOptions): Items {
  const item = commandItem(options)
  return [
    item(words.today, 'today', 'CmdOrCtrl+1'),
    item(words.palette, 'palette', 'CmdOrCtrl+K'),
    { type: 'separator' },
    { role: 'resetZoom', label: words.zoomReset },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'togglefullscreen', label: words.fullScreen },
  ]
}

export function menuTemplate(options: MenuOptions): Items {
  const words = shellWords(options.language)
  const help: Items = [commandItem(options)(words.shortcuts, 'shortcuts')]
  return [
    ...(options.mac ? [{ label: app.name, submenu: appMenu(words, options) }] : []),
    { label: words.file, submenu: fileMenu(words, options) },
    { label: words.edit, submenu: editMenu(words, options) },
    { label: words.view, submenu: viewMenu(words, options) },
    ...(options.mac
      ? [
          {
            label: words.window,
            role: 'window' as const,
            submenu: [{ role: 'minimize' as const, label: words.minimize }],
          },
        ]
      : []),
    {
      label: words.help,
      role: 'help',
      submenu: options.mac ? help : [...help, { type: 'separator' }, aboutItem(words, options.version)],
    },
  ]
}

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}
