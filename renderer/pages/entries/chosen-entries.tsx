import { type FormEvent, useState } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import type { LeftAlone } from '#shared/contract/many-views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { type ChosenEntries, MOST_CHOSEN } from '../../state/use-chosen-entries.ts'
import { useCommand } from '../../state/use-command.ts'
import { entriesWords } from './entries-words.ts'

type Change = RequestInput<'changeEntries'>['change']

/** What can be done with several entries; each is one action of the history. */
export function ChosenBar(props: {
  readonly chosen: ChosenEntries
  readonly total: number
  readonly onLeft: (left: readonly LeftAlone[]) => void
}) {
  const say = useWords(entriesWords)
  const today = useToday()
  const [editing, setEditing] = useState(false)
  const { chosen, total } = props
  const change = useCommand('changeEntries')
  const run = async (what: Change): Promise<boolean> => {
    const done = await change.run({ ids: [...chosen.ids], change: what })
    if (done === null) return false
    showToast({ text: say(`done.${what.kind}`, { n: done.changed }), undo: true })
    props.onLeft(done.left)
    chosen.clear()
    return true
  }
  const all = Math.min(total, MOST_CHOSEN)
  return (
    <section className="chosen" aria-label={say('chosenName')}>
      <p role="status">
        {say('chosen', { n: chosen.ids.size })}
        {chosen.ids.size < all ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => void chosen.chooseAll()}>
              {say(total > MOST_CHOSEN ? 'chooseFirst' : 'chooseAll', { n: all })}
            </button>
          </>
        ) : null}
      </p>
      <Button small onPress={() => setEditing(true)}>
        {say('editMany')}
      </Button>
      <Button small onPress={() => void run({ kind: 'received', on: dayText(today) })}>
        {say('confirmReceipt')}
      </Button>
      <Button small onPress={() => void run({ kind: 'delete' })}>
        {say('delete')}
      </Button>
      <Button small kind="quiet" onPress={chosen.clear}>
        {say('unchoose')}
      </Button>
      <FailureNote failure={editing ? null : change.failure} />
      {editing ? (
        <EditMany
          count={chosen.ids.size}
          failure={<FailureNote failure={change.failure} />}
          onClose={() => setEditing(false)}
          onSend={run}
        />
      ) : null}
    </section>
  )
}

/** Only what is filled in is changed; the rest of each entry stays as it is. */
function EditMany(props: {
  readonly count: number
  readonly failure: React.ReactNode
  readonly onClose: () => void
  readonly onSend: (change: Change) => Promise<boolean>
}) {
  const say = useWords(entriesWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const [draft, setDraft] = useState({ account: '', label: '', note: '' })
  const given = Object.fromEntries(Object.entries(draft).filter(([, text]) => text.trim() !== ''))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await props.onSend({ kind: 'edit', ...given })) props.onClose()
  }
  return (
    <Dialog title={say('editManyTitle', { n: props.count })} form="narrow" onClose={props.onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p className="label">{say('editManyText')}</p>
        <SelectField
          label={say('account')}
          value={draft.account}
          onChange={(account) => setDraft({ ...draft, account })}
          choices={[
            { value: '', label: say('unchanged') },
            ...accounts.map((account) => ({ value: account.id, label: nameOf(account) })),
          ]}
        />
        <TextField label={say('label')} value={draft.label} onChange={(label) => setDraft({ ...draft, label })} />
        <TextField label={say('note')} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} />
        {props.failure}
        <div className="form-end">
          <Button kind="main" submit cannot={Object.keys(given).length === 0 ? say('editManyText') : null}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
