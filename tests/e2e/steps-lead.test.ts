/** Where a screen says what to do, it leads there: steps of closing open what they ask for, the goal answers beside its day. */
import { expect, test } from 'vitest'
import { CONFIRMATIONS } from '#shared/outlook/closure/confirmations.ts'
import { huaqing } from './harness/huaqing.ts'
import { go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-08-05'

async function withDebts() {
  const app = await openApp({ today: TODAY })
  const tell = (args: string) => huaqing(app.ledgerPath, TODAY, args.split(' '))
  tell('account add --kind huabei --id huabei')
  tell('account add --kind credit-purchase --id js --lender 江苏银行 --upgraded 2026-03-01')
  tell('account add --kind credit-purchase --id pa --lender 平安银行')
  for (const id of ['huabei', 'js', 'pa']) tell(`bill add ${id} 2026-08 --amount 432.10`)
  return app
}

describeInBrowser('what a screen says to do', () => {
  test('a step of closing opens its requirement, and paying begins with what is owed', async () => {
    const { page, close } = await withDebts()
    try {
      await go(page, '/closure/credit-purchase')
      await page.getByRole('button', { name: /还清江苏银行信用购/ }).click()
      const billed = page.locator('[data-requirement="billed-zero"]')
      expect(await billed.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true)
      await billed.getByRole('button', { name: '去还款' }).click()
      await page.locator('dialog').getByLabel('还了多少').waitFor()
      expect(await page.locator('dialog').getByLabel('还了多少').inputValue()).toBe('432.10')
    } finally {
      await close()
    }
  })

  test('the goal is answered above the curve, and what is the same of many accounts is no wall of notes', async () => {
    const { page, close } = await withDebts()
    try {
      await go(page, '/plan')
      await settled(page)
      await page.getByText('只还最低，看看会怎样').click()
      await page.getByText(/^还有\d+条提醒$/).waitFor()
      await page.getByRole('textbox', { name: '想在哪天前还清' }).fill('2027-03-31')
      const answer = page.getByText(/想在2027年3月31日前还清，每月至少要/)
      await answer.waitFor()
      const curve = page.locator('main figure').first()
      const [above, below] = [await answer.boundingBox(), await curve.boundingBox()]
      expect(above!.y).toBeLessThan(below!.y)
    } finally {
      await close()
    }
  })

  test('a button that cannot be pressed stays readable under the pointer', async () => {
    const { page, close } = await withDebts()
    try {
      await go(page, '/plan')
      await settled(page)
      await page.getByRole('textbox', { name: '每月还多少' }).fill('2000')
      await page.getByRole('button', { name: '保存计划' }).click()
      const saved = page.locator('.btn.main[aria-disabled="true"]', { hasText: '保存计划' })
      await saved.waitFor()
      await saved.hover()
      const colors = () => saved.evaluate((one) => getComputedStyle(one).backgroundColor)
      await expect.poll(colors).toBe('rgba(0, 0, 0, 0)')
    } finally {
      await close()
    }
  })

  test('closing that was asked for is waited for, and not asked for once more', async () => {
    const app = await openApp({ today: '2026-07-25' })
    const { page, close } = app
    const tell = (args: string) => huaqing(app.ledgerPath, '2026-07-25', args.split(' '))
    try {
      tell('account add --kind huabei --opened 2024-01-01')
      tell('account add --kind credit-purchase --id js --lender 江苏银行 --opened 2025-03-05 --upgraded 2025-03-05')
      tell('quota copy js --used 0')
      tell('closure current')
      for (const { code } of CONFIRMATIONS) tell(`closure confirm --target credit-purchase --code ${code} --note seen`)
      await go(page, '/closure/credit-purchase')
      await page.getByRole('heading', { name: '可以关了' }).waitFor()
      expect(await page.locator('.steps').innerText()).toContain('关闭信用购，花呗留着')
      await page.getByRole('button', { name: '申请了，还在处理' }).click()
      await page.getByRole('heading', { name: '已经申请，等支付宝答复' }).waitFor()
      expect(await page.locator('.steps').innerText()).not.toContain('关闭信用购，花呗留着')
      expect(await page.locator('.steps-number').allInnerTexts()).toEqual(['1', '2'])
    } finally {
      await close()
    }
  })
})
