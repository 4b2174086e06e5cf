/** A statement through the page: preview, commit, every question answered; then a newer file that overlaps it; undo. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { file, row } from '../statement-files/statement-text.ts'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { commitPreview, FIXTURES, go, previewFile } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const FILE = 'alipay-app-2026-gb18030.csv'
const OVERLAP = 'alipay-app-2026-overlap-gb18030.csv'

const reviews = (page: Page) => page.locator('.review')

/** Answers the question that names this, and waits until it is gone. */
async function answer(page: Page, text: string, how: (item: ReturnType<typeof reviews>) => Promise<void>) {
  const before = await reviews(page).count()
  await how(reviews(page).filter({ hasText: text }).first())
  await expect.poll(() => reviews(page).count()).toBe(before - 1)
}

describeInBrowser('an import', () => {
  test('is previewed row by row, written, answered, extended by a newer file, and undone', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, FILE)
      const told = page.locator('.import-told')
      expect(await told.innerText()).toContain('文件里说有79行，读到79行')
      expect(await told.innerText()).toContain('5行要你看')
      await expect.poll(() => page.locator('.import-rows tbody tr').count()).toBe(5)
      await page.getByRole('button', { name: /^全部/ }).click()
      await expect.poll(() => page.locator('.import-rows tbody tr').count()).toBe(79)
      // Nothing is written before the press at the foot.
      await go(page, '/bills')
      await expect.poll(() => page.locator('.bills tbody tr').count()).toBe(0)

      await previewFile(page, FILE)
      await commitPreview(page)
      expect(await page.locator('.import-done').innerText()).toContain('新记55笔')
      await expect.poll(() => reviews(page).count()).toBe(5)

      await answer(page, '平板电脑', async (item) => {
        await item.getByRole('textbox').fill('900')
        await item.getByRole('button', { name: '就这样' }).click()
      })
      await answer(page, '公共交通卡', async (item) => {
        // The purchase at the same shop is proposed, not the newest one.
        expect(await item.getByRole('combobox').innerText()).toMatch(/^2026-08-16\s+某某公共交通卡公司/)
        await item.getByRole('button', { name: '就这样' }).click()
      })
      await splitStory(page)

      await previewFile(page, OVERLAP)
      expect(await told.innerText()).toContain('其中3行有变化')
      await commitPreview(page)
      const done = await page.locator('.import-done').innerText()
      expect(done).toContain('新记4笔')
      expect(done).toContain('更新3行')
      expect(done).toContain('本来就有15行')

      await page.locator('.toast').getByRole('button').click()
      await page.locator('.import-done').getByText('这次导入已撤销').waitFor()
      await previewFile(page, OVERLAP)
      expect(await told.innerText()).toContain('其中3行有变化')
    } finally {
      await app.close()
    }
  })

  test('takes a row of the web file as Huabei where the user says so, and lets it be taken back by itself', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-web-2020-gbk.csv')
      await page.getByRole('button', { name: /^不记账/ }).click()
      const row = page.locator('.import-rows tr').filter({ hasText: '266.00' })
      expect(await row.innerText()).toContain('消费，不记')
      await row.getByRole('button', { name: '记到账户' }).click()
      await page.getByRole('button', { name: '就记这一行' }).click()
      expect(await row.innerText()).toContain('消费 · 花呗')
      const commit = page.locator('.import-commit .btn.main')
      expect(await commit.innerText()).toContain('记6笔')
      await commitPreview(page)
      expect(await page.locator('.import-done').innerText()).toContain('另外按你定的记了1行')
      const purchases = () => page.locator('.entry-list [role="row"]').filter({ hasText: '266.00' }).count()
      await go(page, '/entries')
      await expect.poll(purchases).toBe(1)
      await page.keyboard.press('Control+z')
      await expect.poll(purchases).toBe(0)
      // What the file said still stands.
      expect(await page.locator('.entry-list [role="row"]').count()).toBeGreaterThan(0)
    } finally {
      await app.close()
    }
  })

  test('a row from before a closing is offered to the closed account, a later one is not, and says why', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(app.ledgerPath, '2026-09-16', [
        ['addAccount', { kind: 'huabei' }],
        ['recordClosing', { target: 'huabei', to: 'closed', on: '2020-10-15' }],
      ])
      await previewFile(page, 'alipay-web-2020-gbk.csv')
      await page.getByRole('button', { name: /^不记账/ }).click()
      const row = (amount: string) => page.locator('.import-rows tr').filter({ hasText: amount })
      const form = page.locator('.import-take')
      await row('266.00').getByRole('button', { name: '记到账户' }).click()
      await form.locator('.note', { hasText: '花呗2020年' }).waitFor()
      const take = form.getByRole('button', { name: '就记这一行' })
      expect(await take.getAttribute('aria-disabled')).toBe('true')
      expect(await axeProblems(page)).toEqual([])
      await form.getByRole('button', { name: '不记' }).click()
      await row('49.95').getByRole('button', { name: '记到账户' }).click()
      expect(await form.getByRole('combobox').last().innerText()).toBe('花呗（已关闭）')
      await take.click()
      expect(await row('49.95').innerText()).toContain('消费 · 花呗')
      await commitPreview(page)
      expect(await page.locator('.import-done').innerText()).toContain('另外按你定的记了1行')
    } finally {
      await app.close()
    }
  })

  test('a file that is open is still open, with what was chosen in it, after a look at the questions and at another page', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-app-unconfirmed-wording-gb18030.csv')
      await commitPreview(page)
      await expect.poll(() => reviews(page).count()).toBe(9)
      await previewFile(page, 'alipay-web-2020-gbk.csv')
      await page.getByRole('button', { name: /^不记账/ }).click()
      const row = page.locator('.import-rows tr').filter({ hasText: '266.00' })
      await row.getByRole('button', { name: '记到账户' }).click()
      await page.getByRole('button', { name: '就记这一行' }).click()
      await go(page, '/import/reviews')
      await expect.poll(() => reviews(page).count()).toBe(9)
      expect(await page.locator('.import-commit').isVisible()).toBe(false)
      expect(await page.locator('.import-open').innerText()).toContain('alipay-web-2020-gbk.csv')
      expect(await axeProblems(page)).toEqual([])
      await reviews(page).first().getByRole('button', { name: '不用管它' }).click()
      await expect.poll(() => reviews(page).count()).toBe(8)
      await page.getByRole('button', { name: '回到那份文件' }).click()
      expect(await row.innerText()).toContain('消费 · 花呗')
      await go(page, '/entries')
      await go(page, '/import')
      await page.getByRole('button', { name: /^不记账/ }).click()
      expect(await row.innerText()).toContain('消费 · 花呗')
      await commitPreview(page)
      expect(await page.locator('.import-done').innerText()).toContain('另外按你定的记了1行')
    } finally {
      await app.close()
    }
  })

  test('leaves questions of one wording that one answer serves, also for the next file', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-app-unconfirmed-wording-gb18030.csv')
      await commitPreview(page)
      await expect.poll(() => reviews(page).count()).toBe(9)
      const loan = reviews(page).filter({ hasText: '网商贷' })
      await loan.getByLabel('它是什么').selectOption('unrelated')
      await loan.getByRole('button', { name: '以后这样写的也这样答' }).click()
      await expect.poll(() => reviews(page).count()).toBe(8)
      await go(page, '/history')
      expect(await page.locator('.grid-table tbody tr').first().innerText()).toContain('回答了1条同样的记录')
    } finally {
      await app.close()
    }
  })

  test('shows a mark that turns text round as its code, beside a question and in a list of choices too', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    const folder = mkdtempSync(join(tmpdir(), 'huaqing-marks-'))
    try {
      await page.locator('main h1').first().waitFor()
      const label = 'abc\u202Edef'
      await tellLedger(app.ledgerPath, '2026-09-16', [
        ['addAccount', { kind: 'huabei', id: 'huabei' }],
        ['addPurchase', { account: 'huabei', amount: '10', orderedOn: '2026-08-01', postedOn: '2026-08-01', label }],
      ])
      const path = join(folder, 'statement.csv')
      const refund = row({
        ...{ status: '退款成功', direction: '不计收支', category: '退款', amount: '4.00' },
        ...{ time: '2026-08-03 12:00:00', orderNo: '2026080322001474514000000009' },
      })
      writeFileSync(path, file([refund, row()]))
      await previewFile(page, path)
      await commitPreview(page)
      await expect.poll(() => reviews(page).count()).toBe(2)
      expect(await reviews(page).filter({ hasText: '账本里的' }).innerText()).toContain('abc\\u202edef')
      expect(await reviews(page).getByRole('combobox').first().innerText()).toContain('abc\\u202edef')
      expect(await page.locator('main').innerText()).not.toContain('\u202E')
    } finally {
      removeFolder(folder)
      await app.close()
    }
  })

  test('of a zip asks for its password, says when it is wrong, and opens with the right one', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await go(page, '/import')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '选文件' }).click()
      await (await chooser).setFiles(join(FIXTURES, 'alipay-app-2026-aes256-password-123456.zip'))
      const password = page.getByLabel('密码')
      await password.press('Enter')
      await page.getByText('这里还没填').waitFor()
      await password.fill('000000')
      await password.press('Enter')
      await page.getByRole('alert').getByText('密码不对').waitFor()
      await password.fill('123456')
      await password.press('Enter')
      await page.locator('.import-commit').waitFor()
      expect(await page.locator('.import-told').innerText()).toContain('读到79行')
    } finally {
      await app.close()
    }
  })

  test('of a file that is no statement is refused in a sentence, with what to do', async () => {
    const app = await openApp({ today: '2026-09-16' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await go(page, '/import')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '选文件' }).click()
      const file = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from('名字,数量\n苹果,3\n') }
      await (await chooser).setFiles(file)
      const refused = page.locator('.failure')
      await refused.waitFor()
      expect(await refused.innerText()).toContain('用于个人对账')
      await page.getByRole('button', { name: '换一个文件' }).click()
      await page.getByRole('button', { name: '选文件' }).waitFor()
    } finally {
      await app.close()
    }
  })
})

/** A split that does not add up cannot be sent and says by how much; both combined repayments are then answered. */
async function splitStory(page: Page): Promise<void> {
  const first = reviews(page).filter({ hasText: '558.82' }).first()
  const field = first.getByRole('textbox').first()
  const proposed = await field.inputValue()
  await field.fill('300')
  await expect.poll(() => first.innerText()).toContain('还有54.82没分到')
  await field.press('Enter')
  await page.waitForTimeout(300)
  await expect.poll(() => reviews(page).count()).toBe(3)
  await field.fill(proposed)
  await answer(page, '558.82', async (item) => item.getByRole('button', { name: '就按这个拆' }).click())
  await answer(page, '293.20', async (item) => item.getByRole('button', { name: '就按这个拆' }).click())
  await expect.poll(() => reviews(page).count()).toBe(1)
}

describeInBrowser('a repayment entered by hand whose row is imported', () => {
  test('is said beside the figure that it makes too low, until it is answered', async () => {
    const today = '2026-09-05'
    const app = await openApp({ today })
    const { page, ledgerPath } = app
    const settle = async () => (await page.locator('.amount-hero').innerText()).replace(/[^\d.]/g, '')
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, today, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
      huaqing(ledgerPath, today, ['repay', 'add', 'huabei', '--amount', '402.65', '--on', '2026-08-08'])
      huaqing(ledgerPath, today, ['import', join(FIXTURES, 'alipay-app-2026-gb18030.csv')])
      await go(page, '/')
      await page.getByText('402.65可能记了两遍').waitFor()
      const tooLow = Number(await settle())
      await page.getByRole('link', { name: '去回答' }).click()
      await page.getByRole('button', { name: '同一笔，留那笔' }).click()
      await go(page, '/')
      await expect.poll(async () => Number((Number(await settle()) - tooLow).toFixed(2))).toBe(402.65)
      expect(await page.getByText('可能记了两遍').count()).toBe(0)
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('a file whose repayments are more than its purchases', () => {
  test('leaves nothing owed by these records, and no mark or colour that says it is certain', async () => {
    const today = '2026-11-26'
    const app = await openApp({ today })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, today, ['import', join(FIXTURES, 'alipay-app-2026-overlap-gb18030.csv')])
      huaqing(ledgerPath, today, ['import', join(FIXTURES, 'alipay-app-unconfirmed-wording-gb18030.csv')])
      await go(page, '/')
      await expect.poll(() => page.locator('.lead .amount-hero').innerText()).toContain('0.00')
      await expect.poll(() => page.locator('.lead .certainty').getAttribute('class')).toContain('assumed')
      expect(await page.locator('.lead-end').innerText()).toContain('还没核对')
      expect(await page.locator('.lead-end .is-safe').count()).toBe(0)
      await page.locator('.lead .ask-words').click()
      await page.locator('dialog table').waitFor()
      expect(await page.getByText('我这边是这样算的').count()).toBe(0)
    } finally {
      await app.close()
    }
  })
})
