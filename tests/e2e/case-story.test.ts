/**
 * From "they closed it" to "closed, with proof", in both languages: a statement is imported, Huabei is stopped by
 * Alipay, the six steps are walked, Credit Purchase is closed, a purchase on it comes in, and the dossier is made.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'
const STATEMENT = join(FIXTURES, 'alipay-app-2026-gb18030.csv')

const WORDS = {
  'zh-CN': {
    stopped: '被支付宝停用了',
    account: '账户',
    save: '存下',
    contact: '记一次联系',
    said: '说了什么',
    promise: '答应了什么',
    by: '答应到哪天',
    income: '每月到手',
    expenses: '每月必须花的',
    workOut: '算一下',
    savePlan: '存成计划',
    channel: '登记还款渠道',
    way: '登记付款方式',
    card: '哪张卡、哪个人',
    place: '自动扣款排第几',
    use: '付什么',
    label: '用什么付',
    notice: '记一条公告',
    text: '内容',
    read: '看过了',
    savePage: '存成网页文件',
    correct: '更正',
    tick: /^做完了/,
    done: '做完了',
    closed: '已经关好了',
    closedThough: '支付宝显示关好了',
    relapse: '关了以后又来了1笔',
    redact: '隐去姓名',
    alarm: '已经关了，又有1笔消费',
    kept: '没兑现',
    broken: '承诺没兑现',
    dossier: '信用账户关闭档案',
  },
  'en-US': {
    stopped: 'Alipay stopped it',
    account: 'Account',
    save: 'Save',
    contact: 'Record a contact',
    said: 'What was said',
    promise: 'What was promised',
    by: 'Promised by',
    income: 'Comes in each month',
    expenses: 'Needed each month',
    workOut: 'Work it out',
    savePlan: 'Save as a plan',
    channel: 'Record a way to repay',
    way: 'Record another way to pay',
    card: 'Which card or person',
    place: 'Place in the deduction',
    use: 'For what',
    label: 'Paid by',
    notice: 'Record a notice',
    text: 'Text',
    read: 'Read',
    savePage: 'Save as a page',
    correct: 'Correct',
    tick: /^Done/,
    done: 'Done',
    closed: 'It is closed',
    closedThough: 'Alipay says it is closed',
    relapse: '1 new row since it was closed',
    redact: 'Without names',
    alarm: 'is closed, yet 1 purchase',
    kept: 'Not kept',
    broken: 'Promise not kept',
    dossier: 'Closure dossier',
  },
} as const

/** The next statement of the same account: one purchase on the credit that was closed the day before. */
function laterStatement(folder: string): string {
  const lines = new TextDecoder('gb18030').decode(readFileSync(STATEMENT)).split('\n')
  const head = lines.slice(0, 1 + lines.findIndex((line) => line.startsWith('交易时间')))
  const row = lines.find((line) => line.includes('平安银行信用购,'))
  if (row === undefined) throw new Error('no purchase of that bank in the statement')
  const preamble = head.join('\n').replace('共79笔', '共1笔').replace('2026-09-01 09:12:30', '2026-09-05 09:12:30')
  const later = row
    .replace('2026-07-05', '2026-09-04')
    .replace('219.00', '19.90')
    .replace('2026070522001', '2026090422001')
  const path = join(folder, 'later.csv')
  writeFileSync(path, `\ufeff${preamble.replace('2026-08-31 23:59:59', '2026-09-04 23:59:59')}\n${later}\n`)
  return path
}

/** What the named dossier tells, and the one without names must not. */
const SAID = ['工行1234', '13812345678']

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

/** Opens a form, fills it, and waits until it is gone. */
async function record(page: Page, open: string, fill: () => Promise<void>, save: string): Promise<void> {
  await button(page, open).first().click()
  await page.locator('dialog[open]').waitFor()
  await fill()
  await page.locator('dialog[open]').getByRole('button', { name: save, exact: true }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await settled(page)
}

type Words = (typeof WORDS)['zh-CN'] | (typeof WORDS)['en-US']

/** On the closing day each step is ticked with what proves it; then Alipay's answer is recorded. */
async function closeCreditPurchase(page: Page, say: Words): Promise<void> {
  await go(page, '/closure/credit-purchase')
  await page.locator('.closing-day').getByRole('button', { name: say.tick }).first().click()
  await page.locator('dialog').getByRole('textbox').fill('8705')
  await page.locator('dialog').getByRole('button', { name: say.done, exact: true }).click()
  // As long as the dialog stands, what is typed goes into it.
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.locator('.closing-day small', { hasText: '8705' }).waitFor()
  await page.locator('.closing-record input').fill('2026-09-03')
  await page.locator('.closing-record').getByRole('button', { name: say.closed, exact: true }).click()
  // By the ledger something is open: that is said first, and Alipay's word counts.
  await page.locator('.closing-record').getByRole('button', { name: say.closedThough, exact: true }).click()
  await page.locator('.closing-record').waitFor({ state: 'detached' })
}

async function savedDossier(page: Page, say: Words, path: string) {
  const download = page.waitForEvent('download')
  await button(page, say.savePage).click()
  await (await download).saveAs(path)
  return { path, html: readFileSync(path, 'utf8') }
}

describeInBrowser('the case', () => {
  test.each(['zh-CN', 'en-US'] as const)('%s', { timeout: 120_000 }, async (locale) => {
    const say = WORDS[locale]
    const app = await openApp({ locale, today: TODAY, viewport: { width: 1280, height: 820 } })
    const { page } = app
    const found: string[] = []
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(app.ledgerPath, TODAY, ['import', STATEMENT])

      await go(page, '/case/amount')
      await record(
        page,
        say.stopped,
        () => page.locator('dialog select').first().selectOption('huabei').then(),
        say.save,
      )

      await page.locator('.case-compare').first().locator('input').first().fill('25.40')
      await page.locator('.case-compare').first().locator('input').first().press('Enter')
      await page.locator('.case-after .is-safe').first().waitFor()
      found.push(...(await axeProblems(page)))

      await go(page, '/case/contact')
      await record(
        page,
        say.contact,
        async () => {
          await field(page, say.said).fill('工行1234 · 95188 · 13812345678')
          await field(page, say.promise).fill('回电')
          await field(page, say.by).fill('2026-09-05')
        },
        say.save,
      )
      found.push(...(await axeProblems(page)))
      await button(page, say.kept).click()

      await go(page, '/case/plan')
      await field(page, say.income).fill('6000')
      await field(page, say.expenses).fill('4500')
      await button(page, say.workOut).click()
      await button(page, say.savePlan).click()
      await page.locator('.case-step.is-done').first().waitFor()
      found.push(...(await axeProblems(page)))

      await go(page, '/case/channels')
      await record(
        page,
        say.channel,
        async () => {
          await field(page, say.card).fill('工行1234')
          await field(page, say.place).fill('1')
        },
        say.save,
      )
      await record(
        page,
        say.way,
        async () => {
          await field(page, say.use).fill('地铁')
          await field(page, say.label).fill('储蓄卡')
        },
        say.save,
      )
      found.push(...(await axeProblems(page)))

      await go(page, '/case/policy')
      await record(page, say.notice, () => field(page, say.text).fill('10月起改规则'), say.save)
      await record(page, say.correct, () => field(page, say.text).fill('12月起改规则'), say.save)
      await page.locator('.case-said', { hasText: '12月起改规则' }).waitFor()
      await button(page, say.read).first().click()
      found.push(...(await axeProblems(page)))

      await closeCreditPurchase(page, say)
      huaqing(app.ledgerPath, TODAY, ['import', laterStatement(app.scratch)])
      await go(page, '/closure/credit-purchase')
      await page.getByRole('heading', { name: say.relapse }).waitFor()
      await go(page, '/case/talk')
      await page.locator('.case-timeline').getByText(say.alarm).waitFor()
      expect(await page.locator('.case-timeline').innerText()).toContain(say.broken)
      found.push(...(await axeProblems(page)))

      const owed = huaqing(app.ledgerPath, TODAY, ['owed']) as { readonly total: string }
      const named = await savedDossier(page, say, join(app.scratch, 'named.html'))
      expect(named.html).toContain(`<h1>${say.dossier}</h1>`)
      expect(named.html).toContain('19.90')
      await page.getByLabel(say.redact).check()
      const nameless = await savedDossier(page, say, join(app.scratch, 'nameless.html'))
      expect(SAID.filter((name) => !named.html.includes(name))).toEqual([])
      expect(SAID.filter((name) => nameless.html.includes(name))).toEqual([])
      for (const { path } of [named, nameless]) {
        expect(huaqing(app.ledgerPath, TODAY, ['simulate', path])).toMatchObject({ owed: { total: owed.total } })
      }
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })
})
