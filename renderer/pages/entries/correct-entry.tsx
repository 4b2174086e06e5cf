import { type FormEvent, useState } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { hasTerms, TermsFields, termsChanges, termsOf } from './correct-terms.tsx'
import { entriesWords } from './entries-words.ts'
import { amountOf, dayOfEntry } from './entry-essentials.ts'

type Draft = { readonly amount: string; readonly on: string; readonly label: string; readonly note: string }

/** Puts an entry right: the new figures count, the old ones stay in the history. */
export function CorrectEntry({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const say = useWords(entriesWords)
  const today = useToday()
  const day = dayOfEntry(entry)
  const before: Draft = {
    amount: yuanText(amountOf(entry)),
    on: day === null ? '' : dayText(day),
    label: entry.label,
    note: entry.note,
  }
  const [draft, setDraft] = useState(before)
  const [terms, setTerms] = useState(() => termsOf(entry))
  const set = (changes: Partial<Draft>) => setDraft((last) => ({ ...last, ...changes }))
  const what = draft.label === '' ? say(`kind.${entry.kind}`) : draft.label
  const edit = useCommand('editEntry', { done: () => say('corrected', { what }), canUndo: true })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changes = { ...changesOf(entry, before, { draft, today }), ...termsChanges(entry, terms) }
    if (Object.keys(changes).length === 0) return onClose()
    if ((await edit.run({ id: entry.id, changes })) !== null) onClose()
  }
  const wrong = (field: string) => edit.fieldRefusal(`changes.${field}`)
  return (
    <Dialog title={say('correctTitle')} form="narrow" onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <MoneyField
          label={entry.kind === 'bill' ? say('shownTotal') : say('amount')}
          value={draft.amount}
          onChange={(amount) => set({ amount })}
          refusal={wrong('amount') ?? wrong('shown')}
          focusFirst
        />
        {day === null ? null : (
          <DayField
            label={say('day')}
            leaning="past"
            value={draft.on}
            onChange={(on) => set({ on })}
            refusal={wrong('on')}
          />
        )}
        {hasTerms(entry) && terms !== null ? (
          <TermsFields entry={entry} draft={terms} onChange={setTerms} wrong={wrong} />
        ) : null}
        <TextField
          label={say('label')}
          value={draft.label}
          onChange={(label) => set({ label })}
          refusal={wrong('label')}
        />
        <TextField label={say('note')} value={draft.note} onChange={(note) => set({ note })} refusal={wrong('note')} />
        <p className="note">{say('correctNote')}</p>
        <FailureNote failure={edit.failure} />
        <div className="form-end">
          <Button kind="main" submit>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Only what was changed is sent. */
function changesOf(
  entry: Entry,
  before: Draft,
  { draft, today }: { readonly draft: Draft; readonly today: Day },
): RequestInput<'editEntry'>['changes'] {
  const amount = parseMoneyField(draft.amount)
  const on = parseDayField(draft.on, today, 'past')
  const amountText = amount.ok ? yuanText(amount.value) : draft.amount
  const onText = on.ok ? dayText(on.value) : draft.on
  return {
    ...(amountText === before.amount ? {} : entry.kind === 'bill' ? { shown: amountText } : { amount: amountText }),
    ...(onText === before.on ? {} : { on: onText }),
    ...(draft.label === before.label ? {} : { label: draft.label }),
    ...(draft.note === before.note ? {} : { note: draft.note }),
  }
}
