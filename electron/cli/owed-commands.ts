import { doubledIn } from '#shared/contract/doubled-in.ts'
import { owedJson } from '#shared/contract/json/owed-json.ts'
import type { Day } from '#shared/kernel/day.ts'
import { owedHandlers } from '../handlers/owed-handlers.ts'
import { reviewHandlers } from '../handlers/review-handlers.ts'
import { countReviews } from '../store/ledger-counts.ts'
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
    // What is proposed for each question takes time: it is worked out for people only, and where there are questions.
    const count = session.store.read(countReviews)
    const reviews = terminal.json || count === 0 ? [] : await session.ask(reviewHandlers.listReviews, {})
    const waiting = { count, doubled: doubledIn(reviews) }
    terminal.answer(owedJson(owed), () => owedText(terminal, owed, waiting) + explainHint(terminal, figures))
  })
