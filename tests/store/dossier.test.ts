import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contract, type RequestInput } from '#shared/contract/contract.ts'
import { scenarioInside } from '#shared/contract/dossier/scenario-inside.ts'
import { exportFields } from '#shared/contract/export-fields.ts'
import { answerScenario } from '#shared/contract/scenario-answers.ts'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { complaintPack } from '../../electron/handlers/complaint-pack.ts'
import { gatherDossier } from '../../electron/handlers/gather-dossier.ts'
import type { Handled, HandlerContext } from '../../electron/handlers/handler.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { makeExport } from '../../electron/handlers/make-export.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { isInstalled, sayMissing } from '../statement-files/export/book-programs.ts'
import { contextOf } from './handler-context.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

/** The dossier of a case, read back: what it states is what the ledger answers, with names and without. */

sayMissing(['unzip'])

type Method = keyof typeof contract

async function openStory(): Promise<HandlerContext> {
  const context = contextOf(temporaryStore())
  const tell = async <M extends Method>(method: M, request: RequestInput<M>) => {
    const handler = handlers[method] as (context: HandlerContext, request: unknown) => Handled<{ readonly id: string }>
    const outcome = await handler(context, contract[method].request.parse(request))
    if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.refusal)}`)
    return outcome.value
  }
  await tell('addAccount', { id: 'huabei', kind: 'huabei', owner: '王小明', terms: { statementDay: 1, dueDay: 10 } })
  await tell('addAccount', { id: 'js', kind: 'credit-purchase', lender: '江苏银行' })
  await tell('addAccount', { id: 'mom', kind: 'other', name: '欠表姐的', balance: '2000' })
  await tell('addPurchase', {
    id: 'order-2026',
    account: 'huabei',
    amount: '300',
    orderedOn: '2026-08-05',
    label: '<script>alert(1)</script>张记面馆',
  })
  await tell('addPurchase', {
    id: 'p2',
    account: 'js',
    amount: '88.80',
    orderedOn: '2026-09-05',
    label: '张记面馆',
    orderNo: '20260905123456',
  })
  await tell('recordContact', {
    on: '2026-09-08',
    channel: '95188',
    agent: '8123',
    ticket: 'T-778',
    said: '工号8123说我的13812345678收得到短信，95188会回电',
    promise: { what: '回电', by: '2026-09-11' },
    complaint: true,
  })
  await tell('recordContact', {
    on: '2026-09-06',
    channel: 'in-app',
    ticket: '7788990011',
    reason: '工单7788990011.',
    said: '8123查了卡6222 0212 3456 7890，退张记面馆的钱给王小明',
  })
  await tell('recordNotice', {
    source: '银行短信（王小明）',
    text: '尊敬的王小明，尾号66558的卡',
    link: 'https://example.com/?user=20881122334455',
  })
  await tell('recordChannel', { way: 'friend', label: '表姐李芳' })
  await tell('recordWayToPay', { label: '工行储蓄卡', use: '给李芳家交水电（表姐李芳）' })
  await tell('confirmClosure', { target: 'huabei', code: 'auto-debits-moved', note: '张记面馆的代扣改了' })
  const file = join(temporaryFolder(), '聊天 记录.txt')
  writeFileSync(file, '客服：王小明你好')
  await tell('attachFile', { fileToken: file })
  return context
}

const NAMES = [
  ...['王小明', '张记面馆', '欠表姐的', '表姐李芳', '工行储蓄卡', '聊天', '"mom"', 'order-2026'],
  ...['8123', '13812345678', 'T-778', '7788990011', '20260905123456', '6222 0212 3456 7890', '66558', '20881122334455'],
]

describe('the dossier', () => {
  it.each([
    ['zh-CN', false],
    ['en', true],
  ] as const)('in %s, redacted %s, carries the facts from which the same figures follow', async (language, redact) => {
    const context = await openStory()
    const { html } = gatherDossier(context, { language, redact })
    const scenario = readScenario(JSON.parse(scenarioInside(html) ?? 'null'))
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.refusal))
    const answers = answerScenario(scenario.value)
    if (!answers.ok) throw new Error(JSON.stringify(answers.refusal))
    const ledger = context.store.read((reader) => readLedger(reader, context.today))
    const figures = (owed: ReturnType<typeof owedOn>) => owed.accounts.map(({ total, cells }) => ({ total, cells }))
    expect(answers.value.owed && figures(answers.value.owed)).toEqual(figures(owedOn(ledger)))
    expect(answers.value.quotes.map(({ total }) => total)).toEqual(payoffQuotes(ledger).map(({ total }) => total))
    for (const quote of payoffQuotes(ledger))
      expect(html).toContain(`>${yuanText(quote.total).replace(/\B(?=(\d{3})+\.)/g, ',')}<`)
  })

  it('states its hash of the facts, has nothing active in it, and names what was said', async () => {
    const { html } = gatherDossier(await openStory(), { language: 'zh-CN', redact: false })
    const sha256 = createHash('sha256')
      .update((scenarioInside(html) ?? '').replaceAll('\\u003c', '<'))
      .digest('hex')
    expect(html).toContain(sha256)
    expect(html.match(/<script/g)).toEqual(['<script'])
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;张记面馆')
    expect(html).toContain('工号8123说我的13812345678收得到短信')
    expect(html).not.toMatch(/ on\w+=|javascript:|<iframe|<img|href=/)
  })

  it.each(['zh-CN', 'en'] as const)('leaves no blank of a sentence unfilled (%s)', async (language) => {
    const { html } = gatherDossier(await openStory(), { language, redact: false })
    const printed = html.replaceAll(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '')
    expect(printed.match(/\{[a-z][A-Za-z|]*\}/g)).toBe(null)
  })

  it('redacted has no name left, and the same name has the same placeholder everywhere', async () => {
    const { html } = gatherDossier(await openStory(), { language: 'en', redact: true })
    expect(NAMES.filter((name) => html.includes(name))).toEqual([])
    const [, agent] = /工号(person \d+)说我的(number \d+)收/.exec(html) ?? []
    expect(agent).toBeDefined()
    expect(html).toContain(`<td class="narrow">${agent}</td>`)
    const [, shop] = /退(shop \d+)的钱/.exec(html) ?? []
    expect(shop).toBeDefined()
    expect(scenarioInside(html)).toContain(`"label": "${shop}"`)
    expect(html).toContain('95188')
  })

  it('redacted tells the accounts of two lenders apart in every sentence, as with names', async () => {
    const context = await openStory()
    await handlers.addAccount(
      context,
      contract.addAccount.request.parse({ kind: 'credit-purchase', lender: '平安银行' }),
    )
    const lenders = (redact: boolean) =>
      gatherDossier(context, { language: 'zh-CN', redact }).html.match(/(?:江苏银行|平安银行)信用购/g)
    expect(lenders(true)).toEqual(lenders(false))
    expect(new Set(lenders(true))).toEqual(new Set(['江苏银行信用购', '平安银行信用购']))
  })

  it('says under its figure what may still move it, and has no heading over nothing', async () => {
    const context = contextOf(temporaryStore())
    await handlers.addAccount(context, contract.addAccount.request.parse({ kind: 'huabei' }))
    const doubtful = gatherDossier(context, { language: 'en', redact: false }).html
    expect([doubtful.includes('It rests on assumptions'), /Appendix A/.test(doubtful)]).toEqual([true, false])
    await handlers.changeTerms(
      context,
      contract.changeTerms.request.parse({
        account: 'huabei',
        from: '2020-01-01',
        set: { statementDay: 1, dueDay: 10 },
      }),
    )
    expect(gatherDossier(context, { language: 'en', redact: false }).html).not.toContain('It rests on assumptions')
  })

  it('prints every proof of a requirement, however many there are', async () => {
    const context = await openStory()
    for (const month of ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']) {
      const bill = contract.enterBill.request.parse({ account: 'huabei', month, shown: '10.00' })
      const entered = await handlers.enterBill(context, bill)
      expect(entered.ok).toBe(true)
    }
    const { html } = gatherDossier(context, { language: 'en', redact: false })
    const overdue = new Set(html.match(/bill of 2026-0[3-8]: [0-9.]+ overdue/g))
    expect([...overdue].length, html.match(/[^>]*2026-05[^<]*/g)?.join(' | ')).toBe(6)
    expect(html).not.toMatch(/>\+\d+</)
  })

  it('of a typical ledger is made in under two seconds', async () => {
    const context = await openStory()
    const add = handlers.addPurchase as (context: HandlerContext, request: unknown) => unknown
    for (let n = 0; n < 600; n++) {
      const day = `2026-0${1 + (n % 8)}-${String(1 + (n % 27)).padStart(2, '0')}`
      add(
        context,
        contract.addPurchase.request.parse({
          account: n % 3 === 0 ? 'js' : 'huabei',
          amount: `${20 + (n % 90)}.5`,
          orderedOn: day,
          label: `店${n % 40}`,
        }),
      )
    }
    const start = performance.now()
    const { html } = gatherDossier(context, { language: 'zh-CN', redact: false })
    const spent = performance.now() - start
    expect([html.length > 50_000, spent < 2_000]).toEqual([true, true])
  })
})

/** Names that stand in no field: only in what was written, one of them in every kind of it. */
async function storyWithNamesInProse(): Promise<HandlerContext> {
  const context = await openStory()
  const tell = async <M extends Method>(method: M, request: RequestInput<M>) => {
    const handler = handlers[method] as (context: HandlerContext, request: unknown) => Handled<unknown>
    const outcome = await handler(context, contract[method].request.parse(request))
    if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.refusal)}`)
  }
  await tell('recordContact', {
    on: '2026-09-07',
    channel: 'in-app',
    agent: 'Li Na',
    said: '客服小秦转给陈主管，李芳13900001111，周大勇13700002222在旁边，LI NA说发到zhou.dy@example.com',
    reason: '周大勇的单子',
    promise: { what: '陈主管给周大勇回电', by: '2026-09-12' },
  })
  await tell('recordNotice', {
    source: '周大勇转发',
    text: '周大勇收到的短信',
    link: 'https://example.com/zhou.dy@example.com',
  })
  await tell('recordWayToPay', { label: '现金', use: '还周大勇的饭钱' })
  await tell('recordSystemClosing', { account: 'huabei', state: 'frozen', said: '周大勇的账号异常' })
  await tell('compareWithAlipay', { account: 'huabei', shown: { billed: '1' }, note: '周大勇帮我看的' })
  await tell('confirmClosure', { target: 'huabei', code: 'deposits-released', note: '周大勇看过' })
  await tell('savePlan', { name: '和周大勇一起还', monthly: '300', follow: true })
  return context
}

describe('names that stand only in what was written', () => {
  const GUESSED = ['小秦', '陈主管', 'zhou.dy@example.com', 'LI NA', '13900001111', '13700002222']
  const files = (context: HandlerContext, words: { readonly hide?: string[]; readonly keep?: string[] }) =>
    Object.values(unzipSync(complaintPack(context, { language: 'zh-CN', redact: true, ...words }).bytes))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n')
  const left = (text: string, names: readonly string[]) => names.filter((name) => text.includes(name))

  it('are offered as a list: people, agents, telephones and order numbers, with where they stand', async () => {
    const context = await storyWithNamesInProse()
    const listed = handlers.listRedactionWords(context, {})
    if (!('ok' in listed) || !listed.ok) throw new Error('no list')
    const names = listed.value.map(({ name }) => name)
    const wanted = ['王小明', '8123', 'Li Na', '小秦', '陈主管', 'zhou.dy@example.com', '13900001111', '7788990011']
    expect(wanted.filter((name) => !names.includes(name))).toEqual([])
    expect(['95188', '客服'].filter((name) => names.includes(name))).toEqual([])
    expect(listed.value.find(({ name }) => name === '陈主管')).toEqual({ kind: 'person', name: '陈主管', places: 2 })
  })

  it('go from every file once they are on the list, in whatever text they stand; the figures stay', async () => {
    const context = await storyWithNamesInProse()
    expect(left(files(context, {}), [...NAMES, ...GUESSED])).toEqual([])
    expect(left(files(context, {}), ['周大勇'])).toEqual(['周大勇'])
    const hidden = files(context, { hide: ['周大勇'] })
    expect(left(hidden, [...NAMES, ...GUESSED, '周大勇'])).toEqual([])
    expect(hidden.match(/隐去1/g)?.length).toBeGreaterThan(8)
    const scenario = scenarioInside(gatherDossier(context, { language: 'zh-CN', redact: true, hide: ['周大勇'] }).html)
    expect(scenario).not.toContain('周大勇')
  })

  it('stay where the user takes them off the list, but not in their own field', async () => {
    const context = await storyWithNamesInProse()
    const { html } = gatherDossier(context, { language: 'en', redact: true, keep: ['陈主管', '8123'] })
    expect(html).toContain('陈主管给')
    expect(html).toContain('工号8123说')
    expect(html).toMatch(/<td class="narrow">person \d+<\/td>/)
    expect(html).not.toContain('<td class="narrow">8123</td>')
  })
})

describe('the complaint pack', () => {
  const opened = (context: HandlerContext, redact: boolean) =>
    Object.entries(unzipSync(complaintPack(context, { language: 'zh-CN', redact }).bytes))

  it('holds every file with the hash that its list states', async () => {
    const files = opened(await openStory(), false)
    const sums = new TextDecoder().decode(files.find(([name]) => name === 'SHA256SUMS.txt')?.[1])
    const others = files.filter(([name]) => name !== 'SHA256SUMS.txt')
    expect(
      others.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`).join('\n'),
    ).toBe(sums.trim())
    expect(files.map(([name]) => name)).toEqual([
      'README.txt',
      'dossier.html',
      'scenario.json',
      'ledger.csv',
      'chronology.csv',
      'attachments/01-聊天 记录.txt',
      'SHA256SUMS.txt',
    ])
  })

  it.skipIf(!isInstalled('unzip'))('is unpacked by a foreign program, and its own list finds every file', async () => {
    const folder = temporaryFolder()
    const { bytes } = complaintPack(await openStory(), { language: 'zh-CN', redact: false })
    writeFileSync(join(folder, 'pack.zip'), bytes)
    const unpacked = spawnSync('unzip', ['-q', 'pack.zip'], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    const checked = spawnSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: folder, encoding: 'utf8' })
    expect([unpacked.status, checked.stdout.trim().split('\n').at(-1), checked.status]).toEqual([
      0,
      'attachments/01-聊天 记录.txt: OK',
      0,
    ])
  })

  it('has every day of the case in its chronology, and nothing that a spreadsheet would run', async () => {
    const context = await openStory()
    const said = { channel: 'letter', said: '=HYPERLINK("http://x","y")', ticket: '+1', on: '2026-09-01' } as const
    handlers.recordContact(context, contract.recordContact.request.parse(said))
    const csv = opened(context, false).find(([name]) => name === 'chronology.csv')?.[1]
    const lines = new TextDecoder().decode(csv).split('\r\n')
    expect(lines.find((line) => line.includes('HYPERLINK'))).toBe(
      '2026-09-01,,联系：书面 +1,"\'=HYPERLINK(""http://x"",""y"")",,',
    )
    expect(lines.filter((line) => line.startsWith('2026-09-08')).length).toBe(1)
  })

  it('has its days in the calendar too: promise, complaint, notice and follow-up', async () => {
    const context = await openStory()
    const after = { channel: '95188', said: '下周再问', followUpOn: '2026-09-22', on: '2026-09-20' } as const
    handlers.recordContact(context, contract.recordContact.request.parse(after))
    const made = makeExport(context, exportFields.parse({ format: 'ics', language: 'zh-CN' }))
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const summaries = [...made.value.pieces]
      .join('')
      .split('\r\n')
      .filter((line) => line.startsWith('SUMMARY'))
    const ofCase = summaries.filter((line) => /客服|投诉|公告|再问/.test(line))
    expect(ofCase).toEqual([
      'SUMMARY:客服答应的日子到了：回电',
      'SUMMARY:该看公告：银行短信（王小明）',
      'SUMMARY:该再问一次：下周再问',
      'SUMMARY:投诉满15天，该有答复：T-778',
    ])
  })

  it('names accounts in the language of the calendar', async () => {
    const made = makeExport(await openStory(), exportFields.parse({ format: 'ics', language: 'en' }))
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const dues = [...made.value.pieces].join('').match(/^SUMMARY:.*bill of.*$/gm) ?? []
    expect(dues.length).toBeGreaterThan(0)
    expect(dues.filter((line) => /花呗|信用购/.test(line))).toEqual([])
  })

  it('says that attachments are in it only where they are', async () => {
    const readme = async (redact: boolean) =>
      new TextDecoder().decode(opened(await openStory(), redact).find(([name]) => name === 'README.txt')?.[1])
    expect([/^attachments\//m.test(await readme(false)), /^attachments\//m.test(await readme(true))]).toEqual([
      true,
      false,
    ])
    expect(await readme(true)).toContain('没有放进来')
  })

  it('redacted leaves attachments out and no name in any file', async () => {
    const files = opened(await openStory(), true)
    const texts = files.map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n')
    expect([
      files.some(([name]) => name.startsWith('attachments/')),
      NAMES.filter((name) => texts.includes(name)),
    ]).toEqual([false, []])
  })
})
