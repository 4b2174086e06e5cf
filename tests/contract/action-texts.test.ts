import { expect, it } from 'vitest'
import { actionTexts } from '#shared/contract/texts/action-texts.ts'
import { sentence } from '#shared/contract/texts/refusal-sentence.ts'
import { codeSaid } from '#shared/contract/texts/said-codes.ts'
import { CLOSING_STEPS } from '#shared/outlook/closure/closing-day.ts'
import { CONFIRMATIONS } from '#shared/outlook/closure/confirmations.ts'

it.each([
  ['plan-saved', { name: '' }, '保存计划', 'Plan saved'],
  ['plan-saved', { name: '慢' }, '保存计划 慢', 'Plan saved: 慢'],
  ['plan-chosen', { name: '' }, '改照没有名字的计划', 'The plan without a name followed'],
  ['plan-chosen', { name: '慢' }, '改照计划 慢', 'Plan followed: 慢'],
  ['plan-renamed', { name: '', to: '快' }, '计划取名 快', 'Plan named 快'],
  ['plan-renamed', { name: '慢', to: '快' }, '计划 慢 改名 快', 'Plan 慢 renamed 快'],
  ['plan-removed', { name: '' }, '去掉没有名字的计划', 'The plan without a name removed'],
  ['plan-removed', { name: '慢' }, '去掉计划 慢', 'Plan removed: 慢'],
])('%s %j: a plan that was given no name leaves no gap', (code, values, chinese, english) => {
  const told = (language: 'zh-CN' | 'en') => sentence(actionTexts, { code, values }, language)
  expect([told('zh-CN'), told('en')]).toEqual([chinese, english])
})

it.each(['zh-CN', 'en'] as const)('says in %s what was confirmed for closing and which step was done', (language) => {
  const codes = CONFIRMATIONS.map(({ code }) => codeSaid('code', code, language))
  const steps = CLOSING_STEPS.map((step) => codeSaid('step', step, language))
  expect([codes.length > 0, [...codes, ...steps].includes(null)]).toEqual([true, false])
  expect(codeSaid('account', 'paid', language)).toBeNull()
})
