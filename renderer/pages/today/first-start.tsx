import { type DragEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { chooseFileToImport } from '../../state/chosen-file.ts'
import { useCommand } from '../../state/use-command.ts'
import { todayWords } from './today-words.ts'

const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const

/** The real screen with nothing in it: where the answers will stand, and three ways to begin. */
export function FirstStart() {
  const say = useWords(todayWords)
  const language = useLanguage()
  const settings = useCommand('changeSettings')
  const languages = (
    <Segmented
      label={say('language')}
      choices={LANGUAGES}
      value={language}
      onChange={(chosen) => void settings.run({ language: chosen })}
    />
  )
  return (
    <Page title={say('startTitle')} note={say('startNote')} tools={languages}>
      <section className="lead" aria-label={say('startOwed')}>
        <div>
          <p className="label">{say('startOwed')}</p>
          <p className="amount-hero amount-unknown">{say('startUnknown')}</p>
          <p className="label">{say('startOwedNote')}</p>
        </div>
        <div className="lead-end">
          <p className="label">{say('startFree')}</p>
          <p className="answer-day amount-unknown">{say('startUnknown')}</p>
          <p className="label">{say('startFreeNote')}</p>
        </div>
      </section>
      <ol className="route unknown" aria-hidden="true">
        <li className="stop">{say('title')}</li>
        <li className="stop end">{say('startFreeEnd')}</li>
      </ol>
      <div className="two">
        <WaysToBegin />
        <WhereFrom />
      </div>
    </Page>
  )
}

function WaysToBegin() {
  const say = useWords(todayWords)
  const [, navigate] = useLocation()
  const [over, setOver] = useState(false)
  const language = useLanguage()
  const sample = useCommand('openSample')
  const pick = async () => {
    const file = await bridge.shell.pickFile('statement')
    if (file === null) return
    chooseFileToImport(file)
    navigate('/import')
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    const file = dropped === undefined ? null : await bridge.shell.fileFromDrop(dropped)
    if (file === null) return showToast({ text: say('fileUnreadable') })
    chooseFileToImport(file)
    navigate('/import')
  }
  return (
    <Section title={say('begin')} aside={say('beginNote')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way, the button inside is the other */}
      <div
        className={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
      >
        <Icon name="import" size={32} />
        <div>
          <h3>{say('dropTitle')}</h3>
          <p className="label">{say('dropText')}</p>
        </div>
        <Button kind="main" onPress={() => void pick()}>
          {say('pickFile')}
        </Button>
      </div>
      <ul className="begin">
        <Way
          title={say('enterBill')}
          text={say('enterBillText')}
          action={say('enterBillDo')}
          onPress={() => navigate('/accounts/new')}
        />
        <Way
          title={say('sample')}
          text={say('sampleText')}
          action={say('sampleDo')}
          onPress={() => void sample.run({ language })}
        />
      </ul>
      <FailureNote failure={sample.failure} />
    </Section>
  )
}

function Way(props: {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onPress: () => void
}) {
  return (
    <li>
      <span>
        {props.title}
        <small>{props.text}</small>
      </span>
      <Button onPress={props.onPress}>{props.action}</Button>
    </li>
  )
}

function WhereFrom() {
  const say = useWords(todayWords)
  return (
    <Section title={say('whereFrom')}>
      <ol className="numbered">
        <li>{say('step1')}</li>
        <li>{say('step2')}</li>
        <li>
          {say('step3')}
          <small>{say('step3Note')}</small>
        </li>
        <li>{say('step4')}</li>
        <li>{say('step5')}</li>
      </ol>
      <p className="note">{say('stepNote')}</p>
    </Section>
  )
}
