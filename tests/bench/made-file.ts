import { closeSync, openSync, writeSync } from 'node:fs'
import { type Day, day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { gb18030 } from './gb18030.ts'

/**
 * Alipay files of any size, made from a seed: the same seed gives the same bytes. Ten thousand rows a year, the newest
 * first; the mix follows the fixture: half purchases on credit, a tenth refunds, some repayments, the rest not credit.
 */
export type MadeFile = { readonly rows: number; readonly seed?: number; readonly owner?: string; readonly until?: Day }

export function writeAlipayFile(path: string, made: MadeFile): void {
  const { rows, seed = 1, owner = '137****6428', until = day('2026-08-31') } = made
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, gb18030(preamble(rows, owner)))
    for (let from = 0; from < rows; from += BLOCK) {
      const length = Math.min(BLOCK, rows - from)
      const lines = Array.from({ length }, (_, index) => rowAt(from + index, { rows, seed, until }))
      writeSync(file, gb18030(lines.join('')))
    }
  } finally {
    closeSync(file)
  }
}

const BLOCK = 5000
const ROWS_PER_DAY = 28

const preamble = (rows: number, owner: string): string =>
  [
    '-'.repeat(84),
    '导出信息：',
    '姓名：测试用户',
    `支付宝账户：${owner}`,
    '起始时间：[2000-01-01 00:00:00]    终止时间：[2026-08-31 23:59:59]',
    '导出交易类型：[全部]',
    '导出时间：[2026-09-01 09:12:30]',
    `共${rows}笔记录`,
    '',
    `${'-'.repeat(24)}支付宝支付科技有限公司  电子客户回单${'-'.repeat(24)}`,
    '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
    '',
  ].join('\r\n')

type Place = { readonly rows: number; readonly seed: number; readonly until: Day }

/** One row by its number alone, so that a refund can name a purchase further down. */
function rowAt(index: number, place: Place): string {
  const chance = random(index, place.seed)
  if (chance < 0.52 || index === place.rows - 1) return purchaseRow(index, place)
  if (chance < 0.62) return refundRow(index, place)
  return chance < 0.65 ? repaymentRow(index, place) : otherRow(index, place)
}

function purchaseRow(index: number, place: Place): string {
  const method = pick(METHODS, index, place.seed + 1)
  const status = random(index, place.seed + 2) < 0.002 ? '交易关闭' : '交易成功'
  return row(index, place, [
    '餐饮美食',
    pick(SHOPS, index, place.seed + 3),
    '门店购物',
    '支出',
    amountAt(index, place),
    method,
    status,
  ])
}

function refundRow(index: number, place: Place): string {
  let of = index + 1
  while (of < place.rows - 1 && random(of, place.seed) >= 0.52) of += 1
  const half = yuanText(fen(Math.floor(centsAt(of, place) / 2)))
  const cells = [
    '退款',
    pick(SHOPS, of, place.seed + 3),
    '退款-门店购物',
    '不计收支',
    half,
    pick(METHODS, of, place.seed + 1),
    '退款成功',
  ]
  return row(index, place, cells, `${orderNo(of, place)}_${index}`)
}

function repaymentRow(index: number, place: Place): string {
  const month = dayText(dayAt(index, place)).slice(0, 7).replace('-', '年')
  const cells = [
    '信用借还',
    '花呗',
    `花呗主动还款-${month}月账单`,
    '不计收支',
    amountAt(index, place),
    '余额宝',
    '还款成功',
  ]
  return row(index, place, cells)
}

const otherRow = (index: number, place: Place): string =>
  row(index, place, ['转账红包', '某人', '转账', '支出', amountAt(index, place), '招商银行储蓄卡(8705)', '交易成功'])

function row(index: number, place: Place, cells: readonly string[], order = orderNo(index, place)): string {
  const [category, shop, what, direction, amount, method, status] = cells
  const second = 86_399 - (index % ROWS_PER_DAY) * 3000 - (index % 7)
  const time = [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)).padStart(2, '0'))
  const when = `${dayText(dayAt(index, place))} ${time.join(':')}`
  return `${when},${category},${shop},abc***@example.com,${what},${direction},${amount},${method},${status},${order}\t,T200P${index}\t,,\r\n`
}

const dayAt = (index: number, { until }: Place): Day => (until - Math.floor(index / ROWS_PER_DAY)) as Day

/** 28 digits that begin with the date, as Alipay's do; the rest looks random. */
function orderNo(index: number, place: Place): string {
  const date = dayText(dayAt(index, place)).replaceAll('-', '')
  const tail = Math.floor(random(index, place.seed + 9) * 1e9)
  return `${date}220014${String(tail).padStart(9, '0')}${String(index % 100_000).padStart(5, '0')}`
}

const centsAt = (index: number, { seed }: Place): number => 100 + Math.floor(random(index, seed + 4) ** 3 * 60_000)
const amountAt = (index: number, place: Place): string => yuanText(fen(centsAt(index, place)))

const METHODS = ['花呗', '花呗', '花呗', '花呗&现金抵价券', '江苏银行信用购', '平安银行信用购', '招联消金信用购']
const SHOPS = Array.from({ length: 400 }, (_, index) => `第${index}号${['便利店', '餐馆', '药房', '书店'][index % 4]}`)

const pick = (list: readonly string[], index: number, seed: number): string =>
  list[Math.floor(random(index, seed) * list.length)] ?? ''

/** From 0 to below 1, by number and seed alone (the finisher of MurmurHash3). */
function random(index: number, seed: number): number {
  let mixed = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(seed + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
