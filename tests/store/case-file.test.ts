import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract, type RequestInput } from '#shared/contract/contract.ts'
import { refusalSentence } from '#shared/contract/texts/refusal-sentence.ts'
import { day } from '#shared/kernel/day.ts'
import { accountHandlers } from '../../electron/handlers/account-handlers.ts'
import { attachmentHandlers } from '../../electron/handlers/attachment-handlers.ts'
import { caseCommands } from '../../electron/handlers/case-commands.ts'
import { caseHandlers } from '../../electron/handlers/case-handlers.ts'
import { factHandlers } from '../../electron/handlers/fact-handlers.ts'
import { crossing, type Handled, type HandlerContext } from '../../electron/handlers/handler.ts'
import { historyHandlers } from '../../electron/handlers/history-handlers.ts'
import { readAccounts } from '../../electron/store/accounts.ts'
import { readCaseFacts } from '../../electron/store/case-facts.ts'
import { contextOf } from './handler-context.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

/** A case from the first call to the last file, through the handlers and a real ledger file. Today is 2026-09-20. */

const table = {
  ...accountHandlers,
  ...factHandlers,
  ...caseCommands,
  ...caseHandlers,
  ...attachmentHandlers,
  ...historyHandlers,
}
type Method = keyof typeof table

function openCase() {
  const context = contextOf(temporaryStore())
  const ask = async <M extends Method>(method: M, request: RequestInput<M>) => {
    const parsed = contract[method].request.parse(request)
    const handler = table[method] as (context: HandlerContext, request: unknown) => Handled<unknown>
    return await handler(context, parsed)
  }
  const tell = async <M extends Method>(method: M, request: RequestInput<M>) => {
    const outcome = await ask(method, request)
    if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.refusal)}`)
    return outcome.value as { readonly id: string }
  }
  /** The English sentence of a refusal. */
  const refusedWith = async <M extends Method>(method: M, request: RequestInput<M>): Promise<string> => {
    const outcome = await ask(method, request)
    return outcome.ok ? 'done' : refusalSentence(crossing(outcome.refusal), 'en')
  }
  return { context, ask, tell, refusedWith, facts: () => context.store.read(readCaseFacts) }
}

async function openWithHuabei() {
  const opened = openCase()
  await opened.tell('addAccount', {
    id: 'huabei',
    kind: 'huabei',
    openedOn: '2025-01-01',
    terms: { statementDay: 1, dueDay: 10 },
  })
  await opened.tell('addPurchase', { id: 'p1', account: 'huabei', amount: '300', orderedOn: '2026-09-05', label: '鞋' })
  await opened.tell('addPurchase', { id: 'p2', account: 'huabei', amount: '40', orderedOn: '2026-09-06', label: '面' })
  return opened
}

describe('the case file', () => {
  it('keeps what was said, settles promises and answers, and undoes each step to what it was', async () => {
    const { tell, facts } = await openWithHuabei()
    const states = [facts()]
    const keep = () => states.push(facts())
    const { id } = await tell('recordContact', {
      on: '2026-09-01',
      time: '14:05',
      channel: '95188',
      agent: '8123',
      ticket: 'T-1',
      account: 'huabei',
      reason: '系统评估',
      said: '三天内回电',
      promise: { what: '回电', by: '2026-09-04' },
      complaint: true,
    })
    keep()
    await tell('settlePromise', { id, on: '2026-09-05', kept: false })
    keep()
    await tell('answerComplaint', { id, on: '2026-09-15' })
    keep()
    await tell('withdrawCaseFact', { id })
    keep()
    expect(
      states.map((state) => state.map((fact) => (fact.kind === 'contact' ? [fact.promise, fact.complaint] : fact))),
    ).toEqual([
      [],
      [[{ what: '回电', by: day('2026-09-04'), settled: null }, { answeredOn: null }]],
      [
        [
          { what: '回电', by: day('2026-09-04'), settled: { on: day('2026-09-05'), kept: false } },
          { answeredOn: null },
        ],
      ],
      [
        [
          { what: '回电', by: day('2026-09-04'), settled: { on: day('2026-09-05'), kept: false } },
          { answeredOn: day('2026-09-15') },
        ],
      ],
      [],
    ])
    for (const before of [...states].reverse().slice(1)) {
      await tell('undo', {})
      expect(facts()).toEqual(before)
    }
    for (const after of states.slice(1)) {
      await tell('redo', {})
      expect(facts()).toEqual(after)
    }
  })

  it('a notice sets ordinary dated terms, and taking it back takes them back', async () => {
    const { tell, context } = await openWithHuabei()
    const termsNow = () => context.store.read(readAccounts)[0]?.terms.map(({ from, set }) => [from, set])
    const before = termsNow()
    const { id } = await tell('recordNotice', {
      on: '2026-09-10',
      source: '支付宝公告',
      text: '还款日改为20日',
      account: 'huabei',
      from: '2026-10-02',
      set: { statementDay: 10, dueDay: 20 },
    })
    expect(termsNow()).toEqual([...(before ?? []), [day('2026-10-02'), { statementDay: 10, dueDay: 20 }]])
    await tell('withdrawCaseFact', { id })
    expect(termsNow()).toEqual([...(before ?? []), [day('2026-10-02'), {}]])
  })

  it('a closing by the lender ends spending only: the debt is the same before and after', async () => {
    const { tell, ask, context } = await openWithHuabei()
    const owed = async () => {
      const outcome = await ask('getCase', {})
      return outcome.ok ? (outcome.value as { owed: unknown }).owed : outcome
    }
    const before = await owed()
    const { id } = await tell('recordSystemClosing', {
      on: '2026-09-12',
      account: 'huabei',
      state: 'frozen',
      reason: 'unused',
    })
    expect(await owed()).toEqual(before)
    expect(context.store.read(readAccounts)[0]?.status).toBe('frozen')
    await tell('withdrawCaseFact', { id })
    expect(context.store.read(readAccounts)[0]?.status).toBe('open')
  })

  it('a difference with Alipay is pinned to its figure and to the row that explains it', async () => {
    const { tell, facts } = await openWithHuabei()
    await tell('compareWithAlipay', { account: 'huabei', shown: { unbilled: '300.00', usedQuota: '340.00' } })
    const [comparison] = facts()
    expect(comparison?.kind === 'comparison' && comparison.differences).toEqual([
      { figure: 'unbilled', difference: -4000, rows: [{ take: 'out', entries: ['p2'] }] },
    ])
  })

  it('keeps a picture by its hash, once, and gives back the same bytes', async () => {
    const { tell, ask, facts } = await openWithHuabei()
    const path = join(temporaryFolder(), '截图.png')
    writeFileSync(path, PIXEL)
    const { id } = await tell('attachFile', { fileToken: path })
    await tell('attachFile', { fileToken: path })
    const got = await ask('getAttachment', { id })
    expect(got.ok && got.value).toMatchObject({ base64: PIXEL.toString('base64'), attachment: { mime: 'image/png' } })
    expect(new Set(facts().map((fact) => fact.kind === 'attachment' && fact.sha256)).size).toBe(1)
  })
})

describe('the case file refuses', () => {
  it.each<[name: string, bytes: Uint8Array, sentence: string]>([
    [
      'big.png',
      new Uint8Array(8_388_609),
      '“big.png” has 8.1 MB, at most 8.0 MB is kept. Crop the screenshot, or keep only the pages that matter',
    ],
    ['none.txt', new Uint8Array(0), '“none.txt” is empty and was not kept'],
    [
      'cut.png',
      cutPng(),
      '“cut.png” looks like PNG but is not whole. Save it once more and try again; your file was not touched',
    ],
    [
      'run.png',
      Buffer.from('MZ\x90\0\x03'),
      '“run.png” is a program inside; it is neither kept nor opened. Take a screenshot if you need the proof',
    ],
    [
      'run.txt',
      Buffer.from('#!/bin/sh\nrm -r .'),
      '“run.txt” is a program inside; it is neither kept nor opened. Take a screenshot if you need the proof',
    ],
    [
      'picture.png',
      Buffer.from('<?xml version="1.0"?><svg xmlns="x"><script/></svg>'),
      '“picture.png” is SVG inside and could run, so it is not kept. Take a screenshot of it, or save it as PDF',
    ],
    [
      'page.txt',
      Buffer.from('<!DOCTYPE html><p>'),
      '“page.txt” is HTML inside and could run, so it is not kept. Take a screenshot of it, or save it as PDF',
    ],
    [
      'letter.docx',
      Buffer.from('PK\x03\x04…'),
      '“letter.docx” is an archive or an Office file whose inside cannot be seen, so it is not kept. Unpack it and keep pictures, PDF or plain text',
    ],
    [
      'huge.png',
      pngOf(60_000, 60_000),
      '“huge.png” is 60000 × 60000, too large to be opened. Cut it into several pictures',
    ],
    [
      'what.bin',
      Buffer.from([1, 2, 3, 4]),
      'What “what.bin” is could not be seen. Pictures (PNG, JPEG, WebP), PDF and plain text are kept',
    ],
  ])('the file %s', async (name, bytes, sentence) => {
    const { refusedWith, facts } = openCase()
    const path = join(temporaryFolder(), name)
    writeFileSync(path, bytes)
    expect([await refusedWith('attachFile', { fileToken: path }), facts()]).toEqual([sentence, []])
  })

  it.each<[RequestInput<'recordContact'>, string]>([
    [{ channel: '95188' }, 'Write what was said, the reason given or the ticket number; one of them is enough'],
    [{ channel: '95188', said: 'x', on: '2026-09-21' }, '2026-09-21 has not come yet'],
    [
      { channel: 'in-app', on: '2026-09-10', promise: { what: 'call back', by: '2026-09-09' } },
      'The promise is for 2026-09-09, before the contact of 2026-09-10; please check the days',
    ],
    [{ channel: 'in-app', promise: { what: ' ', by: '2026-09-20' } }, 'Write what was promised'],
    [
      { channel: 'in-app', said: 'x', on: '2026-09-10', followUpOn: '2026-09-01' },
      'Asking again on 2026-09-01 would be before the contact of 2026-09-10; please check the days',
    ],
    [{ channel: 'in-app', said: 'x', account: 'nobody' }, 'There is no account “nobody”'],
    [{ channel: 'in-app', said: 'x', id: 'gone' }, 'There is no such record; it may have been taken back'],
  ])('a contact %j', async (request, sentence) => {
    const { refusedWith, facts } = openCase()
    expect([await refusedWith('recordContact', request), facts()]).toEqual([sentence, []])
  })

  it('to settle what is not open, or before it was said', async () => {
    const { tell, refusedWith } = openCase()
    const { id } = await tell('recordContact', {
      channel: '12378',
      on: '2026-09-10',
      said: 'x',
      complaint: true,
      promise: { what: 'y', by: '2026-09-12' },
    })
    expect([
      await refusedWith('settlePromise', { id, on: '2026-09-09', kept: true }),
      await refusedWith('settlePromise', { id, on: '2026-09-21', kept: true }),
      await refusedWith('answerComplaint', { id, on: '2026-09-09' }),
      await refusedWith('settlePromise', { id, kept: true }),
      await refusedWith('settlePromise', { id, kept: true }),
      await refusedWith('answerComplaint', { id }),
      await refusedWith('answerComplaint', { id }),
    ]).toEqual([
      '2026-09-09 is before the contact of 2026-09-10; nothing was promised yet',
      '2026-09-21 has not come yet',
      'Answered on 2026-09-09, before the complaint of 2026-09-10; please check the days',
      'done',
      'This contact has no promise that is still open',
      'done',
      'This contact has no complaint that waits for an answer',
    ])
  })

  it.each<[RequestInput<'recordNotice'>, string]>([
    [{}, 'Write the text or the link of the notice, or which terms it changes'],
    [{ text: 'x', on: '2026-09-21' }, '2026-09-21 has not come yet'],
    [
      { text: 'x', on: '2026-09-10', reviewOn: '2026-09-09' },
      'Reading it again on 2026-09-09 would be before the notice of 2026-09-10; please check the days',
    ],
    [{ set: { dueDay: 20 } }, 'The notice changes terms: choose the account'],
    [{ set: { dueDay: 20 }, account: 'huabei' }, 'The notice changes terms: give the day from which they hold'],
    [
      { set: { dueDay: 20 }, account: 'huabei', on: '2026-09-10', from: '2026-08-01' },
      'The notice is of 2026-09-10; its terms cannot hold from 2026-08-01, before it: bills already issued would change. Save the notice without terms, or correct a day',
    ],
  ])('a notice %j', async (request, sentence) => {
    const { refusedWith, facts } = await openWithHuabei()
    expect([await refusedWith('recordNotice', request), facts()]).toEqual([sentence, []])
  })

  it('channels, ways to pay, comparisons and closings that say too little or contradict', async () => {
    const { tell, refusedWith } = await openWithHuabei()
    await tell('addAccount', { id: 'gone', kind: 'borrow', status: 'closed', closedOn: '2026-01-05' })
    expect([
      await refusedWith('recordChannel', { way: 'debit-card' }),
      await refusedWith('recordChannel', { way: 'friend', label: 'A', place: 1 }),
      await refusedWith('recordChannel', { way: 'balance', perYear: '1000', usedThisYear: '1000.01' }),
      await refusedWith('recordWayToPay', { label: ' ', use: 'x' }),
      await refusedWith('compareWithAlipay', { account: 'huabei', shown: {} }),
      await refusedWith('compareWithAlipay', { account: 'nobody', shown: { billed: '1' } }),
      await refusedWith('recordSystemClosing', { account: 'huabei', state: 'closed', on: '2024-12-31' }),
      await refusedWith('recordSystemClosing', { account: 'gone', state: 'closed' }),
      await refusedWith('getRelief', {}),
      await refusedWith('getAttachment', { id: 'x' }),
    ]).toEqual([
      'Write which card, person or account it is',
      'Alipay deducts by itself only from the balance, Yu’e Bao and bound debit cards; leave the order empty here',
      'Used this year 1000.01 is more than the yearly cap 1000.00; please check',
      'Write what pays, and for what',
      'Copy at least one figure that Alipay shows',
      'There is no account “nobody”',
      'On 2024-12-31 it was not open yet (opened on 2025-01-01); please check the days',
      '借呗 is already closed by yourself; there is nothing to record',
      'income: must have at least 1 item',
      'There is no such record; it may have been taken back',
    ])
  })
})

/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
function cutPng(): Uint8Array {
  return Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')
}
/** The same picture with another size in its head. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
