import { useState } from 'react'
import type { CheckView, DoctorReport } from '#shared/contract/safety-views.ts'
import { doctorTexts } from '#shared/contract/texts/doctor-texts.ts'
import { countText } from '#shared/contract/texts/text.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { backupsWords } from './backups-words.ts'

/** Looks at the ledger when asked, repairs what can be proved, reads out what can be read, and tells a helper about it. */
export function Doctor({ isBroken = false }: { readonly isBroken?: boolean }) {
  const say = useWords(backupsWords)
  const [report, setReport] = useState<DoctorReport | null>(null)
  const examine = useCommand('examine')
  const repair = useCommand('repair', { done: () => say('repaired'), canUndo: true })
  const salvage = useCommand('salvage')
  const told = useCommand('getReport')
  const keep = (next: DoctorReport | null): void => setReport(next ?? report)
  const readOut = async () => {
    const result = await salvage.run({})
    if (result !== null) {
      const { rows, lost, more, files } = result
      const words = more ? 'salvagedPart' : 'salvaged'
      showToast({ text: say(words, { rows: countText(rows), lost, file: files[0] ?? '' }) })
    }
  }
  const copy = async () => {
    const made = await told.run({})
    if (made === null) return
    await bridge.shell.copyText(`${bridge.shell.version} ${bridge.shell.kind}\n${made.text}`)
    showToast({ text: say('reportCopied') })
  }
  const problems = report?.checks.filter(({ count }) => count > 0) ?? []
  return (
    <Section title={say('doctor')}>
      <div className="stack">
        <p className="label prose">{say('doctorText')}</p>
        {report === null ? null : <Findings report={report} problems={problems} />}
        <div className="row">
          <Button onPress={() => void examine.run({}).then(keep)}>{say(examine.busy ? 'examining' : 'examine')}</Button>
          {problems.some(({ repairable }) => repairable) ? (
            <Button kind="main" onPress={() => void repair.run({}).then(keep)}>
              {say('repair')}
            </Button>
          ) : null}
          {isBroken || problems.length > 0 || report?.closedBy ? (
            <Button onPress={() => void readOut()}>{say('salvage')}</Button>
          ) : null}
          <Button onPress={() => void copy()}>{say('report')}</Button>
        </div>
        <p className="note prose">{say('reportNote')}</p>
        <FailureNote failure={examine.failure ?? repair.failure ?? salvage.failure ?? told.failure} />
      </div>
    </Section>
  )
}

function Findings(props: { readonly report: DoctorReport; readonly problems: readonly CheckView[] }) {
  const say = useWords(backupsWords)
  const language = useLanguage()
  const { report, problems } = props
  if (problems.length === 0 && report.closedBy === null)
    return (
      <p className="state is-safe" role="status">
        <Icon name="shield" />
        {say('sound', { count: report.checks.length })}
      </p>
    )
  const isBeyond = problems.some(({ repairable }) => !repairable)
  return (
    <ul role="status">
      {report.closedBy === null ? null : <li className="state is-attention">{say('closed')}</li>}
      {problems.map(({ check, count, repairable }) => (
        <li key={check} className="state is-attention">
          <Icon name="warn" />
          {say('finding', { what: doctorTexts[check]?.[language] ?? check, count })}
          {repairable ? ` · ${say('repairable')}` : ''}
        </li>
      ))}
      {isBeyond ? <li className="second">{say('beyond')}</li> : null}
    </ul>
  )
}
