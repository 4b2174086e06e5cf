import { useMemo, useState } from 'react'
import type { SaveOutcome } from '#shared/contract/shell.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { ownersOf } from '#shared/outlook/closure/targets.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { CheckField } from '../../components/select-field.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { closurePerson } from '../../state/closure-person.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { bytesOf } from './base64.ts'
import { caseWords } from './case-words.ts'
import { printDossier } from './print-dossier.ts'
import { choiceOf, RedactionList } from './redaction-list.tsx'

/** No owner's name: a name holds no control character. */
const ALL = '\0'

/** The closure dossier on paper, as PDF or as a page, and the complaint pack; in either language, with or without names. */
export function DossierActions() {
  const say = useWords(caseWords)
  const [language, setLanguage] = useState<TextLanguage>(useLanguage())
  const [redact, setRedact] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const found = hereOrNull(useAsk('listRedactionWords', {}, { enabled: redact }))
  const names = choiceOf(found ?? [], words)
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  const owners = useMemo(() => ownersOf(accounts ?? []), [accounts])
  const [chosen, setChosen] = useState(closurePerson)
  // What is handed to a lender about one's own debt holds nothing of a relative's, unless that is wanted.
  const owner = owners.length < 2 || chosen === ALL ? undefined : owners.includes(chosen ?? '') ? chosen! : owners[0]
  const asked = { language, redact, hide: [...names.hide], keep: [...names.keep], ...(owner && { owner }) }
  const make = useCommand('exportFile')
  const pack = useCommand('makeComplaintPack')
  const tell = (outcome: SaveOutcome) => {
    if (outcome.kind === 'saved' || outcome.kind === 'handed-over')
      showToast({ text: say('fileMade', { name: outcome.name }) })
    if (outcome.kind === 'failed') showToast({ text: say('saveFailed', { code: outcome.code }) })
  }
  const dossier = () => make.run({ format: 'dossier', ...asked })
  const print = async () => {
    const file = await dossier()
    if (file === null) return
    const outcome = await printDossier(file)
    // A browser does not tell what became of its print dialog.
    if (outcome.kind !== 'handed-over') tell(outcome)
  }
  const savePage = async () => {
    const file = await dossier()
    if (file !== null) tell(await bridge.shell.saveFile({ suggestedName: file.name, content: file.text }))
  }
  const savePack = async () => {
    const file = await pack.run(asked)
    if (file !== null) tell(await bridge.shell.saveFile({ suggestedName: file.name, content: bytesOf(file.base64) }))
  }
  return (
    <Section title={say('dossier')} aside={say('dossierNote')}>
      <div className="stack">
        <div className="row case-dossier">
          <Segmented
            label={say('dossierLanguage')}
            small
            choices={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            onChange={setLanguage}
          />
          {owners.length < 2 ? null : (
            <Segmented
              label={say('dossierWhose')}
              small
              choices={[
                ...owners.map((one) => ({ value: one, label: shownText(one) })),
                { value: ALL, label: say('dossierAll') },
              ]}
              value={owner ?? ALL}
              onChange={setChosen}
            />
          )}
          <CheckField label={say('redact')} note={say('redactNote')} checked={redact} onChange={setRedact} />
        </div>
        {redact && found !== null ? <RedactionList found={found} text={words} onChange={setWords} /> : null}
        <div className="row">
          <Button kind="main" onPress={() => void print()}>
            {say(bridge.shell.can.savePdf ? 'savePdf' : 'printPdf')}
          </Button>
          <Button icon="export" onPress={() => void savePage()}>
            {say('savePage')}
          </Button>
          <Button icon="export" onPress={() => void savePack()}>
            {say('savePack')}
          </Button>
        </div>
        <FailureNote failure={make.failure ?? pack.failure} />
      </div>
    </Section>
  )
}
