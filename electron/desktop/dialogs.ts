/** Native file dialogs. A path chosen here becomes a token for the page, or is written to and forgotten. */
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type {
  ChosenFile,
  ChosenFolder,
  FilePurpose,
  FileToSave,
  Language,
  SaveOutcome,
} from '#shared/contract/shell.ts'
import type { ChosenFiles } from '../chosen-files.ts'
import { purposeWord, shellWords } from './shell-words.ts'

const extensions: Readonly<Record<FilePurpose, readonly string[]>> = {
  statement: ['csv', 'zip', 'xlsx', 'txt'],
  backup: ['huaqing', 'age'],
  attachment: [],
  plan: ['json'],
}

export async function pickFile(
  window: BrowserWindow,
  purpose: FilePurpose,
  { files, language }: { files: ChosenFiles; language: Language },
): Promise<ChosenFile | null> {
  const words = shellWords(language)
  const known = extensions[purpose]
  const own = known.length === 0 ? [] : [{ name: purposeWord(language, purpose), extensions: [...known] }]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseFile,
    properties: ['openFile'],
    filters: [...own, { name: words.allFiles, extensions: ['*'] }],
  })
  const path = filePaths[0]
  return canceled || path === undefined ? null : files.add(path)
}

export async function pickFolder(
  window: BrowserWindow,
  { files, language }: { files: ChosenFiles; language: Language },
): Promise<ChosenFolder | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: shellWords(language).chooseFolder,
    properties: ['openDirectory', 'createDirectory'],
  })
  const path = filePaths[0]
  return canceled || path === undefined ? null : { folderToken: files.addFolder(path), label: path }
}

/** Only the last part of the suggestion counts: a name from the page must not choose the folder. */
export async function saveFile(window: BrowserWindow, file: FileToSave, language: Language): Promise<SaveOutcome> {
  const suggested = basename(file.suggestedName.replaceAll('\\', '/')) || 'huaqing'
  const extension = extname(suggested).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: shellWords(language).save,
    defaultPath: suggested,
    ...(extension === '' ? {} : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
  })
  if (canceled || filePath === '') return { kind: 'canceled' }
  // Whole or not at all: a disk that fills up must not leave half of a file where a whole one was.
  const part = join(dirname(filePath), `.${basename(filePath).slice(0, 100)}.part`)
  try {
    // Exports hold the whole story of a debt: readable by their owner alone.
    await writeFile(part, file.content, { mode: 0o600 })
    await rename(part, filePath)
    return { kind: 'saved', name: basename(filePath) }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    return { kind: 'failed', code: (error as NodeJS.ErrnoException).code ?? 'EIO' }
  }
}
