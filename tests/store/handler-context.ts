import { dirname, join } from 'node:path'
import { day } from '#shared/kernel/day.ts'
import { refused } from '#shared/kernel/outcome.ts'
import type { HandlerContext } from '../../electron/handlers/handler.ts'
import type { Store } from '../../electron/store/store.ts'

/** What a host gives a handler, without a host. */
export const contextOf = (store: Store, more: Partial<HandlerContext> = {}): HandlerContext => ({
  store,
  path: store.path,
  closedBy: null,
  logFolder: join(dirname(store.path), 'logs'),
  today: day('2026-09-20'),
  now: () => Date.UTC(2026, 8, 20, 4),
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ledgers: {
    isSample: () => false,
    switchTo: () => refused({ kind: 'sample-not-offered' }),
    release: () => store.close(),
    replaced: () => store.close(),
    placeFile: null,
    moved: () => undefined,
  },
  ...more,
})
