import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'

/** What is paid by what from now on. */
export function WayToPayDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(caseWords)
  return (
    <Dialog title={say('addWay')} form="narrow" onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  )
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(caseWords)
  const [use, setUse] = useState('')
  const [label, setLabel] = useState('')
  const record = useCommand('recordWayToPay', { canUndo: true, done: () => say('wayDone') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await record.run({ use: use.trim(), label: label.trim() })) !== null) onClose()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <TextField label={say('wayUse')} placeholder={say('wayUsePlaceholder')} value={use} onChange={setUse} />
      <TextField label={say('wayLabel')} placeholder={say('wayLabelPlaceholder')} value={label} onChange={setLabel} />
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
