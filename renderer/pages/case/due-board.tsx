import { useState } from 'react'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import { Board, BoardRow } from '../../components/board.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'
import { ContactDialog } from './contact-dialog.tsx'

/** More of them would push the six steps out of sight. */
const DUE_SHOWN = 4

/** Promises, complaint days, notices and follow-ups, by their day; what lapsed says so. */
export function DueBoard({ due }: { readonly due: readonly CaseDue[] }) {
  const say = useWords(caseWords)
  const [all, setAll] = useState(false)
  const shown = all ? due : due.slice(0, DUE_SHOWN)
  const hidden = due.length - shown.length
  return (
    <Section title={say('due')} aside={say('dueNote')}>
      <Board label={say('due')}>
        {shown.map((one) => (
          <DueRow key={`${one.what}${one.of}${one.days}`} due={one} />
        ))}
      </Board>
      {hidden === 0 ? null : (
        <div className="row">
          <Button small kind="quiet" onPress={() => setAll(true)}>
            {say('dueMore', { n: hidden })}
          </Button>
        </div>
      )}
    </Section>
  )
}

function DueRow({ due }: { readonly due: CaseDue }) {
  const format = useFormat()
  return (
    <BoardRow
      day={<DayText day={due.on} form="short" weekday />}
      what={
        <>
          <Sentence code={`to-watch-${due.what}`} values={{ days: due.days ?? 0 }} room="case" />
          {due.lapsed ? <span className="tag is-attention case-tag">{format.distance(due.on)}</span> : null}
        </>
      }
      note={due.text === '' ? null : due.text}
      action={<DueActions due={due} />}
    />
  )
}

function DueActions({ due }: { readonly due: CaseDue }) {
  const say = useWords(caseWords)
  const [asking, setAsking] = useState(false)
  const settle = useCommand('settlePromise', { canUndo: true, done: () => say('promiseSettled') })
  const answer = useCommand('answerComplaint', { canUndo: true, done: () => say('complaintAnswered') })
  const review = useCommand('reviewNotice', { canUndo: true, done: () => say('noticeRead') })
  const id = due.of
  return (
    <span className="row">
      {due.what === 'promise' ? (
        <>
          <Button small onPress={() => void settle.run({ id, kept: true })}>
            {say('kept')}
          </Button>
          <Button small onPress={() => void settle.run({ id, kept: false })}>
            {say('broken')}
          </Button>
        </>
      ) : null}
      {due.what === 'complaint' ? (
        <Button small onPress={() => void answer.run({ id })}>
          {say('answered')}
        </Button>
      ) : null}
      {due.what === 'notice' ? (
        <Button small onPress={() => void review.run({ id })}>
          {say('read')}
        </Button>
      ) : null}
      {due.what === 'follow-up' || (due.lapsed && due.what !== 'notice') ? (
        <Button small onPress={() => setAsking(true)}>
          {say('askAgain')}
        </Button>
      ) : null}
      <FailureNote failure={settle.failure ?? answer.failure ?? review.failure} />
      {asking ? <ContactDialog onClose={() => setAsking(false)} /> : null}
    </span>
  )
}
