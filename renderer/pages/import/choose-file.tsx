import { type DragEvent, useState } from 'react'
import type { ChosenFile } from '#shared/contract/shell.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'

/** Drop a file, or choose one; beside it, where such a file comes from. */
export function ChooseFile({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const say = useWords(importWords)
  const [over, setOver] = useState(false)
  const pick = async () => {
    const file = await bridge.shell.pickFile('statement')
    if (file !== null) onFile(file)
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    const file = dropped === undefined ? null : await bridge.shell.fileFromDrop(dropped)
    if (file === null) showToast({ text: say('unreadable') })
    else onFile(file)
  }
  return (
    <div className="two">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way, the button inside is the other */}
      <div
        className={`import-drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
      >
        <Icon name="import" size={32} />
        <div>
          <h2>{say('dropTitle')}</h2>
          <p className="label prose">{say('dropText')}</p>
        </div>
        <Button kind="main" onPress={() => void pick()}>
          {say('pick')}
        </Button>
      </div>
      <Section title={say('whereFrom')}>
        <ol className="import-steps">
          {(['step1', 'step2', 'step3', 'step4'] as const).map((step) => (
            <li key={step}>{say(step)}</li>
          ))}
        </ol>
        <p className="note">{say('stepNote')}</p>
      </Section>
    </div>
  )
}
