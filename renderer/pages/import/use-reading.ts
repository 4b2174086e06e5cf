import { useEffect, useRef, useState } from 'react'
import type { ChosenFile } from '#shared/contract/shell.ts'
import type { ImportPreview, ImportResult } from '#shared/contract/views.ts'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { takeChosenFile } from '../../state/chosen-file.ts'
import { useCommand } from '../../state/use-command.ts'
import { draftName, useKept } from '../../state/use-kept.ts'
import { importWords } from './import-words.ts'

/** What the user said of a file that it does not tell by itself. */
type Said = { readonly password?: string; readonly owner?: string }

type Opened = { readonly file: ChosenFile; readonly said: Said; readonly preview: ImportPreview }

/** Where a file is on its way; a preview is none of these: it outlives its page. */
type Underway =
  | { readonly at: 'choose' }
  | { readonly at: 'reading'; readonly file: ChosenFile }
  | { readonly at: 'done'; readonly result: ImportResult }

export type Step = Underway | ({ readonly at: 'preview' } & Opened)

/**
 * Reads a chosen file; one that was chosen on another page is taken up at once. What was read stays open, with what was
 * chosen in it, while the user looks at other pages: until it is written, given up, or another file is read.
 */
export function useReading() {
  const [opened, setOpened] = useKept<Opened | null>(draftName('import'), null)
  const [underway, setUnderway] = useState<Underway>({ at: 'choose' })
  const preview = useCommand('previewImport')
  const setStep = (step: Underway) => {
    setOpened(() => null)
    setUnderway(step)
  }
  const read = async (file: ChosenFile, said: Said = {}) => {
    setStep({ at: 'reading', file })
    const answer = await preview.run({ fileToken: file.fileToken, ...said })
    if (answer === null) return
    setUnderway({ at: 'choose' })
    setOpened(() => ({ file, said, preview: answer }))
  }
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    const waiting = takeChosenFile()
    if (waiting !== null) void latest.current(waiting)
  }, [])
  // A reading that the user stopped is no failure to explain: the page is as it was.
  const { failure } = preview
  const stopped = failure !== null && 'refusal' in failure && failure.refusal.kind === 'canceled'
  const { clear } = preview
  const saidCanceled = useWords(importWords)('canceled')
  useEffect(() => {
    if (!stopped) return
    clear()
    setUnderway({ at: 'choose' })
    showToast({ text: saidCanceled })
  }, [stopped, clear, saidCanceled])
  const step: Step = opened === null ? underway : { at: 'preview', ...opened }
  return { step, setStep, read, preview }
}
