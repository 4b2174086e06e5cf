import { describe, expect, it } from 'vitest'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import { addDays, type Day, day, dayText } from '#shared/kernel/day.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { sampleScenario } from '../../electron/sample/sample-scenario.ts'
import { SAMPLE_WORDS } from '../../electron/sample/sample-words.ts'

const sampleOn = (today: Day) => {
  const read = readScenario(sampleScenario(today, 'zh-CN'))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.ledger
}

/** Month ends, a leap day, a year's end: the days on which a calendar told backwards goes wrong. */
const DAYS = ['2026-07-05', '2026-03-01', '2026-03-04', '2028-02-29', '2026-12-31', '2027-01-01', '2026-05-31']

describe('the sample', () => {
  it.each(DAYS)('is alive on %s: nothing overdue, something due within a week', (text) => {
    const today = day(text)
    const { nextDue } = owedOn(sampleOn(today))
    expect(nextDue.filter(({ overdue }) => overdue)).toEqual([])
    expect(nextDue.filter(({ on }) => on <= addDays(today, 7)).map(({ account }) => account)).toEqual(
      expect.arrayContaining(['huabei', 'credit-purchase']),
    )
  })

  it.each(DAYS)('has one bill that differs by 12.90 on %s', (text) => {
    const differing = billsOf(sampleOn(day(text))).filter(({ proof }) => proof.state === 'differs')
    expect(differing.map(({ account, proof }) => [account, proof.state === 'differs' && proof.difference])).toEqual([
      ['huabei', 1290],
    ])
  })

  it('says the same for every day of a year', () => {
    const totals = Array.from({ length: 366 }, (_, index) => owedOn(sampleOn(addDays(day('2027-06-01'), index))))
    const dead = totals.filter(({ nextDue }) => nextDue.some(({ overdue }) => overdue)).map(({ on }) => dayText(on))
    expect(dead).toEqual([])
  })

  it('is told in the language in which it is made, with the same figures', () => {
    const [chinese, english] = (['zh-CN', 'en'] as const).map((language) =>
      JSON.stringify(sampleScenario(day('2026-07-05'), language)),
    )
    expect(english).not.toMatch(/\p{Script=Han}/u)
    const figures = (text: string, words: Readonly<Record<string, string>>): string =>
      Object.entries(words).reduce((left, [name, word]) => left.replaceAll(`"${word}"`, name), text)
    expect(figures(english!, SAMPLE_WORDS.en)).toBe(figures(chinese!, SAMPLE_WORDS['zh-CN']))
  })
})
