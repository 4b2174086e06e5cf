import { owedJson } from '#shared/contract/json/owed-json.ts'
import type { Day } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { owedHandlers } from '../handlers/owed-handlers.ts'
import { countDoubles, countReviews } from '../store/ledger-counts.ts'
import { readLedger } from '../store/read-ledger.ts'
import { dayOption } from './day-option.ts'
import { type LedgerSession, withLedger } from './ledger-session.ts'
import type { Terminal } from './terminal.ts'

export const showOwed = (terminal: Terminal, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const on: Day | undefined = dayOption('on', options.on)
    const owed = await session.ask(owedHandlers.getOwed, on === undefined ? {} : { on })
    const doubled = await doubledNow(session)
    const text = terminal.json ? '' : await toldTo(terminal, owed, { count: session.store.read(countReviews), doubled })
    terminal.answer(owedJson(owed, doubled), () => text)
  })

/** Which entry a question is about takes time to find: it is looked for only where money may be there twice. */
async function doubledNow({ store, today }: LedgerSession): Promise<Fen> {
  if (store.read(countDoubles) === 0) return ZERO
  const [{ doubledIn }, { doublesOf }] = await Promise.all([
    import('#shared/contract/doubled-in.ts'),
    import('../handlers/review-handlers.ts'),
  ])
  return store.read((reader) => doubledIn(doublesOf(reader, readLedger(reader, today))))
}

/** What only people are told, loaded for them alone. */
async function toldTo(
  terminal: Terminal,
  owed: Owed,
  waiting: { readonly count: number; readonly doubled: Fen },
): Promise<string> {
  const [{ owedText }, { explainHint }] = await Promise.all([import('./owed-text.ts'), import('./explain-hint.ts')])
  const figures = owed.accounts.filter(({ total }) => total > 0).map(({ explain }) => explain)
  // A pattern for the cells and for what stands beside them.
  const [first] = figures
  if (first) figures.push(first.replace(/(?=@[^@]*$)/, ':usedQuota'))
  return owedText(terminal, owed, waiting) + explainHint(terminal, figures)
}
