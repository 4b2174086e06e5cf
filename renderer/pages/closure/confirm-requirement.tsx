import { type FormEvent, useState } from 'react'
import type { Closure, RequirementCode } from '#shared/outlook/answers.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { closureWords } from './closure-words.ts'

/** Something that only the user can know, said with a note and recorded with its day. */
export function ConfirmRequirement({ closure, code }: { readonly closure: Closure; readonly code: RequirementCode }) {
  const say = useWords(closureWords)
  const [open, setOpen] = useState(false)
  const what = say(`r.${code}`)
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {say('confirmDo')}
        <span className="unseen">{what}</span>
      </Button>
      {open ? (
        <Dialog title={say('confirmTitle', { what })} form="narrow" onClose={() => setOpen(false)}>
          <Form closure={closure} code={code} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  )
}

type FormProps = { readonly closure: Closure; readonly code: RequirementCode; readonly onDone: () => void }

function Form({ closure, code, onDone }: FormProps) {
  const { target, owner } = closure
  const say = useWords(closureWords)
  const [note, setNote] = useState('')
  const confirm = useCommand('confirmClosure', {
    canUndo: true,
    done: () => say('confirmed', { what: say(`r.${code}`) }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await confirm.run({ target, ...(owner === null ? {} : { owner }), code, note: note.trim() })) !== null)
      onDone()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={say('confirmNote')}
        placeholder={say('confirmNotePlaceholder')}
        value={note}
        focusFirst
        refusal={confirm.fieldRefusal('note')}
        onChange={setNote}
      />
      <p className="note prose">{say('confirmWhy')}</p>
      <FailureNote failure={confirm.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('confirmSave')}
        </Button>
      </div>
    </form>
  )
}
