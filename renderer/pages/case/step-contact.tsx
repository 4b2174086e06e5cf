import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '#shared/contract/case-views.ts'
import type { Contact } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { Attachments } from './attachments.tsx'
import { caseWords, guideWords, useStepName } from './case-words.ts'
import { ContactDialog } from './contact-dialog.tsx'

const QUESTIONS = ['ask.1', 'ask.2', 'ask.3', 'ask.4', 'ask.5', 'ask.6', 'ask.7', 'ask.8'] as const
const READY = ['ready.1', 'ready.2', 'ready.3', 'ready.4', 'ready.5', 'ready.6'] as const
const LADDER = ['ladder.1', 'ladder.2', 'ladder.3', 'ladder.4'] as const
const WARNINGS = ['beware.1', 'beware.2', 'beware.3', 'beware.4'] as const

/** Step 2: what was said so far, what to ask and to have ready, whom to turn to next, what to beware of. */
export function StepContact({ view }: { readonly view: CaseView }) {
  const guide = useWords(guideWords)
  return (
    <>
      <Contacts view={view} />
      <div className="two case-two">
        <Guide title={guide('askTitle')} lines={QUESTIONS} />
        <Guide title={guide('readyTitle')} lines={READY} />
      </div>
      <Section title={guide('scriptTitle')} aside={guide('scriptNote')}>
        <blockquote className="case-script">
          {(['script.1', 'script.2', 'script.3', 'script.4'] as const).map((key) => (
            <p key={key}>{guide(key)}</p>
          ))}
        </blockquote>
      </Section>
      <Guide title={guide('ladderTitle')} lines={LADDER} numbered />
      <aside className="call" aria-label={guide('bewareTitle')}>
        <Icon name="warn" />
        <p className="strong">{guide('bewareTitle')}</p>
        <ul className="case-points">
          {WARNINGS.map((key) => (
            <li key={key}>{guide(key)}</li>
          ))}
        </ul>
      </aside>
    </>
  )
}

type GuideKey = (typeof QUESTIONS | typeof READY | typeof LADDER)[number]

function Guide(props: { readonly title: string; readonly lines: readonly GuideKey[]; readonly numbered?: boolean }) {
  const guide = useWords(guideWords)
  const List = props.numbered ? 'ol' : 'ul'
  return (
    <Section title={props.title}>
      <List className={props.numbered ? 'case-points is-numbered' : 'case-points'}>
        {props.lines.map((key) => (
          <li key={key}>{guide(key)}</li>
        ))}
      </List>
    </Section>
  )
}

/** The newest ones; what to ask and to have ready stands below them and has to stay near. */
const CONTACTS_SHOWN = 5

function Contacts({ view }: { readonly view: CaseView }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const { contacts, contactCount } = view
  const shown = all ? contacts : contacts.slice(0, CONTACTS_SHOWN)
  const more = contacts.length - shown.length
  return (
    <Section title={stepName('contact')} aside={say('contactCount', { n: contactCount })}>
      {contacts.length === 0 ? <p className="second prose">{say('noContact')}</p> : null}
      <ul className="case-contacts">
        {shown.map((contact) => (
          <OneContact key={contact.id} contact={contact} view={view} />
        ))}
      </ul>
      {more > 0 ? (
        <div className="row">
          <Button small kind="quiet" onPress={() => setAll(true)}>
            {say('contactMore', { n: more })}
          </Button>
        </div>
      ) : null}
      {more === 0 && contactCount > contacts.length ? (
        <p className="note">
          <Link href="/case/talk">{say('contactRest', { n: contactCount - contacts.length })}</Link>
        </p>
      ) : null}
      <div className="row case-after">
        <Button icon="plus" onPress={() => setAdding(true)}>
          {say('recordContact')}
        </Button>
      </div>
      {adding ? <ContactDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

function OneContact({ contact, view }: { readonly contact: Contact; readonly view: CaseView }) {
  const say = useWords(caseWords)
  const nameOf = useAccountName()
  const [correcting, setCorrecting] = useState(false)
  const remove = useCommand('withdrawCaseFact', { canUndo: true, done: () => say('removed') })
  const { promise, complaint } = contact
  const facts = [
    contact.account === null ? '' : nameOf(contact.account),
    contact.agent === '' ? '' : say('agentIs', { agent: contact.agent }),
    contact.ticket === '' ? '' : say('ticketIs', { ticket: contact.ticket }),
  ].filter((text) => text !== '')
  return (
    <li>
      <p>
        <b>
          <DayText day={contact.on} weekday /> {contact.time}
        </b>{' '}
        {say(`channel.${contact.channel}`)} <span className="second">{facts.join(' · ')}</span>
      </p>
      {contact.reason === '' ? null : <p>{say('reasonIs', { reason: contact.reason })}</p>}
      {contact.said === '' ? null : <p className="case-said">{contact.said}</p>}
      {promise === null ? null : (
        <p>
          {say.rich(promise.settled === null ? 'promiseOpen' : promise.settled.kept ? 'promiseKept' : 'promiseBroken', {
            what: promise.what,
            by: <DayText key="by" day={promise.by} />,
          })}
        </p>
      )}
      {complaint === null ? null : (
        <p>
          {complaint.answeredOn === null
            ? say('complaintOpen')
            : say.rich('complaintClosed', { day: <DayText key="day" day={complaint.answeredOn} /> })}
        </p>
      )}
      <Attachments of={contact.id} attachments={view.attachments} />
      <FailureNote failure={remove.failure} />
      <div className="row">
        <Button small kind="quiet" onPress={() => setCorrecting(true)}>
          {say('correct')}
        </Button>
        <Button small kind="quiet" onPress={() => void remove.run({ id: contact.id })}>
          {say('remove')}
        </Button>
      </div>
      {correcting ? <ContactDialog contact={contact} onClose={() => setCorrecting(false)} /> : null}
    </li>
  )
}
