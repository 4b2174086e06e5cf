import { doubledIn } from '#shared/contract/doubled-in.ts'
import { owedJson } from '#shared/contract/json/owed-json.ts'
import type { Day } from '#shared/kernel/day.ts'
import { owedHandlers } from '../handlers/owed-handlers.ts'
import { reviewHandlers } from '../handlers/review-handlers.ts'
import { countDoubles, countReviews } from '../store/ledger-counts.ts'
import { dayOption } from './day-option.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { owedText } from './owed-text.ts'
import type { Terminal } from './terminal.ts'

export const showOwed = (terminal: Terminal, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const on: Day | undefined = dayOption('on', options.on)
    const owed = await session.ask(owedHandlers.getOwed, on === undefined ? {} : { on })
    const figures = owed.accounts.filter(({ total }) => total > 0).map(({ explain }) => explain)
    // A pattern for the cells and for what stands beside them.
    const [first] = figures
    if (first) figures.push(first.replace(/(?=@[^@]*$)/, ':usedQuota'))
    // What is proposed for each question takes time: it is worked out only where one is about money that is there twice.
    const count = session.store.read(countReviews)
    const reviews = session.store.read(countDoubles) === 0 ? [] : await session.ask(reviewHandlers.listReviews, {})
    const waiting = { count, doubled: doubledIn(reviews) }
    terminal.answer(
      owedJson(owed, waiting.doubled),
      () => owedText(terminal, owed, waiting) + explainHint(terminal, figures),
    )
  })
