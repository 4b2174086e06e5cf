import { type Day, FIRST_DAY } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation } from '#shared/ledger/derivation.ts'
import { derivation } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { DatedTerms, TermValues } from '#shared/ledger/terms.ts'
import { costsMore } from '../explain-plan.ts'
import type { Plan } from '../plan.ts'
import { startOf } from '../projection/project.ts'
import type { RunResult } from '../projection/run.ts'
import { costOf } from '../projection/sensitivity.ts'
import { simulate } from '../projection/simulate.ts'

/**
 * What a dated change of terms costs under the plan, in fen and in days: the same ledger projected twice, once without
 * and once with it (product.md G). Both runs start from the same facts, so nothing else can be in the difference.
 */
export type NoticeEffect = {
  readonly cost: Fen
  /** Later is positive; null where one of the two never ends. */
  readonly days: number | null
  readonly freeOn: { readonly without: Day | null; readonly with: Day | null }
}

export type TermChange = { readonly account: AccountId; readonly from: Day; readonly set: Partial<TermValues> }

export function noticeEffect(ledger: Ledger, plan: Plan, change: TermChange): NoticeEffect {
  const [before, after] = bothOf(ledger, change).map((one) => run(one, plan)) as [RunResult, RunResult]
  const isEnding = before.freeOn !== null && after.freeOn !== null
  return {
    cost: fen(costOf(after) - costOf(before)),
    days: isEnding ? Number(after.freeOn) - Number(before.freeOn) : null,
    freeOn: { without: before.freeOn, with: after.freeOn },
  }
}

/** `notice@DAY`: what the change costs, the interest and charges with it less those without it (engine.md 11). */
export function explainNotice(ledger: Ledger, plan: Plan, { change, figure }: Asked): Derivation {
  const [without, withIt] = bothOf(ledger, change)
  return derivation(figure, costsMore(startOf(withIt, plan), startOf(without, plan)))
}

type Asked = { readonly change: TermChange; readonly figure: string }

function bothOf(ledger: Ledger, change: TermChange): readonly [without: Ledger, withIt: Ledger] {
  const without = withoutChange(ledger, change)
  return [without, withChange(without, change)]
}

const run = (ledger: Ledger, plan: Plan) => simulate({ ...startOf(ledger, plan), withEvents: false })

/** A notice that is already recorded stands in the account's terms: what it set is taken out, the rest of that day stays. */
function withoutChange(ledger: Ledger, { account, from, set }: TermChange): Ledger {
  return changeTerms(ledger, account, (terms) =>
    terms.map((dated) => {
      if (dated.from !== from) return dated
      const kept = Object.entries(dated.set).filter(([name]) => !(name in set))
      return { ...dated, set: Object.fromEntries(kept) }
    }),
  )
}

const withChange = (ledger: Ledger, { account, from, set }: TermChange): Ledger =>
  changeTerms(ledger, account, (terms) => addTerms(terms, { from, source: 'user', set }))

const changeTerms = (
  ledger: Ledger,
  id: AccountId,
  change: (terms: readonly DatedTerms[]) => readonly DatedTerms[],
): Ledger => ({
  ...ledger,
  accounts: ledger.accounts.map((account) =>
    account.id === id ? { ...account, terms: change(account.terms) } : account,
  ),
})

/**
 * Terms from a day on. The earliest terms of an account hold for all earlier days too, so that new ones never stand
 * first: what held before them is stated, if only as the default.
 */
export function addTerms(terms: readonly DatedTerms[], added: DatedTerms): readonly DatedTerms[] {
  const sameDay = terms.find(({ from }) => from === added.from)
  const merged = { ...added, set: { ...sameDay?.set, ...added.set } }
  const others = terms.filter(({ from }) => from !== added.from)
  const isFirst = !others.some(({ from }) => from < added.from)
  const before: readonly DatedTerms[] = isFirst ? [{ from: FIRST_DAY, source: 'default', set: sameDay?.set ?? {} }] : []
  return [...before, ...others, merged].sort((a, b) => a.from - b.from)
}
