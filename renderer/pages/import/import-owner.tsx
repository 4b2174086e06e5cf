import { type FormEvent, useMemo, useState } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { importWords } from './import-words.ts'

/** A file that lost the lines which say whose it is: the user says it, and the file is read again so. */
export function ImportOwner({ onOwner }: { readonly onOwner: (owner: string) => void }) {
  const say = useWords(importWords)
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  const owners = useMemo(
    () => [...new Set((accounts ?? []).map(({ owner }) => owner))].filter((owner) => owner !== ''),
    [accounts],
  )
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onOwner(text.trim())
  }
  return (
    <form className="import-owner" onSubmit={submit}>
      <TextField label={say('ownerOther')} placeholder="137****6428" value={text} onChange={setText} />
      <Button small submit>
        {say('ownerRead')}
      </Button>
      {owners.map((owner) => (
        <Button key={owner} small kind="quiet" onPress={() => onOwner(owner)}>
          {say('ownerIs', { owner: shownText(owner) })}
        </Button>
      ))}
    </form>
  )
}
