import { useState } from 'react'
import type { Response } from '#shared/contract/contract.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { dayText } from '#shared/kernel/day.ts'
import { whyText } from '#shared/statement-files/why-text.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Side } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { HIDDEN_AMOUNT } from '../../i18n/format.ts'
import { usePreferences, useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { CorrectEntry } from './correct-entry.tsx'
import { entriesWords } from './entries-words.ts'
import { EntryChain } from './entry-chain.tsx'
import { accountOf, amountOf, dayOfEntry } from './entry-essentials.ts'
import { EntryFacts } from './entry-facts.tsx'
import { EntryHistory } from './entry-history.tsx'

type Opened = Response<'getEntry'>

/** One entry opened: what it says, where it comes from, how it was before, and how to put it right. */
export function EntrySide({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords(entriesWords)
  const answer = useAsk('getEntry', { id })
  const title = answer.state === 'here' ? say(`kind.${answer.value.entry.kind}`) : say('title')
  return (
    <Side title={title} onClose={onClose}>
      <Answered answer={answer}>{(opened) => <OpenedEntry opened={opened} onClose={onClose} />}</Answered>
    </Side>
  )
}

function OpenedEntry({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const say = useWords(entriesWords)
  const nameOf = useAccountName()
  const { entry } = opened
  const account = accountOf(entry)
  const on = dayOfEntry(entry)
  return (
    <div className="column">
      <div>
        <p className="label">
          {on === null ? null : <DayText day={on} form="year" weekday />} {account === null ? null : nameOf(account)}
        </p>
        <p>
          <Amount value={amountOf(entry)} form="answer" />
        </p>
        <p>{shownText(entry.label)}</p>
        {opened.withdrawn ? <p className="tag">{say('withdrawn')}</p> : null}
      </div>
      <dl className="facts">
        <EntryFacts entry={entry} />
        {entry.orderNo === null ? null : (
          <>
            <dt>{say('orderNo')}</dt>
            <dd className="second">{entry.orderNo}</dd>
          </>
        )}
        {entry.note === '' ? null : (
          <>
            <dt>{say('note')}</dt>
            <dd>{shownText(entry.note)}</dd>
          </>
        )}
      </dl>
      {opened.withdrawn ? null : <WhatToDo opened={opened} onClose={onClose} />}
      <Origin opened={opened} />
      <EntryChain opened={opened} />
      <EntryHistory opened={opened} />
    </div>
  )
}

function WhatToDo({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const say = useWords(entriesWords)
  const today = useToday()
  const [correcting, setCorrecting] = useState(false)
  const { entry } = opened
  const what = entry.label === '' ? say(`kind.${entry.kind}`) : entry.label
  const remove = useCommand('deleteEntry', { done: () => say('deleted', { what }), canUndo: true })
  const receipt = useCommand('confirmReceipt', { done: () => say('receiptDone'), canUndo: true })
  const removeNow = async () => {
    if ((await remove.run({ id: entry.id })) !== null) onClose()
  }
  return (
    <>
      <div className="row">
        {entry.kind === 'purchase' && entry.postedOn === null ? (
          <Button kind="main" onPress={() => void receipt.run({ id: entry.id, on: dayText(today) })}>
            {say('confirmReceipt')}
          </Button>
        ) : null}
        <Button onPress={() => setCorrecting(true)}>{say('correct')}</Button>
        <Button kind="quiet" onPress={() => void removeNow()}>
          {say('delete')}
        </Button>
      </div>
      <FailureNote failure={remove.failure ?? receipt.failure} />
      {correcting ? <CorrectEntry entry={entry} onClose={() => setCorrecting(false)} /> : null}
    </>
  )
}

function Origin({ opened }: { readonly opened: Opened }) {
  const say = useWords(entriesWords)
  const { language, hideAmounts } = usePreferences()
  const format = useFormat()
  const { origin } = opened
  return (
    <Section title={say('origin')}>
      {origin.kind === 'user' ? (
        <p className="label">{say('originUser', { at: format.instant(opened.changedAt) })}</p>
      ) : (
        <div className="stack">
          <p className="label">{say('originImport', { file: origin.file, line: origin.line })}</p>
          <p className="note">
            {say('originWhy')} <span className="second">{whyText(origin.why, language)}</span>
          </p>
          {origin.raw === '' ? null : (
            <>
              <p className="note">{say('originRaw')}</p>
              <p className="entry-raw">{hideAmounts ? HIDDEN_AMOUNT : origin.raw}</p>
            </>
          )}
        </div>
      )}
    </Section>
  )
}
