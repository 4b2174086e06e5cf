import { type ComponentType, lazy } from 'react'
import type { PageName } from './routes-list.ts'
import { TodayPage } from './today/today-page.tsx'

type LaterPage = Exclude<PageName, 'today'>

/** All but the first page are code of their own, loaded when they are opened or when nothing else is to be done. */
const LATER: Readonly<Record<LaterPage, () => Promise<{ default: ComponentType }>>> = {
  bills: async () => ({ default: (await import('./bills/bills-page.tsx')).BillsPage }),
  entries: async () => ({ default: (await import('./entries/entries-page.tsx')).EntriesPage }),
  accounts: async () => ({ default: (await import('./accounts/accounts-page.tsx')).AccountsPage }),
  import: async () => ({ default: (await import('./import/import-page.tsx')).ImportPage }),
  export: async () => ({ default: (await import('./export/export-page.tsx')).ExportPage }),
  plan: async () => ({ default: (await import('./plan/plan-page.tsx')).PlanPage }),
  closure: async () => ({ default: (await import('./closure/closure-page.tsx')).ClosurePage }),
  case: async () => ({ default: (await import('./case/case-page.tsx')).CasePage }),
  charts: async () => ({ default: (await import('./chart-page/chart-page.tsx')).ChartsPage }),
  history: async () => ({ default: (await import('./history/history-page.tsx')).HistoryPage }),
  backups: async () => ({ default: (await import('./backups/backups-page.tsx')).BackupsPage }),
  settings: async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage }),
}

/** The part behind each path. */
export const PAGES: Readonly<Record<PageName, ComponentType>> = {
  today: TodayPage,
  bills: lazy(LATER.bills),
  entries: lazy(LATER.entries),
  accounts: lazy(LATER.accounts),
  import: lazy(LATER.import),
  export: lazy(LATER.export),
  plan: lazy(LATER.plan),
  closure: lazy(LATER.closure),
  case: lazy(LATER.case),
  charts: lazy(LATER.charts),
  history: lazy(LATER.history),
  backups: lazy(LATER.backups),
  settings: lazy(LATER.settings),
}

/** The drawing of the charts is most of their code, and the first page has one as well. */
const PLOTS = [() => import('../charts/curve-plot.tsx'), () => import('../charts/month-bars-plot.tsx')]

/**
 * Loads the other pages one after another while the window is idle, so that the first visit of each is as quick as the
 * next. What cannot be loaded now is asked for again, and said, when its page is opened.
 *
 * @returns ends it
 */
export function loadPagesAhead(): () => void {
  let isOver = false
  const all = async (): Promise<void> => {
    for (const load of [...Object.values(LATER), ...PLOTS]) {
      await idle()
      if (isOver) return
      await load().catch(() => null)
    }
  }
  const begin = setTimeout(() => void all(), BEGIN_AFTER)
  return () => {
    isOver = true
    clearTimeout(begin)
  }
}

/** Milliseconds: the first page has its figures by then. */
const BEGIN_AFTER = 1_500

const idle = (): Promise<unknown> =>
  new Promise((go) => ('requestIdleCallback' in window ? window.requestIdleCallback(go) : setTimeout(go, 50)))
