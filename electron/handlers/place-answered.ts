import type { Day } from '#shared/kernel/day.ts'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import { decideDelete } from '#shared/ledger/decisions/decide-edit.ts'
import type { Resolution, ReviewedRow } from '#shared/ledger/decisions/decide-review.ts'
import { planBeside } from '#shared/ledger/decisions/plan-beside.ts'
import type { Entry, InstallmentPlan } from '#shared/ledger/entry.ts'
import { appendEntry, findEntry, supersedeEntry, withdrawEntry } from '../store/entries.ts'
import { listDependents } from '../store/entry-facts.ts'
import { planIdOf } from '../store/import/entry-id.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { decideEntry } from './entry-decisions.ts'
import type { Handled, RuleRefusal } from './handler.ts'

/** What a row is from now on, and the installment plan that came with it. All is decided before anything is written. */
export function placeAnswered(
  writer: Writer,
  today: Day,
  { id, own, put, end }: Pick<ReviewedRow, 'id' | 'own'> & Pick<Resolution, 'put' | 'end'>,
): Handled<null> {
  if (put === null && !end) return done(null)
  const before = planOf(writer, own)
  const plan = before && planBeside(before, put)
  const freed = before && plan === null ? decideDelete(before, listDependents(writer, before.id)) : done(null)
  if (!freed.ok) return freed
  if (put !== null) {
    const decided = decideEntry(writer, today, put, plan)
    if (!decided.ok) return decided
    const stored: Outcome<string, RuleRefusal> = own
      ? supersedeEntry(writer, decided.value)
      : appendEntry(writer, decided.value)
    if (!stored.ok) return stored
  } else withdrawEntry(writer, id)
  if (before && plan === null) withdrawEntry(writer, before.id)
  else if (plan && plan !== before) supersedeEntry(writer, plan)
  return done(null)
}

function planOf(reader: Reader, own: Entry | null): InstallmentPlan | null {
  const plan = own?.kind === 'purchase' ? findEntry(reader, planIdOf(own.id)) : null
  return plan?.kind === 'installments' ? plan : null
}
