import './export.css'
import { useState } from 'react'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { Page } from '../../components/page.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import type { ExportDraft } from './export-draft.ts'
import { ExportOptions } from './export-options.tsx'
import { exportWords } from './export-words.ts'
import { FormatList } from './format-list.tsx'

/** The ledger as a file: which form, what it is for, what it cannot carry, and how it is saved. */
export function ExportPage() {
  const say = useWords(exportWords)
  return (
    <Page title={say('title')} note={say('note')}>
      <Answered answer={useAsk('getStatus', {})}>{(status) => <Export status={status} />}</Answered>
    </Page>
  )
}

function Export({ status }: { readonly status: LedgerStatus }) {
  const [draft, setDraft] = useState<ExportDraft>({
    format: 'csv',
    account: '',
    bom: false,
    amounts: !status.settings.hideAmounts,
    locked: false,
    passphrase: '',
    again: '',
  })
  const change = (changes: Partial<ExportDraft>) => setDraft((before) => ({ ...before, ...changes }))
  return (
    <div className="two">
      <FormatList format={draft.format} onChange={(format) => change({ format })} />
      <ExportOptions draft={draft} onChange={change} />
    </div>
  )
}
