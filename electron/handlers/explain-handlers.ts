import type { Request } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import { parseDay } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Derivation } from '#shared/ledger/derivation.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainNotice } from '#shared/outlook/case/notice-effect.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { explainShown } from '#shared/outlook/explain-shown.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { listShownQuotes } from '../store/closing.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { noticeChange } from './notice-change.ts'
import { planInProgress, planOr } from './plan-handlers.ts'

/**
 * How a figure came about, by the id that stands beside it. Projected figures follow the plan given, or the ledger's own;
 * what has become of a plan is told of the one that is followed since a day before today.
 */
export const explainHandlers: Handlers<'explain'> = {
  explain: ({ store, today }, asked) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const { figure } = asked
      const followed = figure.startsWith('progress:') ? planInProgress(reader, today) : null
      const plan = followed ? done(followed) : planOr(reader, ledger, asked.plan)
      if (!plan.ok) return plan
      const notice = NOTICE.exec(figure)
      if (notice) return ofNotice({ reader, ledger, plan: plan.value }, asked, notice)
      return found(
        figure,
        /^shown[:@]/.test(figure)
          ? explainShown(ledger, listShownQuotes(reader), figure)
          : explainFigure(ledger, plan.value, figure),
      )
    }),
}

const found = (figure: string, derivation: Derivation | null): Outcome<Derivation, Refusal> =>
  derivation ? done(derivation) : refused({ kind: 'figure-unknown', values: { figure } })

type Around = { readonly reader: Reader; readonly ledger: Ledger; readonly plan: Plan }

/** `notice:ID@DAY` of a recorded one, `notice@DAY` of one that is being typed: its terms come with the question. */
const NOTICE = /^notice(?::(.+))?@(\d{4}-\d{2}-\d{2})$/

function ofNotice(
  { reader, ledger, plan }: Around,
  { figure, notice }: Request<'explain'>,
  [, id, dayPart = '']: RegExpExecArray,
): Outcome<Derivation, Refusal> {
  const on = parseDay(dayPart)
  const asked = id === undefined ? notice : { id }
  if (!on.ok || asked === undefined) return found(figure, null)
  const change = noticeChange(reader, ledger, asked)
  if (!change.ok) return change
  return done(explainNotice({ ...ledger, today: on.value }, plan, { change: change.value, figure }))
}
