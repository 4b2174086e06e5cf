import { expect, it } from 'vitest'
import { day, dayText } from '#shared/kernel/day.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { addTerms } from '#shared/outlook/case/notice-effect.ts'

/** Terms that a notice changes from a day on stand with what held before, and are never the first (engine.md 2). */

const terms = (from: string, set: DatedTerms['set'], source: DatedTerms['source'] = 'user'): DatedTerms => ({
  ...{ from: day(from), source, set },
})
const told = (all: readonly DatedTerms[]): string[] =>
  all.map(({ from, source, set }) => `${dayText(from)} ${source} ${JSON.stringify(set)}`)

const first = terms('2020-01-01', { statementDay: 1, dueDay: 10 }, 'import')
const later = terms('2027-01-01', { dueDay: 12 })
const added = terms('2026-08-01', { dueDay: 20 })
const FIRST = '2020-01-01 import {"statementDay":1,"dueDay":10}'

it.each<[string, readonly DatedTerms[], DatedTerms, string[]]>([
  ['after what held before', [first], added, [FIRST, '2026-08-01 user {"dueDay":20}']],
  [
    'between, whatever their order',
    [later, first],
    added,
    [FIRST, '2026-08-01 user {"dueDay":20}', '2027-01-01 user {"dueDay":12}'],
  ],
  [
    'on a day that has some: what both name is new, the rest stays',
    [first, terms('2026-08-01', { dueDay: 15, graceDays: 3 })],
    added,
    [FIRST, '2026-08-01 user {"dueDay":20,"graceDays":3}'],
  ],
  [
    'before all others, the default is said to hold before',
    [later],
    added,
    ['1900-01-01 default {}', '2026-08-01 user {"dueDay":20}', '2027-01-01 user {"dueDay":12}'],
  ],
  ['where there are none, too', [], added, ['1900-01-01 default {}', '2026-08-01 user {"dueDay":20}']],
  [
    'on the first day of all: what it named holds before, as it did',
    [first],
    terms('2020-01-01', { dueDay: 20 }),
    ['1900-01-01 default {"statementDay":1,"dueDay":10}', '2020-01-01 user {"statementDay":1,"dueDay":20}'],
  ],
])('%s', (_name, before, one, expected) => {
  expect(told(addTerms(before, one))).toEqual(expected)
})
