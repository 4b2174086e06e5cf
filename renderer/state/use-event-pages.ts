import { useQueries } from '@tanstack/react-query'
import type { CaseEventPage } from '#shared/contract/case-views.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { CaseEvent } from '#shared/outlook/case/timeline.ts'
import { bridge } from '../bridge/bridge.ts'

/** Events asked for at once: a few windows full. */
const PAGE_EVENTS = 100

export type EventPages = {
  readonly total: number
  readonly isHere: boolean
  /** Null while its page is on the way. */
  readonly at: (index: number) => CaseEvent | null
}

/** Only the pages in sight of a timeline of any length. */
export function useEventPages(range: { readonly from: number; readonly to: number }): EventPages {
  const firstPage = Math.floor(range.from / PAGE_EVENTS)
  const lastPage = Math.floor(range.to / PAGE_EVENTS)
  const pages = [...new Set([0, ...Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)])]
  const results = useQueries({
    queries: pages.map((page) => {
      const request = { offset: page * PAGE_EVENTS, limit: PAGE_EVENTS }
      return {
        queryKey: ['listCaseEvents', request],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<Reply<CaseEventPage>> =>
          bridge.call('listCaseEvents', request, { signal }),
      }
    }),
  })
  const rows = new Map<number, readonly CaseEvent[]>()
  for (const [index, result] of results.entries()) if (result.data?.ok) rows.set(pages[index]!, result.data.value.rows)
  const head = results[0]?.data
  return {
    total: head?.ok ? head.value.total : 0,
    isHere: head !== undefined,
    at: (index) => rows.get(Math.floor(index / PAGE_EVENTS))?.[index % PAGE_EVENTS] ?? null,
  }
}
