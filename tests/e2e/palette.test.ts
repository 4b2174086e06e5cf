/** The palette finds what people would type: words of both languages, pinyin and initials, for what is on a page as well. */
import { expect, test } from 'vitest'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-09-05'

/** A word, and a name that has to be among those it finds. */
const CHINESE = {
  分期: '分期：现在结清还是等着',
  fq: '分期：现在结清还是等着',
  fenqi: '分期：现在结清还是等着',
  提前还款: '分期：现在结清还是等着',
  tqjq: '分期：现在结清还是等着',
  最低还款: '去账单',
  zdhk: '去账单',
  逾期: '去今天',
  yuqi: '去今天',
  额度: '去账户',
  ed: '去账户',
  利息: '去账户',
  自动还款: '去账户',
  家人: '去账户',
  密码: '去备份',
  关闭花呗: '花呗和信用购能不能一起关',
  guanhuabei: '花呗和信用购能不能一起关',
  对账: '去账单',
  手续费: '去流水',
  搜索: '去流水',
  什么时候还完: '去计划',
  还清: '去计划',
  附件: '去沟通',
  证明: '去沟通',
  通知: '去设置',
  字体: '去设置',
  示例: '去设置',
  重做: '去历史',
  夜间: '换成深色',
  hk: '记一笔还款',
  还钱: '记一笔还款',
  确认收货: '去今天',
}
const ENGLISH = {
  installments: 'Installments: settle now or wait',
  installment: 'Installments: settle now or wait',
  'early repayment': 'Installments: settle now or wait',
  'settle early': 'Installments: settle now or wait',
  minimum: 'Go to Bills',
  overdue: 'Go to Today',
  late: 'Go to Today',
  interest: 'Go to Accounts',
  'credit limit': 'Go to Accounts',
  quota: 'Go to Accounts',
  autopay: 'Go to Accounts',
  owner: 'Go to Accounts',
  password: 'Go to Import',
  passphrase: 'Go to Backups',
  'dark mode': 'Use dark colors',
  'font size': 'Go to Settings',
  zoom: 'Go to Settings',
  privacy: 'Go to Settings',
  sample: 'Go to Settings',
  notifications: 'Go to Settings',
  'ledger file': 'Go to Settings',
  search: 'Go to Entries',
  filter: 'Go to Entries',
  transactions: 'Go to Entries',
  'debt free': 'Go to Plans',
  budget: 'Go to Plans',
  json: 'Go to Export',
  proof: 'Go to Bills',
  attachments: 'Go to Case',
  undo: 'Go to History',
  paid: 'Record a repayment',
  verify: 'Go to Backups',
}

describeInBrowser('the palette finds', () => {
  for (const [locale, words] of [
    ['zh-CN', CHINESE],
    ['en-US', ENGLISH],
  ] as const) {
    test(`${Object.keys(words).length} words of ${locale}, and else looks among the entries`, async () => {
      const app = await openApp({ locale, today: TODAY })
      const { page } = app
      try {
        await page.locator('main h1').first().waitFor()
        await tellLedger(app.ledgerPath, TODAY, [
          ['addAccount', { kind: 'huabei', id: 'huabei' }],
          [
            'addInstallments',
            {
              account: 'huabei',
              origin: 'trade',
              principal: '1200',
              count: 6,
              feeRate: '4.5%',
              firstBill: '2026-08',
              label: 'XK-7',
            },
          ],
        ])
        await page.keyboard.press('Control+k')
        const typed = page.locator('dialog').getByRole('combobox')
        const found = async () => (await page.locator('.palette-item').allInnerTexts()).join('; ')
        for (const [word, name] of Object.entries(words)) {
          await typed.fill(word)
          await expect.poll(found, { message: word }).toContain(name)
        }
        await typed.fill('XK-7')
        await expect.poll(found).toContain('XK-7')
        await page.keyboard.press('Enter')
        await expect.poll(() => page.locator('main [role="row"], main tbody tr').count()).toBeGreaterThan(0)
        await expect.poll(() => page.locator('search input').first().inputValue()).toBe('XK-7')
      } finally {
        await app.close()
      }
    })
  }
})

describeInBrowser('what is typed right after the keys of the palette', () => {
  test('is in the palette, and no key of the page below, whatever else is still on its way', async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      await page.route('**/assets/*.js', () => undefined)
      await page.keyboard.press('ControlOrMeta+k')
      // By themselves X hides the amounts and N begins a bill.
      await page.keyboard.type('xn')
      expect(await page.locator('dialog input').inputValue()).toBe('xn')
      expect(await page.evaluate(() => location.hash)).not.toContain('bills')
    } finally {
      await app.close()
    }
  })
})
