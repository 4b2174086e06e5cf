/** What is taken along from a chart: a picture, one page of paper, and as figures the very table that stands beside it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

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

/** A day is copied as it is written everywhere, not as it is spoken; of a figure that can be asked the figure alone. */
const cellsOf = (cells: readonly Element[]) =>
  cells.map((cell) => {
    const figure = cell.querySelector<HTMLElement>('.ask .amount') ?? (cell as HTMLElement)
    return cell.querySelector('time')?.dateTime ?? figure.innerText
  })

async function tableOf(chart: Locator): Promise<readonly (readonly string[])[]> {
  await chart.getByRole('radio', { name: '表' }).click()
  const rows = await chart.locator('table tr').all()
  return Promise.all(rows.map(async (row) => plain(await row.locator('th, td').evaluateAll(cellsOf))))
}

async function savedPicture(page: Page, chart: Locator): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await chart.getByRole('button', { name: /^存成图片/ }).click()
  return readFileSync(await (await download).path())
}

/** How much of a picture has the color that something of the page has. */
async function shareOfColor(
  chart: Locator,
  picture: Buffer,
  of: { selector: string; property: 'color' | 'background' },
) {
  return chart.evaluate(
    async (_, { base64, selector, property }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!
      const style = getComputedStyle(document.querySelector(selector)!)
      pen.fillStyle = property === 'color' ? style.color : style.backgroundColor
      pen.fillRect(0, 0, 1, 1)
      const wanted = pen.getImageData(0, 0, 1, 1).data.join()
      pen.drawImage(image, 0, 0)
      const { data } = pen.getImageData(0, 0, image.width, image.height)
      let found = 0
      for (let at = 0; at < data.length; at += 4) if (data.subarray(at, at + 4).join() === wanted) found += 1
      return found / (image.width * image.height)
    },
    { base64: picture.toString('base64'), ...of },
  )
}

async function pictureOf(page: Page, chart: Locator) {
  const bytes = await savedPicture(page, chart)
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
      await charts.filter({ hasText: '关闭还差什么：借呗' }).waitFor()
      const count = await charts.count()
      expect(count).toBeGreaterThan(5)
      for (let at = 0; at < count; at++) {
        const chart = charts.nth(at)
        const title = await chart.locator('h2').innerText()
        const box = (await chart.locator('figure').boundingBox())!
        const keys = (await chart.locator('.curve-legend').boundingBox())?.height ?? 0
        const head = keys === 0 ? 36 : 36 + keys + 6
        const picture = await pictureOf(page, chart)
        expect([title, picture]).toEqual([
          title,
          {
            magic: '\x89PNG\r\n\x1a\n',
            width: Math.ceil(box.width + 24) * 2,
            height: Math.ceil(box.height + head + 12) * 2,
          },
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

  test('a picture has what the page has, in its colors, in the dark too', async () => {
    const app = await openApp({ today: TODAY, colorScheme: 'dark' })
    const { page } = app
    try {
      await page.getByRole('button', { name: '打开示例' }).click()
      await page.locator('.amount-hero:not(.amount-unknown)').waitFor()
      await go(page, '/charts')
      const chart = page.locator('main section.curve', { has: page.locator('.quota-used') })
      const picture = await savedPicture(page, chart)
      expect(await shareOfColor(chart, picture, { selector: 'body', property: 'background' })).toBeGreaterThan(0.7)
      expect(await shareOfColor(chart, picture, { selector: '.quota-used', property: 'background' })).toBeGreaterThan(
        0.01,
      )
    } finally {
      await app.close()
    }
  })

  test('a picture has what is used beyond a limit', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei', openedOn: '2026-01-01', limit: '50' }],
        ['enterBill', { account: 'huabei', month: '2026-09', shown: '100' }],
      ])
      await go(page, '/charts')
      const chart = page.locator('main section.curve', { has: page.locator('.quota-used.is-over') })
      const picture = await savedPicture(page, chart)
      const share = await shareOfColor(chart, picture, { selector: '.quota-used.is-over', property: 'background' })
      expect(share).toBeGreaterThan(0.05)
    } finally {
      await app.close()
    }
  })

  test('where nothing costs anything it is said, and no axis without a bar is drawn', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei', openedOn: '2026-01-01' }],
        ['enterBill', { account: 'huabei', month: '2026-09', shown: '100' }],
      ])
      await go(page, '/charts')
      await page.getByText('记下的账单里没有利息和费用，照计划往后也没有。').waitFor()
      const names = await page.locator('main section.curve h2').allInnerTexts()
      expect(names).toContain('账单按月')
      expect(names).not.toContain('利息和费用按月')
    } finally {
      await app.close()
    }
  })

  test('one chart alone is one page of paper', async () => {
    // The dialog of the system would wait for somebody.
    const prepare = () => {
      window.print = () => undefined
    }
    const app = await openApp({ today: TODAY, prepare })
    const { page } = app
    try {
      await page.getByRole('button', { name: '打开示例' }).click()
      await page.locator('.amount-hero:not(.amount-unknown)').waitFor()
      await go(page, '/charts')
      await page.locator('.recharts-surface').first().waitFor()
      const pages = async () =>
        (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
      expect(await pages()).toBeGreaterThan(1)
      // Curve and calendar share the first sheet: as wide and as high as its inside, at 96 pixels to the inch.
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 718, height: 1047 })
      const foot = await page.locator('.due-months').evaluate((months) => months.getBoundingClientRect().bottom)
      expect(foot).toBeLessThan(1047)
      await page.emulateMedia({ media: null })
      await page.locator('main section.curve').first().getByRole('button', { name: /^打印/ }).click()
      expect(await pages()).toBe(1)
    } finally {
      await app.close()
    }
  })
})
