import './import.css'
import { useEffect, useRef, useState } from 'react'
import { useParams } from 'wouter'
import type { ChosenFile } from '#shared/contract/shell.ts'
import type { ImportPreview, ImportResult } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { takeChosenFile } from '../../state/chosen-file.ts'
import { useCommand } from '../../state/use-command.ts'
import { ChooseFile } from './choose-file.tsx'
import { FileRefused } from './file-refused.tsx'
import { ImportPreviewView } from './import-preview.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportDone } from './import-result.tsx'
import { importWords } from './import-words.ts'
import { ReviewQueue } from './review-queue.tsx'
import type { Taken } from './use-taken.ts'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'reading'; readonly file: ChosenFile }
  | { readonly at: 'preview'; readonly preview: ImportPreview; readonly readAs: (owner: string) => void }
  | { readonly at: 'done'; readonly result: ImportResult }

/** A file on its way into the ledger, step by step; below it, always, the questions that imports have left. */
export function ImportPage() {
  const say = useWords(importWords)
  const { item } = useParams<{ item?: string }>()
  const { step, read, setStep, preview } = useReading()
  const commit = useCommand('commitImport', {
    canUndo: ({ batch }) => batch !== null,
    done: ({ batch, summary: { fileName: file }, taken: n }) => {
      if (batch === null) return say('doneToastNothing', { file })
      return n === 0 ? say('doneToast', { file }) : say('doneToastTaken', { file, n })
    },
  })
  const discard = useCommand('discardImport', { done: () => say('canceled') })
  const write = async (importId: string, take: Taken['list']) => {
    const result = await commit.run({ importId, take: [...take] })
    if (result !== null) setStep({ at: 'done', result })
  }
  const giveUp = async (importId: string) => {
    await discard.run({ importId })
    setStep({ at: 'choose' })
  }
  const again = (
    <Button small onPress={() => setStep({ at: 'choose' })}>
      {say('another')}
    </Button>
  )
  const note = step.at === 'preview' ? say('previewNote', { file: step.preview.summary.fileName }) : say('note')
  return (
    <Page title={say('title')} note={note}>
      {step.at === 'choose' && item !== 'reviews' ? <ChooseFile onFile={(file) => void read(file)} /> : null}
      {step.at === 'reading' && preview.busy ? (
        <ImportProgress
          text={say('reading', { file: step.file.name })}
          progress={preview.progress}
          onStop={preview.stop}
        />
      ) : null}
      {step.at === 'reading' && preview.failure !== null ? (
        <FileRefused
          failure={preview.failure}
          file={step.file}
          again={again}
          onPassword={(password) => void read(step.file, { password })}
        />
      ) : null}
      {step.at === 'preview' && commit.busy ? (
        <ImportProgress text={say('committing')} progress={commit.progress} onStop={commit.stop} />
      ) : null}
      {step.at === 'preview' ? (
        // Hidden, not gone: what the user chose there stands again where the writing was refused.
        <div hidden={commit.busy}>
          <ImportPreviewView
            preview={step.preview}
            failure={commit.failure}
            onOwner={step.readAs}
            onCommit={(taken) => void write(step.preview.importId, taken)}
            onCancel={() => void giveUp(step.preview.importId)}
          />
        </div>
      ) : null}
      {step.at === 'done' ? <ImportDone result={step.result} onNext={() => setStep({ at: 'choose' })} /> : null}
      {step.at === 'preview' || step.at === 'reading' ? null : <ReviewQueue alone={item === 'reviews'} />}
    </Page>
  )
}

/** What the user said of a file that it does not tell by itself. */
type Said = { readonly password?: string; readonly owner?: string }

/** Reads a chosen file; one that was chosen on another page is taken up at once. */
function useReading() {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const preview = useCommand('previewImport')
  const read = async (file: ChosenFile, said: Said = {}) => {
    setStep({ at: 'reading', file })
    const answer = await preview.run({ fileToken: file.fileToken, ...said })
    const readAs = (owner: string) => void read(file, { ...said, owner })
    if (answer !== null) setStep({ at: 'preview', preview: answer, readAs })
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
    setStep({ at: 'choose' })
    showToast({ text: saidCanceled })
  }, [stopped, clear, saidCanceled])
  return { step, setStep, read, preview }
}
