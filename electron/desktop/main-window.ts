/** The one window: sandboxed, without Node, shown when it has something to show, standing where it stood last time. */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './app-protocol.ts'
import { lockContents } from './lock-down.ts'
import { fittingBox, readWindowState, SMALLEST, type WindowState, writeWindowState } from './window-state.ts'

/** The paper of the design's tokens, so that the window does not flash before the page paints. */
const GROUND = { light: '#fbfaf8', dark: '#1a1618' } as const

export type WindowOptions = { readonly userData: string; readonly preload: string; readonly devOrigin: string | null }

export function createMainWindow({ userData, preload, devOrigin }: WindowOptions): BrowserWindow {
  const state = readWindowState(userData)
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const window = new BrowserWindow({
    ...fittingBox(state.box, areas),
    minWidth: Math.min(SMALLEST.width, areas[0]?.width ?? SMALLEST.width),
    minHeight: Math.min(SMALLEST.height, areas[0]?.height ?? SMALLEST.height),
    show: false,
    title: '花清 HuaQing',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  lockContents(window.webContents)
  keepState(window, userData)
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(state.zoomLevel))
  void window.loadURL(devOrigin === null ? APP_PAGE : `${devOrigin}/`)
  return window
}

function keepState(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    const kept: WindowState = {
      ...readWindowState(userData),
      box: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoomLevel: window.webContents.getZoomLevel(),
    }
    try {
      writeWindowState(userData, kept)
    } catch (error) {
      // A full or read-only disk loses the window's place, not the ledger: no reason to keep the window open.
      console.error('The place of the window was not kept:', (error as NodeJS.ErrnoException).code)
    }
  })
}

/** The page's preload, built beside the main bundle. */
export const preloadPath = (root: string): string => join(root, 'out', 'preload', 'index.cjs')
