import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closureStepTexts } from '#shared/contract/texts/closure-step-texts.ts'
import { closureTexts } from '#shared/contract/texts/closure-texts.ts'
import { outlookTexts } from '#shared/contract/texts/outlook-texts.ts'
import { holesOf, type Texts } from '#shared/contract/texts/text.ts'
import { addDays } from '#shared/kernel/day.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { settledLedger, TARGETS } from './closing-stories.ts'

const texts: Texts = { ...outlookTexts, ...closureTexts, ...closureStepTexts }

/** Everything with a code and values in an answer, however deep. */
function codesIn(answer: unknown): Warning[] {
  if (answer === null || typeof answer !== 'object') return []
  const own = 'code' in answer && 'values' in answer ? [answer as Warning] : []
  return [...own, ...Object.values(answer).flatMap(codesIn)]
}

function expectSaid(answer: unknown): void {
  for (const { code, values } of codesIn(answer)) {
    const text = texts[code]
    if (!text) throw new Error(`${code} has no sentence`)
    for (const language of ['zh-CN', 'en'] as const) {
      const missing = holesOf(text[language]).filter((hole) => !(hole in values))
      expect([code, language, missing]).toEqual([code, language, []])
    }
  }
}

const anyAnswers = anyDebts.chain((ledger) => anyPlanFor(ledger).map((plan) => ({ ledger, plan })))

test('every code of a quote, a projection and a closing is said in both languages', () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), ({ ledger, plan }, withGoal) => {
      const goal = withGoal ? { freeBy: addDays(plan.from, 200) } : null
      const upgraded: Ledger = {
        ...ledger,
        accounts: ledger.accounts.map((one) =>
          one.id === 'js' ? { ...one, upgradedOn: addDays(ledger.today, -90) } : one,
        ),
        recentShops: { js: ['饿了么'] },
      }
      const projection = project(upgraded, { ...plan, goal })
      expectSaid(payoffQuotes(upgraded, addDays(ledger.today, withGoal ? 30 : 0)))
      expectSaid({ ...projection, events: [] })
      for (const target of TARGETS)
        expectSaid(closureOf(upgraded, target, { projection: withGoal ? projection : null }))
    }),
    runs(40),
  )
}, 60_000)

test('so is a closing that is ready', () => {
  for (const target of TARGETS) expectSaid(closureOf(settledLedger(), target))
})

test('no sentence says 您, blames or cheers', () => {
  for (const [code, text] of Object.entries(texts)) {
    expect([code, /您|亲爱|恭喜|未按时|[!！]/.test(text['zh-CN']), /!|sorry|congrat/i.test(text.en)]).toEqual([
      code,
      false,
      false,
    ])
    expect([code, holesOf(text['zh-CN']).toSorted()]).toEqual([
      code,
      holesOf(text.en)
        .filter((hole) => holesOf(text['zh-CN']).includes(hole))
        .toSorted(),
    ])
  }
})
