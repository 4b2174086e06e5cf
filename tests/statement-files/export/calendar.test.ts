import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { CaseDue } from '#shared/ledger/case/case-due.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { calendarPieces } from '#shared/statement-files/export/calendar.ts'
import { account, bill, installments, ledger, loan, purchase, repay, yuan } from '../../ledger/facts.ts'
import { anyLedger } from '../../ledger/generate.ts'
import { runs } from '../../runs.ts'
import { anyText } from './texts.ts'

/** Due days as a calendar program reads them: the file goes through ical.js, and what it understood is compared. */

const PROMISE: CaseDue = {
  what: 'promise',
  on: day('2026-07-08'),
  of: 'c1',
  days: null,
  lapsed: false,
  text: '退回120.00; 三天内',
}

const OPTIONS = {
  caseDues: [],
  language: 'zh-CN',
  amounts: true,
  madeAt: Date.parse('2026-07-05T09:30:00+08:00'),
  sequence: 7,
} as const

const write = (facts: Ledger, options: Partial<Parameters<typeof calendarPieces>[1]> = {}): string =>
  [...calendarPieces(facts, { ...OPTIONS, ...options })].join('')

const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
const summaries = (text: string): string[] =>
  eventsOf(text).map((event) => `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('summary')}`)
const uidsOf = (text: string): string[] => eventsOf(text).map((event) => String(event.getFirstPropertyValue('uid')))

const huabei = account('huabei', { name: '花呗', autoRepay: 'full' })
const card = account('other', {
  id: 'card',
  name: '某卡',
  otherDebt: {
    balance: yuan('300'),
    balanceOn: day('2026-06-20'),
    interest: { model: 'flat-fee', count: 3, feeRate: rate('6%'), repayDay: 20 },
  },
})
const story = ledger(
  '2026-07-05',
  [huabei, account('borrow', { name: '借呗' }), card],
  [
    purchase('2026-06-03', '720.41'),
    repay('2026-06-09', '100', { month: '2026-06' }),
    bill('2026-06', '100'),
    repay('2026-07-02', '50', { month: '2026-07' }),
    installments('1200', 3, '0%', { firstBill: month('2026-08') }),
    loan('600', '2026-06-20', { count: 2 }),
  ],
)

describe('calendar', () => {
  it('tells every due day, its amount, and what is settled', () => {
    expect(summaries(write(story))).toEqual([
      '2026-06-10 花呗（2026年6月账单）已还清',
      '2026-07-10 花呗（2026年7月账单）还款日 ¥670.41',
      '2026-07-10 借呗还款日 ¥306.77',
      '2026-07-20 某卡还款日 ¥106.00',
      '2026-08-10 花呗（2026年8月账单）还款日，目前 ¥400.00',
      '2026-08-10 借呗还款日 ¥306.76',
      '2026-08-20 某卡还款日 ¥106.00',
      '2026-09-10 花呗（2026年9月账单）还款日，目前 ¥400.00',
      '2026-09-20 某卡还款日 ¥106.00',
      '2026-10-10 花呗（2026年10月账单）还款日，目前 ¥400.00',
    ])
  })

  it('says no amount where none is wanted, in summary, text and alarms', () => {
    const text = write(story, { amounts: false, language: 'en' })
    expect(text).not.toContain('¥')
    expect(text).not.toMatch(/670|306|106\.00/)
    expect(summaries(text)[1]).toBe('2026-07-10 花呗 (bill of 2026-07) due')
  })

  it('gives the minimum that is safe, and warns of the automatic deduction', () => {
    const july = eventsOf(write(story))[1]
    expect(july?.getFirstPropertyValue('description')).toBe(
      '还要还 ¥670.41，至少还 ¥94.08。\n还款日一早支付宝会自动扣款：前一晚把钱备好。\n花清2026-07-05导出；以支付宝显示的为准。',
    )
  })

  it('rings the evening before and in the morning, but not for what is settled', () => {
    const [june, july] = eventsOf(write(story))
    expect(june?.getAllSubcomponents('valarm')).toEqual([])
    expect(july?.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
      '-PT5H',
      'PT8H',
    ])
  })

  it('knows each due day again: a payment changes the event and adds none', () => {
    const before = write(story)
    const paid = { ...story, entries: [...story.entries, repay('2026-07-05', '670.41', { month: '2026-07' })] }
    const after = write(paid, { sequence: 8 })
    expect(uidsOf(after)).toEqual(uidsOf(before))
    expect(new Set(uidsOf(before)).size).toBe(uidsOf(before).length)
    expect(summaries(after)[1]).toBe('2026-07-10 花呗（2026年7月账单）已还清')
    expect(eventsOf(after).map((event) => Number(event.getFirstPropertyValue('sequence')))).toEqual(
      uidsOf(after).map(() => 8),
    )
  })

  it('tells promises and complaints, their words only where amounts may be seen', () => {
    const complaint: CaseDue = { ...PROMISE, what: 'complaint', of: 'c2', days: 15, on: day('2026-07-12'), text: '' }
    const said = (amounts: boolean) =>
      summaries(write(ledger('2026-07-05', [], []), { caseDues: [PROMISE, complaint], amounts }))
    expect(said(true)).toEqual(['2026-07-08 客服答应的日子到了：退回120.00; 三天内', '2026-07-12 投诉满15天，该有答复'])
    expect(said(false)).toEqual(['2026-07-08 客服答应的日子到了', '2026-07-12 投诉满15天，该有答复'])
  })

  it('is made of the arguments alone', () => {
    expect(write(story)).toBe(write(story))
    expect(write(story)).toContain('DTSTAMP:20260705T013000Z\r\n')
  })

  it('any ledger and any name is a calendar: lines of 75 octets, CRLF, one event per UID, the name as it was', () => {
    fc.assert(
      fc.property(anyLedger, anyText, fc.boolean(), (facts, name, amounts) => {
        const named = { ...facts, accounts: facts.accounts.map((one) => ({ ...one, name, id: one.id })) }
        const text = write(named, { amounts })
        const bytes = Buffer.from(text, 'utf8')
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([])
        expect(bytes.toString('utf8')).toBe(text)
        const uids = uidsOf(text)
        expect(new Set(uids).size).toBe(uids.length)
        expect(uids.length).toBe(text.split('BEGIN:VEVENT\r\n').length - 1)
      }),
      runs(150),
    )
  })

  it('a text comes back as it went', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const text = write(ledger('2026-07-05', [{ ...huabei, name }], [purchase('2026-06-03', '10')]))
        const said = String(eventsOf(text)[0]?.getFirstPropertyValue('summary'))
        const visible = (one: string): string => one.toWellFormed().replace(/[\p{C}\s\u2028\u2029]/gu, '')
        expect(visible(said)).toContain(visible(name || huabei.id))
      }),
      runs(100),
    )
  })
})
