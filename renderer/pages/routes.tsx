import type { ComponentType } from 'react'
import { type Later, later } from '../components/later.tsx'
import { whenIdle } from '../components/when-idle.ts'
import { LATER_QUESTIONS } from '../state/later-questions.ts'
import type { PageName } from './routes-list.ts'
import { TodayPage } from './today/today-page.tsx'

/** All but the first page are code of their own. */
const LATER: Readonly<Record<Exclude<PageName, 'today'>, Later<object>>> = {
  bills: later(async () => (await import('./bills/bills-page.tsx')).BillsPage),
  entries: later(async () => (await import('./entries/entries-page.tsx')).EntriesPage),
  accounts: later(async () => (await import('./accounts/accounts-page.tsx')).AccountsPage),
  import: later(async () => (await import('./import/import-page.tsx')).ImportPage),
  export: later(async () => (await import('./export/export-page.tsx')).ExportPage),
  plan: later(async () => (await import('./plan/plan-page.tsx')).PlanPage),
  closure: later(async () => (await import('./closure/closure-page.tsx')).ClosurePage),
  case: later(async () => (await import('./case/case-page.tsx')).CasePage),
  charts: later(async () => (await import('./chart-page/chart-page.tsx')).ChartsPage),
  history: later(async () => (await import('./history/history-page.tsx')).HistoryPage),
  backups: later(async () => (await import('./backups/backups-page.tsx')).BackupsPage),
  settings: later(async () => (await import('./settings/settings-page.tsx')).SettingsPage),
}

/** The part behind each path. */
export const PAGES: Readonly<Record<PageName, ComponentType>> = { today: TodayPage, ...LATER }

/**
 * Loads the other pages, and asks what they will ask, one after another while the window is idle, so that
 * the first visit of each is as quick as the next. What cannot be had now is asked for again, and said, when it is opened.
 *
 * @returns ends it
 */
export function loadPagesAhead(): () => void {
  let isOver = false
  const all = async (): Promise<void> => {
    const plan = async () => (await import('./plan/ask-plan-ahead.ts')).askPlanAhead()
    for (const ahead of [...Object.values(LATER).map((page) => page.ahead), ...LATER_QUESTIONS, plan]) {
      await idle()
      if (isOver) return
      await ahead().catch(() => null)
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

const idle = (): Promise<void> => new Promise((go) => void whenIdle(go))
