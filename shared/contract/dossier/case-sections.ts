import { addDays, dayText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { COMPLAINT_DAYS } from '#shared/ledger/case/case-due.ts'
import {
  type CaseFact,
  COMPARED_FIGURES,
  type Comparison,
  type Contact,
  type Notice,
} from '#shared/ledger/case/case-fact.ts'
import { noticeEffect } from '#shared/outlook/case/notice-effect.ts'
import { channelTexts } from '../texts/case-texts.ts'
import { type Dossier, grouped } from './dossier-facts.ts'
import { element, type Html, nothing, section, table } from './html.ts'

/** What was said, announced, compared and attached, and everything in the order in which it happened. */
export const caseSections = (dossier: Dossier): readonly Html[] => [
  talkSection(dossier),
  noticesSection(dossier),
  comparisonsSection(dossier),
  channelsSection(dossier),
  chronologySection(dossier),
  attachmentsSection(dossier),
]

const ofKind = <K extends CaseFact['kind']>({ facts }: Dossier, kind: K) =>
  facts.filter((fact): fact is Extract<CaseFact, { kind: K }> => fact.kind === kind)

function talkSection(dossier: Dossier): Html {
  const { say, nameOf } = dossier
  const closings = ofKind(dossier, 'system-closing').map((one) => [
    dayText(one.on),
    nameOf(one.account),
    say(one.state),
    one.said,
  ])
  const contacts = ofKind(dossier, 'contact').map((one) => contactRow(dossier, one))
  const narrow = { title: say('day'), as: 'narrow' as const }
  const parts = [
    ...(closings.length === 0
      ? []
      : [
          element('h3', '', say('closings')),
          table([narrow, { title: say('account') }, { title: say('status') }, { title: say('what') }], closings),
        ]),
    element('h3', '', say('contacts')),
    contacts.length === 0
      ? element('p', 'note', say('nothing'))
      : table([narrow, { title: say('agent'), as: 'narrow' }, { title: say('what') }], contacts),
  ]
  return section(say('case'), parts)
}

function contactRow({ say, language, nameOf }: Dossier, contact: Contact): readonly (Html | string)[] {
  const { promise, complaint } = contact
  const ticket = contact.ticket === '' ? '' : `${say('ticket')} ${contact.ticket}`
  const account = contact.account === null ? '' : nameOf(contact.account)
  const head = [channelTexts[contact.channel][language], account, ticket].filter((text) => text !== '').join(' · ')
  const lines = [
    contact.reason === '' ? null : say('reason', { text: contact.reason }),
    contact.said === '' ? null : contact.said,
    promise && promiseLine(say, promise),
    complaint && complaintLine(say, contact.on, complaint),
  ].filter((line) => line !== null)
  return [
    `${dayText(contact.on)} ${contact.time}`.trim(),
    contact.agent,
    element('div', '', [element('p', 'strong', head), ...lines.map((line) => element('p', 'said', line))]),
  ]
}

function promiseLine(say: Dossier['say'], { what: text, by, settled }: NonNullable<Contact['promise']>): string {
  if (settled === null) return say('promiseOpen', { text, by: dayText(by) })
  return say(settled.kept ? 'promiseKept' : 'promiseBroken', { text, by: dayText(by), on: dayText(settled.on) })
}

function complaintLine(
  say: Dossier['say'],
  on: Contact['on'],
  { answeredOn }: NonNullable<Contact['complaint']>,
): string {
  if (answeredOn !== null) return say('complaintAnswered', { on: dayText(answeredOn) })
  const [a, b, c] = COMPLAINT_DAYS.map((days) => dayText(addDays(on, days)))
  return say('complaintOpen', { a: a ?? '', b: b ?? '', c: c ?? '' })
}

function noticesSection(dossier: Dossier): Html {
  const { say, nameOf } = dossier
  const notices = ofKind(dossier, 'notice')
  if (notices.length === 0) return nothing
  const rows = notices.map((notice) => {
    const head = [notice.source, notice.account === null ? '' : nameOf(notice.account)].filter((text) => text !== '')
    const lines = [notice.text, notice.link, effectLine(dossier, notice)].filter((text) => text !== '')
    return [
      dayText(notice.on),
      element('div', '', [
        element('p', 'strong', head.join(' · ')),
        ...lines.map((line) => element('p', 'said', line)),
      ]),
    ]
  })
  return section(say('notices'), [table([{ title: say('day'), as: 'narrow' }, { title: say('what') }], rows)])
}

function moved(say: Dossier['say'], days: number | null): string {
  if (days === null) return say('daysUnknown')
  if (days === 0) return say('daysSame')
  return say(days > 0 ? 'daysLater' : 'daysEarlier', { n: Math.abs(days) })
}

function effectLine({ ledger, followed, say }: Dossier, { account, from, set }: Notice): string {
  if (account === null || from === null || Object.keys(set).length === 0) return ''
  const { cost, days } = noticeEffect(ledger, followed, { account, from, set })
  const amount = grouped(fen(Math.abs(cost)))
  const costs = cost === 0 ? say('costSame') : say(cost > 0 ? 'costMore' : 'costLess', { amount })
  return say('effect', { from: dayText(from), cost: costs, days: moved(say, days) })
}

function comparisonsSection(dossier: Dossier): Html {
  const { say, nameOf } = dossier
  const rows = ofKind(dossier, 'comparison').flatMap((one) => comparisonRows(dossier, one, nameOf(one.account)))
  if (rows.length === 0) return nothing
  const columns = [
    { title: say('day'), as: 'narrow' as const },
    { title: say('account') },
    { title: say('what') },
    { title: say('shown'), as: 'number' as const },
    { title: say('derived'), as: 'number' as const },
    { title: say('difference'), as: 'number' as const },
  ]
  return section(say('comparisons'), [table(columns, rows)])
}

function comparisonRows({ say }: Dossier, one: Comparison, name: string): readonly (readonly string[])[] {
  return COMPARED_FIGURES.flatMap((figure) => {
    const [shown, derived] = [one.shown[figure], one.derived[figure]]
    if (shown === null || derived === null) return []
    return [[dayText(one.on), name, say(figure), grouped(shown), grouped(derived), grouped(fen(shown - derived))]]
  })
}

function channelsSection(dossier: Dossier): Html {
  const { say, coded } = dossier
  const facts = [...ofKind(dossier, 'channel'), ...ofKind(dossier, 'way-to-pay')]
  if (facts.length === 0) return nothing
  const lines = dossier.events.filter(
    ({ what }) => what.code.startsWith('event-channel-') || what.code === 'event-way-to-pay',
  )
  const items = lines.map((line) => element('li', '', `${dayText(line.on)} ${coded('case', line.what)}`))
  return section(say('channels'), [element('ul', '', items)])
}

/** A few sheets of paper; the pack's CSV has every event. */
const EVENTS = 400

function chronologySection({ events, say, coded }: Dossier): Html {
  if (events.length === 0) return nothing
  const rows = events
    .slice(0, EVENTS)
    .reverse()
    .map(({ on, time, what, text, amount }) => [
      `${dayText(on)} ${time}`.trim(),
      element('div', '', [
        element('p', '', coded('case', what)),
        ...(text === '' ? [] : [element('p', 'note said', text)]),
      ]),
      amount === null ? '' : grouped(amount),
    ])
  const cut = events.length > EVENTS ? [element('p', 'note', say('chronologyCut', { count: EVENTS }))] : []
  const columns = [
    { title: say('day'), as: 'narrow' as const },
    { title: say('what') },
    { title: say('amount'), as: 'number' as const },
  ]
  return section(say('chronology'), [...cut, table(columns, rows)])
}

function attachmentsSection(dossier: Dossier): Html {
  const { say } = dossier
  const rows = ofKind(dossier, 'attachment').map((one) => [
    dayText(one.on),
    one.name,
    String(one.bytes),
    element('span', 'mono', one.sha256),
  ])
  if (rows.length === 0) return nothing
  const columns = [
    { title: say('day'), as: 'narrow' as const },
    { title: say('file') },
    { title: say('size'), as: 'number' as const },
    { title: 'SHA-256' },
  ]
  const note = element('p', 'note', say(dossier.redacted ? 'attachmentsLeft' : 'attachmentsWhere'))
  return section(say('attachments'), [note, table(columns, rows)])
}
