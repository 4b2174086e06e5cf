/** The one sentence, in both languages, for why the browser opens instead of the window. */
export type WhyBrowser = 'failed-lately' | 'failed' | 'too-slow' | 'no-screen' | 'root' | 'did-not-open'

const again = { zh: '想再试：npm start -- --retry', en: 'To try again: npm start -- --retry' }

const sentences: Readonly<Record<WhyBrowser, { readonly zh: string; readonly en: string }>> = {
  failed: {
    zh: `桌面窗口（Electron）下载不了，所以在浏览器里打开，功能一样。${again.zh}`,
    en: `The desktop window (Electron) could not be downloaded, so the same app opens in the browser. ${again.en}`,
  },
  'failed-lately': {
    zh: `桌面窗口（Electron）上次没能下载，这次不再等，在浏览器里打开，功能一样。${again.zh}`,
    en: `The desktop window (Electron) could not be downloaded last time, so the same app opens in the browser. ${again.en}`,
  },
  'too-slow': {
    zh: `桌面窗口（Electron）下载太慢，先在浏览器里打开，功能一样。${again.zh}，或者设置ELECTRON_MIRROR`,
    en: `Downloading the desktop window (Electron) took too long, so the same app opens in the browser. ${again.en}, or set ELECTRON_MIRROR`,
  },
  'no-screen': {
    zh: '这里没有屏幕（DISPLAY和WAYLAND_DISPLAY都没有），桌面窗口（Electron）开不了，所以在浏览器里打开，功能一样。',
    en: 'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set) for the desktop window (Electron), so the same app is served to a browser.',
  },
  root: {
    zh: '用root身份开不了桌面窗口（Electron），所以在浏览器里打开，功能一样。',
    en: 'The desktop window (Electron) does not open for root, so the same app is served to a browser.',
  },
  'did-not-open': {
    zh: '桌面窗口（Electron）在这台电脑上开不了，原因在上面几行，所以在浏览器里打开，功能一样。',
    en: 'The desktop window (Electron) does not open on this computer, the lines above say why, so the same app opens in the browser.',
  },
}

export const whyBrowser = (why: WhyBrowser): string => `${sentences[why].zh}\n${sentences[why].en}`
