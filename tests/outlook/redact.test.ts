import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { type Redactable, redactionWords } from '#shared/outlook/case/named-in.ts'
import { anyOf, namesWith, type Placeholders, type WordChoice } from '#shared/outlook/case/names.ts'
import { redacted } from '#shared/outlook/case/redact.ts'
import { timelineOf } from '#shared/outlook/case/timeline.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { account, combined, installments, ledger, purchase, refund, repay, yuan } from '../ledger/facts.ts'

const PLACES: Placeholders = {
  shop: 'shop',
  person: 'person',
  number: 'number',
  account: 'account',
  file: 'file',
  word: 'word',
}
const ALL: WordChoice = { hide: [], keep: [] }

/** A ledger in which every text says a secret, and each kind of fact is there. */
const bought = purchase('2026-06-05', '100', {
  id: 'secret-p',
  label: '藏宝阁',
  orderNo: '20260605220014',
  note: '秘制酱料',
})
const of: Ledger = {
  ...ledger(
    '2026-07-05',
    [
      account('huabei', { name: '秘密花呗', owner: '李芳' }),
      account('credit-purchase', { id: 'credit-purchase:js', name: '秘密信用购', lender: '江苏银行' }),
      account('other', {
        id: 'secret-card',
        name: '招行金卡',
        lender: '招商银行',
        otherDebt: { balance: yuan('50'), balanceOn: day('2026-07-01'), interest: { model: 'none' } },
      }),
    ],
    [
      bought,
      refund('2026-06-09', '10', bought, { id: 'secret-r', label: '藏宝阁' }),
      installments('300', 3, '0%', { id: 'secret-i', of: null, label: '手机店' }),
      { ...repay('2026-07-02', '5', { settles: 'secret-i' }), id: 'secret-y', paidFrom: '建行尾号4321' },
      { ...combined('2026-07-03', '6', ['huabei', 'secret-card'], null), id: 'secret-c' },
      {
        ...{ id: 'secret-v', label: '藏宝阁', orderNo: '778899', note: '' },
        ...{ kind: 'review', accounts: ['secret-card'], reason: 'x', amount: yuan('1'), on: day('2026-07-01') },
      } as never,
    ],
  ),
  confirmations: [
    {
      target: 'huabei',
      code: 'records-exported',
      owner: '李芳',
      on: day('2026-07-01'),
      note: '发给李芳了',
      amount: null,
    },
  ],
  postings: [
    {
      ...{ account: 'credit-purchase:js', what: 'purchase', on: day('2026-06-20'), purchasePostedOn: null },
      ...{ amount: yuan('70'), count: 2, assumed: 0 },
    },
  ],
  newestEntryOn: { 'secret-card': day('2026-07-01') },
  recentShops: { 'secret-card': ['藏宝阁', '地铁'] },
}
const facts: readonly CaseFact[] = [
  {
    ...{
      kind: 'contact',
      id: 'c',
      on: day('2026-07-01'),
      time: '10:00',
      channel: '95188',
      agent: '工号8812',
      ticket: 'T-445566',
    },
    ...{
      account: 'secret-card',
      reason: '藏宝阁的交易',
      said: '客服小王说打 13912345678 找张经理',
      complaint: null,
      followUpOn: null,
    },
    promise: { what: '工号8812 回电', by: day('2026-07-08'), settled: null },
  } as CaseFact,
  {
    ...{
      kind: 'notice',
      id: 'n',
      on: day('2026-07-01'),
      source: '藏宝阁短信',
      link: 'https://x.test/?o=20260605220014',
      text: '致李芳',
    },
    ...{ account: 'secret-card', from: null, set: {}, reviewOn: null, reviewedOn: null },
  },
  {
    ...{ kind: 'channel', id: 'k', on: day('2026-07-01'), way: 'debit-card', label: '建行尾号4321', place: 1 },
    ...{ available: null, perPayment: null, perYear: null, usedThisYear: yuan('0') },
  },
  { kind: 'way-to-pay', id: 'w', on: day('2026-07-01'), label: '李芳的卡', use: '李芳付地铁' },
  {
    ...{ kind: 'comparison', id: 'v', on: day('2026-07-01'), account: 'secret-card', note: '李芳看过' },
    ...{ shown: { billed: null, unbilled: null, installments: null, usedQuota: null } },
    ...{ derived: { billed: null, unbilled: null, installments: null, usedQuota: null } },
    differences: [{ figure: 'billed', difference: yuan('1'), rows: [{ take: 'out', entries: ['secret-p'] }] }],
  },
  {
    kind: 'system-closing',
    id: 's',
    on: day('2026-07-01'),
    account: 'secret-card',
    state: 'frozen',
    reason: 'unused',
    said: '本人李芳',
  },
  {
    kind: 'attachment',
    id: 'a',
    on: day('2026-07-01'),
    of: 'c',
    name: '李芳的截图.png',
    mime: 'image/png',
    bytes: 1,
    sha256: '0'.repeat(64),
  },
]
const plan = {
  ...planInFull(day('2026-07-05')),
  name: '李芳的计划',
  strategy: { kind: 'custom', order: ['secret-card', 'huabei'] } as const,
  newSpending: [{ account: 'secret-card', monthly: yuan('1'), through: month('2026-09') }],
  settleEarly: ['secret-i'],
}
const whole: Redactable = { ledger: of, facts, plan }

const SECRETS = [
  '藏宝阁',
  '秘制酱料',
  '秘密花呗',
  '秘密信用购',
  '李芳',
  '招行金卡',
  '招商银行',
  '手机店',
  '建行',
  '4321',
  '8812',
  '445566',
  '778899',
  '20260605220014',
  '13912345678',
  '小王',
  '张经理',
  'secret',
]

describe('without names', () => {
  // Made anew by each test: what each asks for is then its own.
  const make = () => redacted(whole, PLACES, ALL)

  it.each(SECRETS)('%s stands nowhere', (secret) => {
    expect(JSON.stringify(whole)).toContain(secret)
    expect(JSON.stringify(make())).not.toContain(secret)
  })
  it('what everybody has, the lender, days and amounts stay', () => {
    const without = make()
    const text = JSON.stringify(without)
    for (const kept of ['江苏银行', '"huabei"', 'credit-purchase:js', '95188', '客服', '.png'])
      expect(text).toContain(kept)
    const figures = (one: Ledger) =>
      owedOn(one).accounts.map(({ total, usedQuota, cells }) => ({ total, usedQuota, cells }))
    expect(figures(without.ledger)).toEqual(figures(of))
    const days = (one: Redactable) =>
      timelineOf(one.ledger, one.facts).map(({ on, amount, group }) => [on, amount, group])
    expect(days(without)).toEqual(days(whole))
  })
  it('one name is one placeholder everywhere, and what belongs together still does', () => {
    const without = make()
    const [purchaseOf, refundOf, inParts, paid, sum] = without.ledger.entries
    expect([purchaseOf?.label, refundOf?.label, without.ledger.recentShops['account-1']?.[0]]).toEqual([
      'shop1',
      'shop1',
      'shop1',
    ])
    expect([purchaseOf?.orderNo, refundOf?.orderNo]).toEqual(['number1', null])
    expect(refundOf).toMatchObject({ of: purchaseOf?.id })
    expect(paid).toMatchObject({ split: [{ settles: inParts?.id }], paidFrom: 'account2' })
    expect(sum).toMatchObject({ candidates: ['huabei', 'account-1'], split: null })
    expect(without.facts[4]).toMatchObject({
      account: 'account-1',
      differences: [{ rows: [{ entries: [purchaseOf?.id] }] }],
    })
    expect(without.plan).toMatchObject({
      name: 'person1的计划',
      strategy: { order: ['account-1', 'huabei'] },
      settleEarly: [inParts?.id],
    })
    expect(without.plan?.newSpending[0]?.account).toBe('account-1')
    expect(without.ledger.newestEntryOn).toEqual({ 'account-1': day('2026-07-01') })
    expect(without.facts[0]).toMatchObject({
      said: '客服person4说打 number4 找person3',
      reason: 'shop1的交易',
      account: 'account-1',
    })
  })
  it('facts of each kind keep what they are, a card its one name; their names are others', () => {
    const without = make()
    expect(without.facts[2]).toMatchObject({ kind: 'channel', id: 'k', label: 'account2', way: 'debit-card' })
    expect(without.facts[3]).toMatchObject({ kind: 'way-to-pay', id: 'w', use: 'person1付shop4' })
    const everywhere = { ...facts[1]!, account: null } as CaseFact
    expect(redacted({ ...whole, facts: [everywhere] }, PLACES, ALL).facts[0]).toMatchObject({ account: null })
  })
  it('a file keeps its ending, and nothing else of its name', () => {
    const files = ['李芳的截图.png', 'a.b.jpeg', '合同', '李芳.的合同书全', '招行.'].map(
      (name, index): CaseFact => ({
        ...{ kind: 'attachment', id: `a${index}`, on: day('2026-07-01'), of: null, name, mime: 'image/png', bytes: 1 },
        sha256: '0'.repeat(64),
      }),
    )
    const made = redacted({ ...whole, facts: files }, PLACES, ALL).facts
    expect(made.map((one) => one.kind === 'attachment' && one.name)).toEqual([
      ...['file1.png', 'file2.jpeg', 'file3', 'file4', 'file5'],
    ])
  })
  it('the user hides what nobody guessed, and keeps what they want in sight', () => {
    const odd = redacted(whole, PLACES, { hide: ['短信'], keep: ['张经理'] })
    expect(odd.facts[1]).toMatchObject({ source: 'shop1word1' })
    expect(odd.facts[0]).toMatchObject({ said: expect.stringContaining('张经理') })
  })
  it("entries and accounts whose ids could say a name are numbered from 1, each its own; the lender's ids stay", () => {
    const { ledger: without } = make()
    expect(without.entries.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6'])
    const idsOf = (...accounts: Parameters<typeof account>[]) =>
      redacted(
        {
          ledger: ledger(
            '2026-07-05',
            accounts.map((one) => account(...one)),
            [],
          ),
          facts: [],
          plan: null,
        },
        PLACES,
        ALL,
      ).ledger.accounts.map(({ id }) => id)
    expect(idsOf(['other', { id: 'other' }], ['other', { id: 'other-12' }], ['huabei', {}])).toEqual([
      ...['other', 'other-12', 'huabei'],
    ])
    expect(
      idsOf(
        ['other', { id: 'my-other' }],
        ['other', { id: 'other-12-gold' }],
        ['other', { id: 'other-x' }],
        ['borrow', { id: 'borrow-0' }],
        ['huabei', { id: 'huabei:李芳', owner: '李芳' }],
        ['credit-purchase', { id: 'credit-purchase:js' }],
      ),
    ).toEqual(['account-1', 'account-2', 'account-3', 'borrow-0', 'account-4', 'credit-purchase:js'])
  })
  it('a plan that follows no order of accounts has none', () => {
    const strategy = { kind: 'avalanche' } as const
    expect(redacted({ ledger: of, facts: [], plan: { ...plan, strategy } }, PLACES, ALL).plan?.strategy).toEqual(
      strategy,
    )
  })

  it('a part of a repayment that settles nothing still settles nothing', () => {
    const plain = ledger('2026-07-05', [account('huabei')], [repay('2026-07-02', '5')])
    const [repaid] = redacted({ ledger: plain, facts: [], plan: null }, PLACES, ALL).ledger.entries
    expect(repaid?.kind === 'repayment' && repaid.split?.[0]?.settles).toBe(null)
  })

  it('no plan is no plan, and other debts with plain ids keep them', () => {
    const plain = { ...of, accounts: [account('other', { id: 'other-2', otherDebt: of.accounts[2]!.otherDebt })] }
    const none = redacted({ ledger: plain, facts: [], plan: null }, PLACES, ALL)
    expect([none.plan, none.ledger.accounts[0]?.id]).toEqual([null, 'other-2'])
  })
})

describe('the list of words', () => {
  it('people always, everything else where it stands in what somebody wrote, with how many places', () => {
    expect(redactionWords(whole).map(({ kind, name, places }) => `${kind} ${name} ${places}`)).toEqual([
      'person 李芳 6',
      'shop 藏宝阁 2',
      'number 20260605220014 1',
      'shop 地铁 1',
      'person 工号8812 1',
      'person 张经理 1',
      'person 小王 1',
      'number 13912345678 1',
    ])
  })
  it('channels and ways to pay count by their labels, where somebody wrote of them', () => {
    const said = {
      ...facts[0]!,
      agent: '',
      ticket: '',
      reason: '用建行尾号4321还',
      said: '改用工行储蓄',
      promise: null,
    } as CaseFact
    const way: CaseFact = { kind: 'way-to-pay', id: 'w', on: day('2026-07-01'), label: '工行储蓄', use: '' }
    const other: CaseFact = { ...way, id: 'x', label: '农行卡' }
    const words = redactionWords({
      ledger: ledger('2026-07-05', [], []),
      facts: [said, facts[2]!, way, other],
      plan: null,
    })
    expect(words.map(({ kind, name, places }) => `${kind} ${name} ${places}`)).toEqual([
      'account 建行尾号4321 1',
      'account 工行储蓄 1',
    ])
  })
  it('public names are not offered', () => {
    const known: CaseFact = {
      ...facts[0]!,
      agent: '客服',
      ticket: '95188',
      said: '打 95188 或 12378',
      reason: '花呗',
      promise: null,
    } as CaseFact
    expect(redactionWords({ ledger: ledger('2026-07-05', [], []), facts: [known], plan: null })).toEqual([])
  })
})

describe('a name in a text', () => {
  const hidden = (text: string, names: readonly string[], choice: WordChoice = ALL): string => {
    const { of: name, inText } = namesWith(PLACES, choice)
    for (const one of names) name('person', one)
    return inText(text)
  }
  it.each([
    ['Ann paid; Anna did not', ['Ann'], 'person1 paid; Anna did not'],
    ['ANN and ann', ['Ann'], 'person1 and person1'],
    ['李芳和李芳芳', ['李芳', '李芳芳'], 'person1和person2'],
    ['a.b is not axb', ['a.b'], 'person1 is not axb'],
    ['Joanna met Ann3, not Ann', ['Ann'], 'Joanna met Ann3, not person1'],
    ['李A说A李', ['李A'], 'person1说A李'],
    ['Dann met Ann', ['Ann'], 'Dann met person1'],
    ['A李b和A李', ['A李'], 'person1b和person1'],
    ['x李A和李Ab', ['李A'], 'xperson1和李Ab'],
    ['付了 1234.56，单号 123456', [], '付了 1234.56，单号 number1'],
    ['卡 6222 0212 3456 7890', [], '卡 number1'],
    ['2026-07-05 和 12,345.00', [], '2026-07-05 和 12,345.00'],
    ['person2 找 person1', ['person1', '王五'], 'person2 找 person1'],
    ['Al 和 王', ['Al', '王'], 'Al 和 王'],
    ['', [], ''],
  ])('%s', (text, names, expected) => {
    expect(hidden(text, names)).toBe(expected)
  })
  it('a short word is hidden where the user asks for it', () => {
    expect(hidden('Al 和 王', ['Al', '王'], { hide: ['al', '王'], keep: [] })).toBe('person1 和 person2')
  })
  it('each kind is counted for itself, a name once, whatever it is called the second time', () => {
    const { of: name } = namesWith(PLACES, ALL)
    expect([name('person', 'Ann'), name('shop', 'Kiosk'), name('person', 'Bob'), name('shop', ' ANN ')]).toEqual([
      ...['person1', 'shop1', 'person2', 'person1'],
    ])
  })
  it('what is to stay stays in any case, and what everybody has is nobody', () => {
    expect(hidden('Ann and Bob', ['Ann', 'Bob'], { hide: [], keep: [' ANN'] })).toBe('Ann and person2')
    expect(hidden('ALIPAY, Huabei 和花呗', ['Alipay', 'huabei', '花呗'])).toBe('ALIPAY, Huabei 和花呗')
  })
  it('signs of a name are no pattern', () => {
    expect(hidden('a+b (c) [d] $e ^f', ['a+b', '(c)', '[d]', '$e ^f'])).toBe('person1 person2 person3 person4')
    expect(hidden('aab', ['a*b', 'a?b', 'aa|b'])).toBe('aab')
  })
  it('no names are found nowhere', () => {
    expect('李芳'.match(anyOf([]))).toBeNull()
  })
  it('a name learnt later is hidden from then on', () => {
    const { of: name, inText } = namesWith(PLACES, ALL)
    expect(inText('王五')).toBe('王五')
    name('shop', ' 王五 ')
    expect([inText('王五'), name('person', '王五'), name('shop', '  '), name('shop', ' 花呗 ')]).toEqual([
      'shop1',
      'shop1',
      '',
      '花呗',
    ])
  })
})
