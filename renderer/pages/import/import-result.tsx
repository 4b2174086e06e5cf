import { useLocation } from 'wouter'
import type { ImportResult } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { importWords } from './import-words.ts'

/** What is done again first is the import itself, or an older step that was undone with it. */
function useIsUndone({ batch }: ImportResult): boolean {
  const redo = hereOrNull(useAsk('getStatus', {}))?.redo ?? null
  return batch !== null && redo !== null && redo.id <= Number(batch)
}

/** What was imported and taken back must not stand here as if it counted. */
function ImportUndone({ onNext }: { readonly onNext: () => void }) {
  const say = useWords(importWords)
  return (
    <section className="import-done">
      <p className="import-answer">
        <Icon name="undo" size={24} />
        {say('doneUndone')}
      </p>
      <p>{say('doneUndoneNote')}</p>
      <div className="row">
        <Button kind="main" onPress={onNext}>
          {say('next')}
        </Button>
      </div>
    </section>
  )
}

/** What the import did, that its backup was checked, and what is left to answer. */
export function ImportDone({ result, onNext }: { readonly result: ImportResult; readonly onNext: () => void }) {
  const say = useWords(importWords)
  const format = useFormat()
  const [, navigate] = useLocation()
  const { counts, fileRows } = result.summary
  const known = counts.duplicate - counts.updated
  const left = fileRows - counts.added - counts.duplicate - counts.rejected - result.taken
  if (useIsUndone(result)) return <ImportUndone onNext={onNext} />
  const told = [
    say('doneAdded', { n: counts.added }),
    ...(counts.updated === 0 ? [] : [say('doneUpdated', { n: counts.updated })]),
    ...(known === 0 ? [] : [say('doneKnown', { n: known })]),
    ...(left <= 0 ? [] : [say('doneLeft', { n: left })]),
  ]
  return (
    <section className="import-done">
      <p className="import-answer">
        <span className="is-safe">
          <Icon name="done" size={24} />
        </span>
        {result.batch === null ? say('doneNothing') : say('doneTitle')}
      </p>
      <p>{told.join(say('doneComma'))}</p>
      {result.taken === 0 ? null : <p className="label">{say('doneTaken', { n: result.taken })}</p>}
      {result.countedOnce > 0 ? (
        <p className="label">{say('doneOnce', { amount: format.amount(result.countedOnce) })}</p>
      ) : null}
      {result.backup === null ? (
        <p className="label">{say('doneNothingNote')}</p>
      ) : (
        <p className="label">{say('doneBackup', { at: format.instant(result.backup.at) })}</p>
      )}
      <p className="label">{result.reviews > 0 ? say('doneReviews', { n: result.reviews }) : say('doneNoReviews')}</p>
      <div className="row">
        <Button kind={result.reviews > 0 ? 'plain' : 'main'} onPress={() => navigate('/')}>
          {say('seeToday')}
        </Button>
        <Button onPress={() => navigate('/bills')}>{say('seeBills')}</Button>
        <Button kind="quiet" onPress={onNext}>
          {say('next')}
        </Button>
      </div>
    </section>
  )
}
