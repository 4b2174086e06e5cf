/** Gives the page `window.huaqing`: one function per entry of the contract, `cancel` and the shell; nothing of Node or Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { ContractMethod } from '#shared/contract/contract.ts'
import type { Progress, Reply } from '#shared/contract/reply.ts'
import type { Shell, ShellCommand, Unsubscribe } from '#shared/contract/shell.ts'
import type { CallControl } from '#shared/contract/window.ts'
import { CHANNELS } from './desktop/channels.ts'

/** Put in by the build, so that the preload carries the names of the table without its schemas. */
declare const CONTRACT_METHODS: readonly ContractMethod[]
declare const APP_VERSION: string

const progressOf = new Map<string, (progress: Progress) => void>()
ipcRenderer.on(CHANNELS.progress, (_event, callId: string, progress: Progress) => progressOf.get(callId)?.(progress))

async function call(method: ContractMethod, request: unknown, control: CallControl): Promise<Reply<unknown>> {
  const { callId, onProgress } = control
  if (onProgress !== null) progressOf.set(callId, onProgress)
  try {
    return await ipcRenderer.invoke(CHANNELS.call, { callId, method, request })
  } finally {
    progressOf.delete(callId)
  }
}

function listen(channel: string, listener: (value: unknown) => void): Unsubscribe {
  const heard = (_event: unknown, value: unknown) => listener(value)
  ipcRenderer.on(channel, heard)
  return () => {
    ipcRenderer.off(channel, heard)
  }
}

const shell: Shell = {
  kind: 'desktop',
  platform: process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux',
  version: APP_VERSION,
  can: { pickFolder: true, notify: true, startAtLogin: process.platform !== 'linux', savePdf: true },
  pickFile: (purpose) => ipcRenderer.invoke(CHANNELS.pickFile, purpose),
  fileFromDrop: (file) => ipcRenderer.invoke(CHANNELS.droppedFile, webUtils.getPathForFile(file)),
  pickFolder: () => ipcRenderer.invoke(CHANNELS.pickFolder),
  saveFile: (file) => ipcRenderer.invoke(CHANNELS.saveFile, file),
  savePdf: (suggestedName) => ipcRenderer.invoke(CHANNELS.savePdf, suggestedName),
  copyText: (text) => ipcRenderer.invoke(CHANNELS.copyText, text),
  notify: (notice) => ipcRenderer.invoke(CHANNELS.notify, notice),
  startAtLogin: () => ipcRenderer.invoke(CHANNELS.startAtLogin),
  setStartAtLogin: (on) => ipcRenderer.invoke(CHANNELS.setStartAtLogin, on),
  languageChanged: (language) => ipcRenderer.send(CHANNELS.language, language),
  colorSchemeChanged: (scheme) => ipcRenderer.send(CHANNELS.colorScheme, scheme),
  onCommand: (listener) => listen(CHANNELS.command, (command) => listener(command as ShellCommand)),
  onLedgerChanged: (listener) => listen(CHANNELS.ledgerChanged, (revision) => listener(revision as number)),
  quit: () => ipcRenderer.send(CHANNELS.quit),
}

const functions = CONTRACT_METHODS.map((method) => [
  method,
  (request: unknown, control: CallControl) => call(method, request, control),
])

contextBridge.exposeInMainWorld('huaqing', {
  ...Object.fromEntries(functions),
  cancel: (callId: string) => ipcRenderer.send(CHANNELS.cancel, callId),
  shell,
})
