import type { SaveOutcome } from '#shared/contract/shell.ts'
import type { ExportFile } from '#shared/contract/views.ts'
import { bridge } from '../../bridge/bridge.ts'

/**
 * Puts the dossier on paper instead of the page that is open, and takes it away again. It was made by this program with
 * every text escaped; it stands in a shadow of its own, with its own style, and no script of it can run.
 */
export async function printDossier(file: ExportFile): Promise<SaveOutcome> {
  // Read apart from the page: a style that is parsed in place would be refused by the window's policy, and reported.
  const [style = '', css = ''] = /<style>(.*?)<\/style>/s.exec(file.text) ?? []
  const made = new DOMParser().parseFromString(
    file.text.replace(style, () => ''),
    'text/html',
  )
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  const shadow = sheet.attachShadow({ mode: 'open' })
  const sheetStyle = new CSSStyleSheet()
  sheetStyle.replaceSync(css)
  shadow.adoptedStyleSheets = [sheetStyle]
  const body = made.querySelector('main')
  if (body !== null) shadow.append(document.importNode(body, true))
  document.body.append(sheet)
  document.documentElement.classList.add('is-printing')
  try {
    return await bridge.shell.savePdf(file.name.replace(/\.html$/, '.pdf'))
  } finally {
    document.documentElement.classList.remove('is-printing')
    sheet.remove()
  }
}
