import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')

/** Goes to a page by its path, and waits until it shows what it has. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, path)
  await page.locator('main h1').first().waitFor()
  await settled(page)
}

/** Nothing on the page is still on its way, be it in sight or below. */
export async function settled(page: Page): Promise<void> {
  const onItsWay = page.locator('main [aria-busy="true"], main [data-below]')
  await expect.poll(() => onItsWay.count(), { timeout: 10_000 }).toBe(0)
}

/** Chooses a statement, a fixture or any file, on the import page, as a user does, and waits for its preview. */
export async function previewFile(page: Page, file: string): Promise<void> {
  await go(page, '/import')
  const another = page.getByRole('button', { name: /^(再导一个|Import another)$/ })
  if ((await another.count()) > 0) await another.click()
  // A file that was opened before is still open.
  const giveUp = page.locator('.import-commit').getByRole('button', { name: /^(不导入|Do not import)$/ })
  if ((await giveUp.count()) > 0) await giveUp.click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(选文件|Choose a file)$/ }).click()
  await (await chooser).setFiles(resolve(FIXTURES, file))
  await page.locator('.import-commit').waitFor()
}

/** The one press that writes the previewed file. */
export async function commitPreview(page: Page): Promise<void> {
  await page.locator('.import-commit .btn.main').click()
  await page.locator('.import-done').waitFor()
}
