import type { Warning } from '../answers.ts'
import { warning } from '../warning.ts'
import type { Closes } from './targets.ts'

/** What closing means, to be read before it (domain.md 6.12–6.19, 7.15). */
const CODES: Readonly<Record<Closes, readonly string[]>> = {
  'credit-purchase': [
    'only-huabei-stays',
    'quota-does-not-return',
    'reopening-not-possible',
    'credit-report-stays',
    'bills-disappear',
  ],
  huabei: [
    'reopening-not-assured',
    'quota-does-not-return',
    'credit-report-stays',
    'bills-disappear',
    'cannot-keep-credit-purchase',
  ],
  'huabei-alone': ['reopening-not-assured', 'credit-report-stays', 'bills-disappear'],
  borrow: [
    'reopening-not-assured',
    'rate-may-differ',
    'credit-report-stays',
    'takes-three-days',
    'unused-costs-nothing',
  ],
}

export const consequencesOf = (closes: Closes): readonly Warning[] =>
  CODES[closes].map((code) => warning(`consequence-${code}`))
