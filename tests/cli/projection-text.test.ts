import { describe, expect, it } from 'vitest'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { day, month } from '#shared/kernel/day.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { projectionText } from '../../electron/cli/projection-text.ts'
import { createTerminal } from '../../electron/cli/terminal.ts'
import { account, bill, installments, ledger, yuan } from '../ledger/facts.ts'
import { card, cards, monthly, plan } from '../outlook/oracle-plans.ts'

/** What the command line says of a plan, above the table of its months. */
const said = (of: ReturnType<typeof ledger>, by: Plan, language: TextLanguage = 'en'): readonly string[] => {
  const terminal = createTerminal({ ledger: undefined, today: null, json: false, language }, { out() {}, err() {} })
  const [answer] = projectionText(terminal, project(of, by), of.accounts).split('\n\n')
  return answer!.split('\n')
}

describe('the answer in words', () => {
  const two = cards(card('A', '1000', '24%', '25'), card('B', '500', '12%', '25'))
  it('tells the end, the cost, the goal, what the minimum costs and what would help', () => {
    const goal = { freeBy: day('2026-12-10') }
    expect(said(two, monthly('200', 'avalanche', { goal })).slice(0, 3)).toEqual([
      'Free of debt on 2026-09-10',
      'Paid in all ¥1,605.49; interest ¥105.49, fees ¥0.00, penalties ¥0.00',
      'To be free by 2026-12-10 takes ¥138.05 a month; it ends on 2026-12-10',
    ])
    expect(said(two, monthly('200'))).toEqual([
      'Free of debt on 2026-09-10',
      'Paid in all ¥1,605.49; interest ¥105.49, fees ¥0.00, penalties ¥0.00',
      'Paying only the minimum costs ¥987.15 more and ends on 2032-10-10, 73 months later',
      'What would help:',
      '  Pay 500.00 more once, on 2026-01-10: 92 days earlier, ¥53.14 less',
      '  Pay 100.00 more a month: 92 days earlier, ¥33.32 less',
    ])
  })
  it('what ends it sooner and costs the same is said to cost the same', () => {
    // 72.00 of fees in the last two of its parts, or to settle it before them.
    const phone = installments('1200', 2, '6%', { firstBill: month('2026-08') })
    const of = ledger('2026-07-05', [account('huabei')], [phone])
    expect(said(of, plan({ money: { kind: 'monthly', amount: yuan('2000'), payOn: 6 } }, day('2026-07-05')))).toContain(
      '  Settle the installments of huabei early: 62 days earlier, at the same cost',
    )
  })
  it('of a goal that no amount reaches it says why', () => {
    expect(said(two, monthly('200', 'avalanche', { goal: { freeBy: day('2026-01-09') } }))[2]).toBe(
      'Not free by 2026-01-09: No money arrives before 2026-01-09',
    )
    expect(said(two, monthly('200', 'avalanche', { goal: { freeBy: day('2025-12-31') } }), 'zh-CN')[2]).toBe(
      '2025-12-31 前还不清：2025-12-31已经过了',
    )
  })
  it('of a plan that never ends, why, and what would end it', () => {
    expect(said(cards(card('A', '10000', '24%')), monthly('150'))).toEqual([
      'Never free this way',
      expect.stringContaining('At this amount it never ends'),
      'At least ¥200.01 a month ends it',
      expect.stringMatching(/^By 2075-12 paid ¥90,000.00; interest ¥[\d,.]+, .*; still owed ¥[\d,.]+$/),
      'What would help:',
      expect.stringMatching(/^ {2}Pay 100.00 more a month: it ends on \d{4}-\d\d-10$/),
    ])
  })
  it('of a course without an end shows its first ten years, and how many months follow', () => {
    const terminal = createTerminal(
      { ledger: undefined, today: null, json: false, language: 'en' },
      { out() {}, err() {} },
    )
    const months = (by: Plan) =>
      projectionText(terminal, project(cards(card('A', '10000', '24%')), by), [])
        .split('\n\n')[1]!
        .split('\n')
    const [, , first, ...rest] = months(monthly('150'))
    expect([first?.slice(0, 7), rest.length]).toEqual(['2026-01', 120])
    expect(rest.slice(-2).map((line) => line.slice(0, 38))).toEqual([
      expect.stringContaining('2035-12'),
      '480 more months after that (--json has',
    ])
    expect(months(monthly('500')).at(-1)).toMatch(/^2028-\d\d /)
  })
  it('tells each shortfall with what becomes of each debt, and of many the first', () => {
    const of = ledger('2026-07-20', [{ ...account('huabei'), name: '花呗' }], [bill('2026-07', '1000')])
    const money = { kind: 'monthly', amount: yuan('300'), payOn: 25 } as const
    expect(said(of, plan({ money }, of.today))).toEqual(
      expect.arrayContaining([
        '! Short of ¥707.50 on 2026-07-25 (needed ¥1,007.50, there ¥300.00)',
        '    Paid in this order: what is overdue, the oldest first; then the minimums, the smallest first',
        '    1. 花呗 is overdue with ¥1,007.50 and is paid ¥300.00: the rest stays overdue, charged every day',
      ]),
    )
    const poor = said(two, monthly('49.99'), 'zh-CN')
    expect(poor.filter((line) => line.startsWith('! 2026-'))).toHaveLength(6)
    expect(poor).toEqual(
      expect.arrayContaining([
        '! 2026-01-10 差 ¥0.01（要 ¥50.00，有 ¥49.99）',
        '    按这个先后付：逾期的先还，最久的在前；再还各个最低，小的在前',
        '    1. A 要 ¥25.00，付得上',
        '    2. B 要 ¥25.00，只付得上 ¥24.99：剩下的照欠；晚付要不要另外收费，这里不知道',
        expect.stringMatching(/^! 还有 \d+ 次不够，最后一次在 \d{4}-\d\d-10（--json 全部列出）$/),
      ]),
    )
  })
})
