import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'

/** Asks for the password of an archive: six digits in Alipay's messages, shown as typed since it opens nothing else. */
export function ZipPassword({ onPassword }: { readonly onPassword: (password: string) => void }) {
  const say = useWords(importWords)
  const [password, setPassword] = useState('')
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        if (password.trim() !== '') onPassword(password.trim())
      }}
    >
      <TextField label={say('zipPassword')} inputMode="numeric" value={password} onChange={setPassword} focusFirst />
      <Button kind="main" submit>
        {say('zipOpen')}
      </Button>
    </form>
  )
}
