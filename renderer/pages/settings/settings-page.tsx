import { countText } from '#shared/contract/texts/text.ts'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { CheckField } from '../../components/select-field.tsx'
import { showToast } from '../../components/toast-list.ts'
import license from '../../fonts/OFL.txt?url'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { MoveLedger } from './move-ledger.tsx'
import { Reminders } from './reminders.tsx'
import { settingsWords } from './settings-words.ts'
import { UndoDepth } from './undo-depth.tsx'

export function SettingsPage() {
  const say = useWords(settingsWords)
  return (
    <Page title={say('title')}>
      <Answered answer={useAsk('getStatus', {})}>
        {(status) => (
          <div className="two">
            <div className="column">
              <Screen status={status} />
              <Reminders status={status} />
              <Privacy status={status} />
            </div>
            <div className="column">
              <LedgerFile status={status} />
              <UndoDepth status={status} />
              {status.sample ? null : <Sample />}
              <About />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  )
}

const SIZES = [100, 110, 125, 150, 175, 200] as const

function Screen({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(settingsWords)
  const change = useCommand('changeSettings')
  const { language, theme, hideAmounts, textSize } = status.settings
  return (
    <Section title={say('screen')}>
      <div className="form">
        <div className="field">
          <span className="field-name">{say('language')}</span>
          <Segmented
            label={say('language')}
            value={language}
            onChange={(chosen) => void change.run({ language: chosen })}
            choices={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
              { value: 'system', label: say('language.system') },
            ]}
          />
        </div>
        <div className="field">
          <span className="field-name">{say('theme')}</span>
          <Segmented
            label={say('theme')}
            value={theme}
            onChange={(chosen) => void change.run({ theme: chosen })}
            choices={[
              { value: 'light', label: say('theme.light') },
              { value: 'dark', label: say('theme.dark') },
              { value: 'system', label: say('theme.system') },
            ]}
          />
        </div>
        <div className="field">
          <span className="field-name">{say('textSize')}</span>
          <Segmented
            label={say('textSize')}
            value={`${textSize}`}
            onChange={(chosen) => void change.run({ textSize: SIZES.find((size) => `${size}` === chosen) ?? 100 })}
            choices={SIZES.map((size) => ({ value: `${size}`, label: `${size}%` }))}
          />
        </div>
        <CheckField
          label={say('hide')}
          note={say('hideNote')}
          checked={hideAmounts}
          onChange={(chosen) => void change.run({ hideAmounts: chosen })}
        />
        <FailureNote failure={change.failure} />
      </div>
    </Section>
  )
}

function Privacy({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(settingsWords)
  const change = useCommand('changeSettings')
  return (
    <Section title={say('privacy')}>
      <div className="form">
        <CheckField
          label={say('keepText')}
          note={say('keepTextNote')}
          checked={status.settings.keepUnrelatedText}
          onChange={(chosen) => void change.run({ keepUnrelatedText: chosen })}
        />
        <p className="note prose">{say('privacyNote')}</p>
        <FailureNote failure={change.failure} />
      </div>
    </Section>
  )
}

function LedgerFile({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(settingsWords)
  const copyPath = async () => {
    await bridge.shell.copyText(status.path)
    showToast({ text: say('pathCopied') })
  }
  return (
    <Section title={say('ledger')}>
      <div className="stack">
        <p>{say('ledgerCount', { accounts: status.accounts, entries: countText(status.entries) })}</p>
        <p className="note">
          {say('ledgerPath')} <span className="second">{status.path}</span>
        </p>
        <div className="row">
          <Button small onPress={() => void copyPath()}>
            {say('copyPath')}
          </Button>
        </div>
        {status.sample ? null : <MoveLedger />}
        <p className="note">
          {status.recordsCurrentOn === null ? (
            say('recordsNever')
          ) : (
            <>
              {say('recordsCurrent')} <DayText day={status.recordsCurrentOn} form="column" />
            </>
          )}
        </p>
      </div>
    </Section>
  )
}

function Sample() {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const open = useCommand('openSample')
  return (
    <Section title={say('sample')}>
      <div className="stack">
        <p className="label">{say('sampleText')}</p>
        <div className="row">
          <Button onPress={() => void open.run({ language })}>{say('sampleOpen')}</Button>
        </div>
        <FailureNote failure={open.failure} />
      </div>
    </Section>
  )
}

function About() {
  const say = useWords(settingsWords)
  return (
    <Section title={say('about')}>
      <div className="stack">
        <p>{say('version', { version: bridge.shell.version })}</p>
        <p className="label">{say('aboutText')}</p>
        <p className="note">
          {say('fontLicense')}
          <a href={license} target="_blank" rel="noreferrer">
            {say('fontLicenseLink')}
          </a>
        </p>
      </div>
    </Section>
  )
}
