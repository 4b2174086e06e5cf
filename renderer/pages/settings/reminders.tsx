import { useEffect, useState } from 'react'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { remindersWords } from '../../i18n/reminders-words.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReminderWords } from '../../state/use-reminders.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** When the app reminds, what it can and cannot do here, and the file for when it is closed. */
export function Reminders({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(remindersWords)
  const { reminders, quietFrom, quietUntil } = status.settings
  const change = useCommand('changeSettings')
  const hours = HOURS.map((n) => ({ value: String(n), label: say('hour', { n }) }))
  return (
    <Section title={say('section')}>
      <div className="form">
        <CheckField
          label={say('on')}
          note={say('onNote')}
          checked={reminders}
          onChange={(on) => void change.run({ reminders: on })}
        />
        {reminders ? (
          <div className="row reminders-quiet">
            <SelectField
              label={say('quietFrom')}
              choices={hours}
              value={String(quietFrom)}
              onChange={(hour) => void change.run({ quietFrom: Number(hour) })}
            />
            <SelectField
              label={say('quietUntil')}
              choices={hours}
              value={String(quietUntil)}
              onChange={(hour) => void change.run({ quietUntil: Number(hour) })}
            />
          </div>
        ) : null}
        <StartAtLogin />
        <p className="note prose">{say(bridge.shell.kind === 'desktop' ? 'desktopOnly' : 'browserOnly')}</p>
        <Offers />
        <FailureNote failure={change.failure} />
        {reminders ? <Coming /> : null}
      </div>
    </Section>
  )
}

function StartAtLogin() {
  const say = useWords(remindersWords)
  const [on, setOn] = useState<boolean | null>(null)
  useEffect(() => {
    if (bridge.shell.can.startAtLogin) void bridge.shell.startAtLogin().then(setOn)
  }, [])
  if (!bridge.shell.can.startAtLogin || on === null) return null
  return (
    <CheckField
      label={say('login')}
      note={say('loginNote')}
      checked={on}
      onChange={(next) => void bridge.shell.setStartAtLogin(next).then(setOn)}
    />
  )
}

function Offers() {
  const say = useWords(remindersWords)
  const language = useLanguage()
  const make = useCommand('exportFile')
  const tryIt = async () => {
    const isShown = await bridge.shell.notify({ title: say('tryTitle'), body: say('tryBody') })
    showToast({ text: say(isShown ? 'tried' : 'cannotNotify') })
  }
  const save = async () => {
    const file = await make.run({ format: 'ics', language })
    if (file === null) return
    const saved = await bridge.shell.saveFile({ suggestedName: file.name, content: file.text })
    if (saved.kind === 'failed') showToast({ text: say('icsFailed', { code: saved.code }) })
    else if (saved.kind !== 'canceled') showToast({ text: say('icsDone', { name: saved.name }) })
  }
  return (
    <>
      <div className="row">
        <Button small onPress={() => void tryIt()}>
          {say('tryIt')}
        </Button>
        <Button small icon="export" onPress={() => void save()}>
          {say('ics')}
        </Button>
      </div>
      <p className="note">{say('icsNote')}</p>
      <FailureNote failure={make.failure} />
    </>
  )
}

const MOST_COMING = 6

function Coming() {
  const say = useWords(remindersWords)
  const words = useReminderWords()
  const all = hereOrNull(useAsk('listReminders', {}))
  if (all === null) return null
  return (
    <div className="field">
      <span className="field-name">{say('coming')}</span>
      {all.length === 0 ? <p className="note">{say('comingNone')}</p> : null}
      <table className="grid-table dense" aria-label={say('coming')}>
        <tbody>
          {all.slice(0, MOST_COMING).map((one) => (
            <tr key={one.key}>
              <th scope="row" className="shrink">
                <DayText day={one.on} form="short" weekday />
              </th>
              <td>{words(one).coming}</td>
              <td className="number">{one.amount === null ? null : <Amount value={one.amount} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > MOST_COMING ? <p className="note">{say('comingMore', { n: all.length - MOST_COMING })}</p> : null}
    </div>
  )
}
