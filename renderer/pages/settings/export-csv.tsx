import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { settingsWords } from './settings-words.ts'

/** All entries as a CSV that imports back without loss; with a byte order mark for Excel. */
export function ExportCsv() {
  const say = useWords(settingsWords)
  const make = useCommand('exportFile')
  const save = async (bom: boolean) => {
    const file = await make.run({ format: 'csv', bom })
    if (file === null) return
    const outcome = await bridge.shell.saveFile({ suggestedName: file.name, content: file.text })
    if (outcome.kind === 'saved') showToast({ text: say('exportDone', { name: outcome.name }) })
    if (outcome.kind === 'handed-over') showToast({ text: say('exportHanded', { name: outcome.name }) })
    if (outcome.kind === 'failed') showToast({ text: say('exportFailed', { code: outcome.code }) })
  }
  return (
    <Section title={say('exportTitle')}>
      <div className="stack">
        <p className="label">{say('exportText')}</p>
        <div className="row">
          <Button icon="export" onPress={() => void save(false)}>
            {say('exportDo')}
          </Button>
          <Button onPress={() => void save(true)}>{say('exportExcel')}</Button>
        </div>
        <FailureNote failure={make.failure} />
      </div>
    </Section>
  )
}
