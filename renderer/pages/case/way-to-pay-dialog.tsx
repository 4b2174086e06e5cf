import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'
import { FactDialog, FactForm, useFactDraft } from './fact-form.tsx'

type Props = { readonly onClose: () => void }

/** What is paid by what from now on. */
export function WayToPayDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <FactDialog title={say('addWay')} onClose={props.onClose}>
      <Form {...props} />
    </FactDialog>
  )
}

function Form({ onClose }: Props) {
  const say = useWords(caseWords)
  const record = useCommand('recordWayToPay', { canUndo: true, done: () => say('wayDone') })
  const { draft, at } = useFactDraft(() => ({ use: '', label: '' }), record)
  const request = () => ({ use: draft.use.trim(), label: draft.label.trim() })
  return (
    <FactForm record={record} request={request} onClose={onClose}>
      <TextField label={say('wayUse')} placeholder={say('wayUsePlaceholder')} {...at('use')} />
      <TextField label={say('wayLabel')} placeholder={say('wayLabelPlaceholder')} {...at('label')} />
    </FactForm>
  )
}
