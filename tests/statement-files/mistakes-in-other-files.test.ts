import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { yuanText } from '#shared/kernel/money.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { createByteDecoder } from '../../electron/files/decode.ts'
import { unzipStatement } from '../../electron/files/unzip.ts'
import { fixtureBytes, fixtureText } from './fixture-rows.ts'
import { creditRow, only } from './statement-text.ts'

/** The mistakes of other importers (formats.md 5.1) that files beside the app's export can provoke, by their numbers there. */

const textOf = (bytes: Uint8Array): string => {
  const decoder = createByteDecoder()
  return decoder.push(bytes) + decoder.finish()
}

function read(text: string) {
  const outcome = readStatement(text)
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value
}

describe('other files', () => {
  it('4: one text, whatever encoding it was saved in', () => {
    const text = fixtureText('alipay-app-2026-gb18030.csv')
    const drafts = read(text).drafts
    for (const bytes of [fixtureBytes('alipay-app-2026-gb18030.csv'), Buffer.from(text), Buffer.from(`\ufeff${text}`)])
      expect(read(textOf(bytes)).drafts).toEqual(drafts)
  })

  it('16: a sign of currency of any width is no digit, and a point is no decoration', () => {
    const text = textOf(fixtureBytes('wechat-2024.csv'))
    const amountOf = (amount: string): string | undefined => {
      const draft = read(text.replace('¥28.16', amount)).drafts.at(-1)
      return draft && yuanText(draft.amount)
    }
    expect(['¥28.16', '￥28.16', '28.16', '¥233.1', '￥233', '"¥1,280.00"'].map(amountOf)).toEqual([
      '28.16',
      '28.16',
      '28.16',
      '233.10',
      '233.00',
      '1280.00',
    ])
  })

  it('21: the archive that Alipay mails is opened, in both kinds of encryption', () => {
    for (const kind of ['aes256', 'zipcrypto']) {
      const opened = unzipStatement(fixtureBytes(`alipay-app-2026-${kind}-password-123456.zip`), '123456')
      expect(opened.ok && read(textOf(opened.value)).fileRows).toBe(79)
    }
  })

  it('27: a repayment keeps the bank that paid it and its day, by which a bank’s own row can be known again', () => {
    const repayment = only(creditRow({ description: '花呗主动还款-2026年08月账单', method: '招商银行储蓄卡(8705)' }))
    expect([repayment.kind, repayment.method, repayment.amount, repayment.time]).toEqual([
      'repayment',
      '招商银行储蓄卡(8705)',
      1000,
      '12:00:00',
    ])
    // A row of the bank card itself is not about credit: it is never counted beside the repayment.
    expect(only(creditRow({ description: '信用卡还款', counterparty: '招商银行' })).account).toBeNull()
  })

  it('28: the web export never makes anything Huabei but what its text says, commas and all', () => {
    const { drafts, problems, warnings } = read(textOf(fixtureBytes('alipay-web-2020-gbk.csv')))
    expect(problems).toEqual([])
    expect(drafts.filter(({ account }) => account?.kind === 'huabei').map(({ kind }) => kind)).toEqual([
      'repayment',
      'repayment',
      'repayment',
    ])
    expect(drafts.find(({ line }) => line === 12)).toMatchObject({ description: 'USB数据线,1米,黑色', amount: 1990 })
    // Refunds stand beside the closed purchase that they belong to.
    expect(drafts.filter(({ kind }) => kind === 'refund').map(({ refundOf }) => refundOf)).toEqual([
      '2020091222001474514062884831',
      '2020090822001474514622194987',
    ])
    expect(warnings).toEqual([{ kind: 'no-payment-method', purchases: 8 }])
  })

  it('29: what JD writes behind an amount is no amount', () => {
    const text = textOf(fixtureBytes('jd-2025.csv'))
    const amountOf = (cell: string): number | undefined =>
      read(text.replace('131.77(已退款89.84)', cell)).drafts.find(({ line }) => line === 28)?.amount
    expect(
      ['131.77(已退款89.84)', '131.77(已全额退款)', '131.77（已退款89.84）', '-131.77(已全额退款)', '131.77'].map(
        amountOf,
      ),
    ).toEqual([13177, 13177, 13177, 13177, 13177])
    const keys = read(text).drafts.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('33: header names are told by the fixtures, never by the code that is tested', () => {
    const folder = new URL('.', import.meta.url)
    const borrowed = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /import[^;]*(?:_COLUMNS|alipay-columns|\bcolumns)\b[^;]*from '#shared/.test(
          readFileSync(new URL(name, folder), 'utf8'),
        ),
      )
    expect(borrowed).toEqual([])
  })
})
