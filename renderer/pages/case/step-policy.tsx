import { useState } from 'react'
import type { CaseView } from '#shared/contract/case-views.ts'
import type { Notice } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { Attachments } from './attachments.tsx'
import { caseWords, guideWords, useStepName } from './case-words.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { NoticeEffectLine } from './notice-effect-line.tsx'

/** Step 5: what the lender announced, from when it holds, and what that changes under the plan. */
export function StepPolicy({ view }: { readonly view: CaseView }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const guide = useWords(guideWords)
  const [open, setOpen] = useState(false)
  return (
    <Section title={stepName('policy')} aside={say('noticeCount', { n: view.notices.length })}>
      <p className="label prose">{guide('policyHow')}</p>
      <ul className="case-contacts">
        {view.notices.map((notice) => (
          <OneNotice key={notice.id} notice={notice} view={view} />
        ))}
      </ul>
      <div className="row case-after">
        <Button icon="plus" onPress={() => setOpen(true)}>
          {say('recordNotice')}
        </Button>
      </div>
      {open ? <NoticeDialog onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}

function OneNotice({ notice, view }: { readonly notice: Notice; readonly view: CaseView }) {
  const say = useWords(caseWords)
  const nameOf = useAccountName()
  const [correcting, setCorrecting] = useState(false)
  const review = useCommand('reviewNotice', { canUndo: true, done: () => say('noticeRead') })
  const remove = useCommand('withdrawCaseFact', { canUndo: true, done: () => say('removed') })
  const { id, account, from } = notice
  return (
    <li>
      <p>
        <b>
          <DayText day={notice.on} form="year" />
        </b>{' '}
        {notice.source} <span className="second">{account === null ? '' : nameOf(account)}</span>
      </p>
      {notice.text === '' ? null : <p className="case-said">{notice.text}</p>}
      {notice.link === '' ? null : <p className="note case-link">{notice.link}</p>}
      {from === null || account === null ? null : (
        <>
          <p>
            {say.rich('termsFrom', {
              day: <DayText key="day" day={from} form="year" />,
              n: Object.keys(notice.set).length,
            })}
          </p>
          <NoticeEffectLine request={{ id }} />
        </>
      )}
      <Attachments of={id} attachments={view.attachments} />
      <FailureNote failure={review.failure ?? remove.failure} />
      <div className="row">
        {notice.reviewedOn === null ? (
          <Button small onPress={() => void review.run({ id })}>
            {say('read')}
          </Button>
        ) : (
          <span className="note">{say.rich('readOn', { day: <DayText key="day" day={notice.reviewedOn} /> })}</span>
        )}
        <Button small kind="quiet" onPress={() => setCorrecting(true)}>
          {say('correct')}
        </Button>
        <Button small kind="quiet" onPress={() => void remove.run({ id })}>
          {say('remove')}
        </Button>
      </div>
      {correcting ? <NoticeDialog notice={notice} onClose={() => setCorrecting(false)} /> : null}
    </li>
  )
}
