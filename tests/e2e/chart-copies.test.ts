/** What is taken along from a chart: a picture of its size, and as figures the very table that stands beside it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'

/** Cells as they are told apart, without what makes large amounts easier to read. */
const plain = (cells: readonly string[]) => cells.map((cell) => cell.trim().replaceAll(',', '').replace('−', '-'))

async function copied(page: Page, chart: Locator): Promise<readonly (readonly string[])[]> {
  await chart.getByRole('button', { name: /^抄成表格/ }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => plain(line.split(',').map((cell) => cell.replaceAll('"', ''))))
}

/** A day is copied as it is written everywhere, not as it is spoken. */
const cellsOf = (cells: readonly Element[]) =>
  cells.map((cell) => cell.querySelector('time')?.dateTime ?? (cell as HTMLElement).innerText)

async function tableOf(chart: Locator): Promise<readonly (readonly string[])[]> {
  await chart.getByRole('radio', { name: '表' }).click()
  const rows = await chart.locator('table tr').all()
  return Promise.all(rows.map(async (row) => plain(await row.locator('th, td').evaluateAll(cellsOf))))
}

async function pictureOf(page: Page, chart: Locator) {
  const download = page.waitForEvent('download')
  await chart.getByRole('button', { name: /^存成图片/ }).click()
  const bytes = readFileSync(await (await download).path())
  return {
    magic: bytes.subarray(0, 8).toString('latin1'),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  }
}

describeInBrowser('what is taken along from a chart', () => {
  test('every chart as a picture and as figures', { timeout: 90_000 }, async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      huaqing(app.ledgerPath, TODAY, ['import', join(FIXTURES, 'alipay-app-2026-gb18030.csv')])
      await go(page, '/charts')
      await page.locator('.recharts-surface').first().waitFor()
      await settled(page)
      const charts = page.locator('main section.curve')
      const count = await charts.count()
      expect(count).toBeGreaterThan(5)
      for (let at = 0; at < count; at++) {
        const chart = charts.nth(at)
        const title = await chart.locator('h2').innerText()
        const box = (await chart.locator('figure').boundingBox())!
        const picture = await pictureOf(page, chart)
        expect([title, picture]).toEqual([
          title,
          { magic: '\x89PNG\r\n\x1a\n', width: Math.ceil(box.width + 24) * 2, height: Math.ceil(box.height + 48) * 2 },
        ])
        const figures = await copied(page, chart)
        const table = await tableOf(chart)
        expect(table.length).toBeGreaterThan(1)
        // The curve is copied day by day and shown month by month.
        expect([title, figures]).toEqual([title, at === 0 ? expect.arrayContaining([...table]) : table])
      }
    } finally {
      await app.close()
    }
  })
})
