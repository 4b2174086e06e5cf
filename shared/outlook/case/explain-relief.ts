import { type Day, dayText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { leftForDebt, type Plan } from '../plan.ts'
import { nextMoneyDay } from '../projection/money.ts'
import { startOf } from '../projection/project.ts'
import { shareOut } from './pay-first.ts'
import { duesOf, type IncomePlan, proposalOf } from './relief.ts'

/**
 * What is advised where a month's money does not suffice (engine.md 11; domain.md 10.3): `relief:pay:ACCOUNT:DUE@DAY` what
 * goes to a debt of a due day, `relief:monthly:ACCOUNT@DAY` and `relief:last:ACCOUNT@DAY` the payments that are proposed to a
 * lender. By a plan of income and expenses; null for any other, and for a debt that gets nothing.
 */
export function explainRelief(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^relief:(?:pay:(.+):(\d{4}-\d{2}-\d{2})|(monthly|last):(.+))@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, payee, duePart = '', what, account = '', dayPart = ''] = match ?? []
  const [due, on] = [parseDay(duePart), parseDay(dayPart)]
  if (!match || !on.ok || plan.money.kind !== 'income') return null
  const asked = { ledger: { ...ledger, today: on.value }, plan: { ...plan, money: plan.money } }
  if (payee !== undefined) {
    const lines = due.ok ? payLines(asked, { account: payee, on: due.value }) : []
    return lines.length === 0 ? null : derivation(figure, lines)
  }
  const lines = proposalLines(asked, account, what === 'last')
  return lines && derivation(figure, lines)
}

type Asked = { readonly ledger: Ledger; readonly plan: IncomePlan }

/** Why the money goes there, and how much of it is in hand by then. */
function payLines({ ledger, plan }: Asked, to: { account: AccountId; on: Day }): readonly DerivationLine[] {
  const dues = duesOf(owedOn(ledger), startOf(ledger, plan))
  return shareOut(ledger, dues, leftForDebt(plan.money))
    .filter(({ due }) => due.account === to.account && due.on === to.on)
    .flatMap(({ given }) =>
      given.map(({ why, amount, hand }) =>
        line(`relief-gives-${why}`, amount, { values: { hand: yuanText(hand) }, certainty: 'assumed' }),
      ),
    )
}

/** Each debt its share of what a month leaves, by what is owed there; the last payment is what is then left of it. */
function proposalLines({ ledger, plan }: Asked, account: AccountId, isLast: boolean): readonly DerivationLine[] | null {
  const owed = owedOn(ledger)
  const left = leftForDebt(plan.money)
  const start = ledger.today
  const part = proposalOf(owed, left, nextMoneyDay({ plan, start }, start)).find((one) => one.account === account)
  if (part === undefined) return null
  const { monthly, count } = part
  if (isLast) {
    const { name = '' } = ledger.accounts.find(({ id }) => id === account) ?? {}
    const before: Fen = fen(monthly * (count - 1))
    const cells = explainOwed(ledger, `owed:${account}@${dayText(start)}`)?.lines ?? []
    return spoken([
      sumLine('account-owed', cells, { account: name }),
      line('relief-paid-before', fen(-before), {
        values: { monthly: yuanText(monthly), times: count - 1 },
        certainty: 'assumed',
      }),
    ])
  }
  const values = { left: yuanText(left), owed: yuanText(part.owed), total: yuanText(owed.total) }
  return [
    line(left > part.owed && monthly === part.owed ? 'relief-whole' : 'relief-share', monthly, {
      values,
      certainty: 'assumed',
    }),
  ]
}
