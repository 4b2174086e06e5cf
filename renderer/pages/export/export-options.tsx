import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { type ExportDraft, hasAccount, hasAmounts, hasBom, missingOf } from './export-draft.ts'
import { exportWords } from './export-words.ts'
import { useSaveExport } from './use-save-export.ts'

type Options = { readonly draft: ExportDraft; readonly onChange: (changes: Partial<ExportDraft>) => void }

/** What the chosen form cannot carry, what can be chosen for it, and the button. */
export function ExportOptions({ draft, onChange }: Options) {
  const say = useWords(exportWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const chosen = { ...draft, account: draft.account === '' ? (accounts[0]?.id ?? '') : draft.account }
  const { save, busy, failure } = useSaveExport()
  const { format } = draft
  const missing = missingOf(chosen)
  return (
    <div className="column">
      <Section title={say('cannot')}>
        <p className="label prose" aria-live="polite">
          {say(`cannot.${format}`)}
        </p>
      </Section>
      <Section title={say('options')}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            if (missing === null && !busy) void save(chosen)
          }}
        >
          {hasAccount(format) && accounts.length > 0 ? (
            <SelectField
              label={say('account')}
              value={chosen.account}
              onChange={(account) => onChange({ account })}
              choices={accounts.map((account) => ({ value: account.id, label: nameOf(account) }))}
            />
          ) : null}
          {hasBom(format) ? (
            <CheckField
              label={say('bom')}
              note={say('bomNote')}
              checked={draft.bom}
              onChange={(bom) => onChange({ bom })}
            />
          ) : null}
          {hasAmounts(format) ? (
            <CheckField
              label={say('amounts')}
              note={say('amountsNote')}
              checked={draft.amounts}
              onChange={(amounts) => onChange({ amounts })}
            />
          ) : null}
          <CheckField
            label={say('lock')}
            note={say('lockNote')}
            checked={draft.locked}
            onChange={(locked) => onChange({ locked, passphrase: '', again: '' })}
          />
          {draft.locked ? <Passphrase draft={draft} onChange={onChange} /> : null}
          <div className="form-end">
            <Button kind="main" icon="export" submit cannot={missing === null ? null : say(WHY[missing])}>
              {say('save')}
            </Button>
          </div>
          <p className="note" aria-live="polite">
            {busy ? say(draft.locked ? 'locking' : 'making') : say('privacy')}
          </p>
          <FailureNote failure={failure} />
        </form>
      </Section>
    </div>
  )
}

const WHY = { account: 'accountNone', passphrase: 'passphrase', again: 'differ' } as const

/** Typed twice, because what is hidden while it is typed is easily mistyped, and nobody can open the file then. */
function Passphrase({ draft, onChange }: Options) {
  const say = useWords(exportWords)
  const differ = draft.again !== '' && draft.again !== draft.passphrase
  return (
    <>
      <TextField
        secret
        label={say('passphrase')}
        value={draft.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
      />
      <TextField
        secret
        label={say('again')}
        value={draft.again}
        note={differ ? say('differ') : undefined}
        onChange={(again) => onChange({ again })}
      />
    </>
  )
}
