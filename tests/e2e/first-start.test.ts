/** The first start in both languages: the real screen with nothing in it, the sample, and the way back out of it. */
import { expect, test } from 'vitest'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const LANGUAGES = [
  { locale: 'zh-CN', title: '先弄清欠多少', sample: '打开示例', leave: '离开示例', banner: '示例数据' },
  {
    locale: 'en-US',
    title: 'First, what is owed',
    sample: 'Open sample',
    leave: 'Leave the sample',
    banner: 'sample data',
  },
] as const

describeInBrowser('the first start', () => {
  test.each(LANGUAGES)('in $locale', async ({ locale, title, sample, leave, banner }) => {
    const app = await openApp({ locale, today: '2026-09-05' })
    const { page } = app
    try {
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await page.title()).toContain(title)
      await page.getByRole('button', { name: sample }).click()
      await page.locator('.banner').getByText(banner).waitFor()
      const owed = await page.locator('.amount-hero').innerText()
      expect(owed).toMatch(/^¥\s?[\d,]+\s?\.\d\d$/)
      await page.getByRole('button', { name: leave }).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await expect.poll(() => page.locator('.banner').count()).toBe(0)
    } finally {
      await app.close()
    }
  })
})
