import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Channel, SystemClosing, WayToPay } from '#shared/ledger/case/case-fact.ts'
import {
  ATTACHMENT_BYTES,
  decideAttachment,
  decideChannel,
  decideSystemClosing,
  decideWayToPay,
  megabytes,
} from '#shared/ledger/decisions/decide-case.ts'
import { account, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

const [same, after] = [day('2026-07-05'), day('2026-07-06')]

describe('a channel to repay through', () => {
  const balance: Channel = {
    kind: 'channel',
    id: 'ch1',
    on: same,
    way: 'balance',
    label: '',
    place: null,
    available: null,
    perPayment: null,
    perYear: null,
    usedThisYear: yuan('0'),
  }
  const capped = { ...balance, perYear: yuan('100000') }

  it.each<[says: string, draft: Channel]>([
    ['the balance needs no name', balance],
    ['nor does Yu’e Bao', { ...balance, way: 'yuebao' }],
    ['a card has one', { ...balance, way: 'debit-card', label: '6222' }],
    ['a friend has one', { ...balance, way: 'friend', label: 'Li' }],
    ['a transfer has one', { ...balance, way: 'bank-transfer', label: 'ICBC' }],
    ['the balance is taken automatically', { ...balance, place: 1 }],
    ['so is Yu’e Bao', { ...balance, way: 'yuebao', place: 2 }],
    ['so is a card', { ...balance, way: 'debit-card', label: '6222', place: 3 }],
    ['the cap of the year may be used up', { ...capped, usedThisYear: yuan('100000') }],
    ['used this year, whatever the cap is', { ...balance, usedThisYear: yuan('5') }],
  ])('%s', (_, draft) => {
    expect(decideChannel(same, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, draft: Channel, verdict: object]>([
    ['not of tomorrow', { ...balance, on: after }, breaks('day-in-future', { on: '2026-07-06' })],
    ['no card without a name', { ...balance, way: 'debit-card', label: ' ' }, breaks('channel-without-name')],
    ['no friend without a name', { ...balance, way: 'friend' }, breaks('channel-without-name')],
    [
      'a friend is not asked automatically',
      { ...balance, way: 'friend', label: 'Li', place: 1 },
      breaks('friend-not-automatic'),
    ],
    [
      'nor is a transfer made',
      { ...balance, way: 'bank-transfer', label: 'ICBC', place: 1 },
      breaks('friend-not-automatic'),
    ],
    [
      'no more is used of the cap than it is',
      { ...capped, usedThisYear: yuan('100000.01') },
      breaks('channel-cap-exceeded', { usedThisYear: '100000.01', perYear: '100000.00' }),
    ],
  ])('%s', (_, draft, verdict) => {
    expect(decideChannel(same, draft)).toEqual(verdict)
  })
})

it('another way to pay says how and what for', () => {
  const way: WayToPay = { kind: 'way-to-pay', id: 'w1', on: same, label: '6222', use: 'metro' }
  expect(decideWayToPay(way)).toEqual(taken(way))
  expect(decideWayToPay({ ...way, label: ' ' })).toEqual(breaks('way-to-pay-empty'))
  expect(decideWayToPay({ ...way, use: ' ' })).toEqual(breaks('way-to-pay-empty'))
})

describe('a closing by the lender', () => {
  const closing: SystemClosing = {
    kind: 'system-closing',
    id: 's1',
    on: same,
    account: 'huabei',
    state: 'closed',
    reason: 'not-said',
    said: '',
  }
  const huabei = account('huabei', { name: '花呗', openedOn: same, limit: yuan('8000') })

  it('ends spending and nothing else: everything of the account stays but its status', () => {
    const frozen = { ...closing, state: 'frozen' as const }
    expect(decideSystemClosing(same, huabei, closing)).toEqual(
      taken({ closing, account: { ...huabei, status: 'closed-by-lender' } }),
    )
    expect(decideSystemClosing(same, huabei, frozen)).toEqual(
      taken({ closing: frozen, account: { ...huabei, status: 'frozen' } }),
    )
    expect(decideSystemClosing(same, { ...huabei, openedOn: null }, closing)).toMatchObject({ ok: true })
  })

  it('is past, after the opening, and of an account that is not closed', () => {
    expect(decideSystemClosing(same, huabei, { ...closing, on: after })).toEqual(
      breaks('day-in-future', { on: '2026-07-06' }),
    )
    expect(decideSystemClosing(after, { ...huabei, openedOn: after }, closing)).toEqual(
      breaks('closing-before-opened', { on: '2026-07-05', openedOn: '2026-07-06' }),
    )
    expect(decideSystemClosing(same, { ...huabei, status: 'closed' }, closing)).toEqual(
      breaks('closed-by-yourself', { account: '花呗' }),
    )
  })
})

describe('an attached file', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const of = (text: string) => decideAttachment({ name: 'a.txt', bytes: latin(text) })
  /** The head of a PNG of the given size, and its end. */
  const png = (width: number, height: number): string => {
    const be32 = (value: number) =>
      String.fromCharCode(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
    return `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${be32(width)}${be32(height)}IEND\xae\x42\x60\x82`
  }

  it('is what its bytes say', () => {
    expect(of('they said no')).toEqual(taken('text/plain'))
    expect(of('%PDF-1.7 %%EOF')).toEqual(taken('application/pdf'))
    expect(of(png(1080, 2340))).toEqual(taken('image/png'))
  })

  it.each<[says: string, text: string, verdict: object]>([
    ['nothing', '', breaks('attachment-empty', { name: 'a.txt' })],
    ['a page that can run', '<html >', breaks('attachment-active', { name: 'a.txt', form: 'HTML' })],
    ['a drawing that can run', '<svg >', breaks('attachment-active', { name: 'a.txt', form: 'SVG' })],
    ['a program', 'MZ', breaks('attachment-program', { name: 'a.txt' })],
    ['an archive', 'PK', breaks('attachment-archive', { name: 'a.txt' })],
    ['a document that was cut', '%PDF-1.7', breaks('attachment-broken', { name: 'a.txt', form: 'PDF' })],
    [
      'a picture of no phone',
      png(10_000, 5_001),
      breaks('attachment-too-many-pixels', { name: 'a.txt', width: 10_000, height: 5_001 }),
    ],
    ['bytes of no known kind', '\x01', breaks('attachment-unknown', { name: 'a.txt' })],
  ])('is not %s', (_, text, verdict) => {
    expect(of(text)).toEqual(verdict)
  })

  it('has eight megabytes at most', () => {
    expect(decideAttachment({ name: 'a', bytes: new Uint8Array(ATTACHMENT_BYTES).fill(0x61) })).toEqual(
      taken('text/plain'),
    )
    expect(decideAttachment({ name: 'a', bytes: new Uint8Array(ATTACHMENT_BYTES + 1) })).toEqual(
      breaks('attachment-too-large', { name: 'a', size: '8.1 MB', most: '8.0 MB' }),
    )
  })

  it.each([
    [0, '0.0 MB'],
    [1, '0.1 MB'],
    [1_048_576, '1.0 MB'],
    [1_048_577, '1.1 MB'],
    [20_000_000, '19.1 MB'],
  ])('%i bytes are %s: in tenths, never said to be smaller than they are', (bytes, text) => {
    expect(megabytes(bytes)).toBe(text)
  })
})
