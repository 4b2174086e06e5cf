import type { ChosenFile } from '#shared/contract/shell.ts'

/** A file chosen on one page to be imported on another: taken once, by the import page when it opens. */
let waiting: ChosenFile | null = null

export function chooseFileToImport(file: ChosenFile): void {
  waiting = file
}

export function takeChosenFile(): ChosenFile | null {
  const file = waiting
  waiting = null
  return file
}
