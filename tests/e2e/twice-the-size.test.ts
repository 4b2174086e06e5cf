/** Everything at twice its size in the smallest window: nothing is wider than the window, nothing is lost, axe finds nothing. */
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const PATHS = [
  '/',
  '/bills',
  '/bills/2026-07~huabei',
  '/bills/paste',
  '/entries',
  '/accounts/huabei',
  '/plan',
  '/closure/huabei',
  '/charts',
  '/case/contact',
  '/settings',
] as const

/** Fields, buttons and figures that end beyond the edge of the window, where no part of the page is moved sideways to them. */
function cutOff(): readonly string[] {
  const moves = (element: Element | null): boolean =>
    element !== null &&
    !element.matches('.page') &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || moves(element.parentElement))
  return [...document.querySelectorAll('main :is(button, input, select, .amount, h2, h3)')]
    .filter((element) => {
      const { width, right } = element.getBoundingClientRect()
      return width > 1 && right > innerWidth + 1 && !moves(element)
    })
    .map((element) => `${element.tagName} ${element.ariaLabel ?? element.textContent.slice(0, 20)}`)
}

/** The rail may scroll; the name of the page that is open is in sight, above the foot that lies over the rail. */
function isCurrentInSight(): boolean {
  const box = document.querySelector('.rail [aria-current]')!.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= document.querySelector('.rail-foot')!.getBoundingClientRect().top
}

describeInBrowser('twice the size', () => {
  test('fits the smallest window', { timeout: 180_000 }, async () => {
    const app = await openApp({ today: '2026-07-05', viewport: { width: 960, height: 640 } })
    const { page, ledgerPath } = app
    const found: string[] = []
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, '2026-07-05', ['account', 'add', '--kind', 'huabei', '--id', 'huabei', '--limit', '8000'])
      huaqing(ledgerPath, '2026-07-05', ['bill', 'add', 'huabei', '2026-07', '--amount', '1280'])
      await go(page, '/settings')
      await page.getByRole('radio', { name: '200%' }).click()
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.width)).toContain('slim')
      for (const path of PATHS) {
        await go(page, path)
        await settled(page)
        if (!(await page.evaluate(isCurrentInSight))) found.push(`${path}: the navigation does not show where one is`)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) found.push(`${path}: ${wide} px wider than the window`)
        const cut = await page.evaluate(cutOff)
        if (cut.length > 0) found.push(`${path}: cut off at the right: ${cut.join(', ')}`)
        found.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`))
        await page.keyboard.press('Escape')
      }
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })
})
