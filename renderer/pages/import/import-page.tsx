import './import.css'
import { useLocation, useParams } from 'wouter'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { ChooseFile } from './choose-file.tsx'
import { FileRefused } from './file-refused.tsx'
import { ImportPreviewView } from './import-preview.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportDone } from './import-result.tsx'
import { importWords } from './import-words.ts'
import { ReviewQueue } from './review-queue.tsx'
import { useReading } from './use-reading.ts'
import type { Taken } from './use-taken.ts'

/**
 * A file on its way into the ledger, step by step; below it the questions that imports have left. Asked for by their own
 * address they stand alone, and a file that is open waits behind them.
 */
export function ImportPage() {
  const say = useWords(importWords)
  const { item } = useParams<{ item?: string }>()
  const [, navigate] = useLocation()
  const alone = item === 'reviews'
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
  const isOpen = step.at === 'preview'
  const file = isOpen ? step.preview.summary.fileName : ''
  return (
    <Page title={say('title')} note={isOpen && !alone ? say('previewNote', { file }) : say('note')}>
      {isOpen && alone ? (
        <div className="call quiet import-open">
          <Icon name="import" />
          <span>{say('fileOpen', { file })}</span>
          <Button small onPress={() => navigate('/import')}>
            {say('fileOpenBack')}
          </Button>
        </div>
      ) : null}
      {step.at === 'choose' && !alone ? <ChooseFile onFile={(file) => void read(file)} /> : null}
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
      {isOpen && commit.busy ? (
        <ImportProgress text={say('committing')} progress={commit.progress} onStop={commit.stop} />
      ) : null}
      {step.at === 'preview' ? (
        // Hidden, not gone: it stands there again where the writing was refused, and on the way back from the questions.
        <div hidden={commit.busy || alone}>
          <ImportPreviewView
            preview={step.preview}
            failure={commit.failure}
            onOwner={(owner) => void read(step.file, { ...step.said, owner })}
            onCommit={(taken) => void write(step.preview.importId, taken)}
            onCancel={() => void giveUp(step.preview.importId)}
          />
        </div>
      ) : null}
      {step.at === 'done' ? <ImportDone result={step.result} onNext={() => setStep({ at: 'choose' })} /> : null}
      {!alone && (isOpen || step.at === 'reading') ? null : <ReviewQueue alone={alone} />}
    </Page>
  )
}
