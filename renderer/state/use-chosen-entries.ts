import { useState } from 'react'
import { bridge } from '../bridge/bridge.ts'
import type { EntryFilter } from './use-entry-pages.ts'

/** So many at once: a command on more would hold the ledger too long. */
export const MOST_CHOSEN = 2000

export type ChosenEntries = {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  /** All that the filter finds, up to the limit. */
  readonly chooseAll: () => Promise<void>
  readonly clear: () => void
}

/** The entries that something will be done to together. Another filter chooses anew: nothing is done to what cannot be seen. */
export function useChosenEntries(filter: EntryFilter): ChosenEntries {
  const key = JSON.stringify(filter)
  const [chosen, setChosen] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> }>({
    key,
    ids: new Set(),
  })
  const ids = chosen.key === key ? chosen.ids : NONE
  const put = (next: ReadonlySet<string>) => setChosen({ key, ids: next })
  return {
    ids,
    toggle: (id) => put(new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    chooseAll: async () => put(new Set(await idsOf(filter))),
    clear: () => put(NONE),
  }
}

const NONE: ReadonlySet<string> = new Set()
const PAGE = 500

async function idsOf(filter: EntryFilter): Promise<readonly string[]> {
  const ids: string[] = []
  while (ids.length < MOST_CHOSEN) {
    const reply = await bridge.call('listEntries', { ...filter, offset: ids.length, limit: PAGE })
    if (!reply.ok) break
    ids.push(...reply.value.rows.map((row) => row.id))
    if (reply.value.rows.length < PAGE) break
  }
  return ids
}
