import type { Page } from 'playwright-core'

/** What the focus stands on, as it is named: the label of a field, the name or the words of a button. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

/** Tab until the focus stands on something with this name; never more often than a page has stops. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    if (name.test((await focusedName(page)).trim())) return
  }
  throw new Error(`no stop named ${name}`)
}
