import type { ContentView } from '#shared/contract/safety-views.ts'
import type { ActionView } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { countActions, listActions } from '../store/actions.ts'
import { countLedger } from '../store/ledger-counts.ts'
import { readLedger } from '../store/read-ledger.ts'
import { newestEntryDays } from '../store/recent.ts'
import type { Store } from '../store/store.ts'

/** What a ledger says today: how much is in it, what is owed, how far it reaches. */
export function contentOf(store: Store, today: Day): ContentView {
  return store.read((reader) => {
    const ledger = readLedger(reader, today)
    const days = Object.values(newestEntryDays(ledger.entries, ledger.postings))
    const [last] = listActions(reader, { before: null, limit: 1 })
    return {
      ...countLedger(reader),
      actions: countActions(reader),
      owed: owedOn(ledger).total,
      newestDay: days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b)),
      lastActionAt: last?.at ?? null,
    }
  })
}

/** How far back is looked for what a restore would leave behind. */
const LOOKED_AT = 2000

/** What was done in `now` and is not in `then`, the newest first. */
export function actionsLeft(now: Store, then: Store): readonly ActionView[] {
  const actions = (store: Store) => store.read((reader) => listActions(reader, { before: null, limit: LOOKED_AT }))
  const same = ({ at, label }: ActionView): string => JSON.stringify([at, label])
  const known = new Set(actions(then).flatMap((action) => (action.undone ? [] : [same(action)])))
  return actions(now).filter((action) => !action.undone && !known.has(same(action)))
}
