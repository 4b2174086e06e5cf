import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { EntryPage, EntryRow } from '#shared/contract/views.ts'
import { bridge } from '../bridge/bridge.ts'
import type { Answer } from './use-ask.ts'

export type EntryFilter = Omit<RequestInput<'listEntries'>, 'offset' | 'limit'>

/** Rows asked for at once: a few windows full. */
export const PAGE_ROWS = 200

/** Only the pages in sight of a list that may have 100,000 rows. `rowAt` is null while its page is on the way. */
export type EntryPages = {
  /** What the rows answer: the filter that is asked for, or, while its first page is on the way, the one before it. */
  readonly filter: EntryFilter
  readonly isStale: boolean
  readonly first: Answer<EntryPage>
  readonly total: number
  readonly rowAt: (index: number) => EntryRow | null
  /** Tells which rows are in sight. */
  readonly see: (range: { readonly from: number; readonly to: number }) => void
}

export function useEntryPages(asked: EntryFilter): EntryPages {
  const filter = useAnsweredFilter(asked)
  const [inSight, setInSight] = useState({ first: 0, last: 0 })
  const see = useCallback<EntryPages['see']>(({ from, to }) => {
    const next = { first: Math.floor(from / PAGE_ROWS), last: Math.floor(to / PAGE_ROWS) }
    // A list that moves within its pages asks nothing, and the page around it is not drawn anew.
    setInSight((before) => (before.first === next.first && before.last === next.last ? before : next))
  }, [])
  const { first, last } = inSight
  // The first page always: it knows how many rows there are.
  const pages = [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, index) => first + index)])]
  const results = useQueries({
    queries: pages.map((page) => pageQuery(filter, page)),
  })
  const rows = new Map<number, readonly EntryRow[]>()
  for (const [index, result] of results.entries()) {
    if (result.data?.ok) rows.set(pages[index]!, result.data.value.rows)
  }
  const head = results[0]!
  const again = () => void head.refetch()
  return {
    filter,
    isStale: !isSame(filter, asked),
    first: firstAnswer(head.data, head.isError ? String(head.error) : null, again),
    total: head.data?.ok ? head.data.value.total : 0,
    rowAt: (index) => rows.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null,
    see,
  }
}

function pageQuery(filter: EntryFilter, page: number) {
  const request = { ...filter, offset: page * PAGE_ROWS, limit: PAGE_ROWS }
  return {
    queryKey: ['listEntries', request],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Reply<EntryPage>> =>
      bridge.call('listEntries', request, { signal }),
  }
}

/** A list that is there stays until the next one is: who types a text sees no gap after each letter. */
function useAnsweredFilter(asked: EntryFilter): EntryFilter {
  const [answered, setAnswered] = useState(asked)
  const { isPending } = useQuery(pageQuery(asked, 0))
  if (isPending) return answered
  if (!isSame(answered, asked)) setAnswered(asked)
  return asked
}

const isSame = (one: EntryFilter, two: EntryFilter): boolean => JSON.stringify(one) === JSON.stringify(two)

function firstAnswer(reply: Reply<EntryPage> | undefined, error: string | null, again: () => void): Answer<EntryPage> {
  if (error !== null) return { state: 'failed', reference: error, again }
  if (reply === undefined) return { state: 'waiting' }
  if (reply.ok) return { state: 'here', value: reply.value, stale: false }
  if ('refusal' in reply) return { state: 'refused', refusal: reply.refusal, again }
  return { state: 'failed', reference: reply.fault.reference, again }
}
