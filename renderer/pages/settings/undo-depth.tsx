import { countText } from '#shared/contract/texts/text.ts'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { ProgressPanel } from '../../components/waiting.tsx'
import { sizeText } from '../../i18n/format.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { settingsWords } from './settings-words.ts'

const DEPTHS = [1000, 5000, 10_000, 50_000] as const

/** How many steps undo goes back, and the removal of what it no longer reaches. */
export function UndoDepth({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(settingsWords)
  const change = useCommand('changeSettings')
  const { undoDepth, compactAutomatically } = status.settings
  const offered = [...new Set([...DEPTHS, ...(undoDepth === null ? [] : [undoDepth])])].sort((a, b) => a - b)
  const choices = [
    { value: 'all', label: say('undoAll') },
    ...offered.map((depth) => ({ value: `${depth}`, label: say('undoSteps', { count: countText(depth) }) })),
  ]
  return (
    <Section title={say('undo')}>
      <div className="form">
        <SelectField
          label={say('undoDepth')}
          note={say('undoNote', { count: countText(status.undoSteps) })}
          choices={choices}
          value={undoDepth === null ? 'all' : `${undoDepth}`}
          onChange={(chosen) => void change.run({ undoDepth: chosen === 'all' ? null : Number(chosen) })}
        />
        {undoDepth === null ? null : (
          <>
            <CheckField
              label={say('compactAuto')}
              note={say('compactAutoNote')}
              checked={compactAutomatically}
              onChange={(chosen) => void change.run({ compactAutomatically: chosen })}
            />
            <Compaction />
          </>
        )}
        <FailureNote failure={change.failure} />
      </div>
    </Section>
  )
}

function Compaction() {
  const say = useWords(settingsWords)
  const preview = hereOrNull(useAsk('previewCompaction', {}))
  const compact = useCommand('compact', {
    done: ({ bytesBefore, bytesAfter }) =>
      say('compacted', { before: sizeText(bytesBefore), after: sizeText(bytesAfter) }),
  })
  if (compact.busy)
    return (
      <ProgressPanel text={say('compacting')} progress={null} onStop={compact.stop} stopMeans={say('compactStop')} />
    )
  if (preview === null) return null
  const { entries, records, steps } = preview.removable
  return (
    <>
      <p className="note">{say('compactWould', { versions: countText(entries + records), steps: countText(steps) })}</p>
      {entries + records + steps === 0 ? null : (
        <div className="row">
          <Button small onPress={() => void compact.run({})}>
            {say('compact')}
          </Button>
        </div>
      )}
      <FailureNote failure={compact.failure} />
    </>
  )
}
