import { type ComponentType, lazy } from 'react'
import type { PageName } from './routes-list.ts'
import { TodayPage } from './today/today-page.tsx'

/** The part behind each path. All but the first page are loaded when they are opened. */
export const PAGES: Readonly<Record<PageName, ComponentType>> = {
  today: TodayPage,
  bills: lazy(async () => ({ default: (await import('./bills/bills-page.tsx')).BillsPage })),
  entries: lazy(async () => ({ default: (await import('./entries/entries-page.tsx')).EntriesPage })),
  accounts: lazy(async () => ({ default: (await import('./accounts/accounts-page.tsx')).AccountsPage })),
  import: lazy(async () => ({ default: (await import('./import/import-page.tsx')).ImportPage })),
  export: lazy(async () => ({ default: (await import('./export/export-page.tsx')).ExportPage })),
  plan: lazy(async () => ({ default: (await import('./plan/plan-page.tsx')).PlanPage })),
  closure: lazy(async () => ({ default: (await import('./closure/closure-page.tsx')).ClosurePage })),
  case: lazy(async () => ({ default: (await import('./case/case-page.tsx')).CasePage })),
  charts: lazy(async () => ({ default: (await import('./chart-page/chart-page.tsx')).ChartsPage })),
  history: lazy(async () => ({ default: (await import('./history/history-page.tsx')).HistoryPage })),
  backups: lazy(async () => ({ default: (await import('./backups/backups-page.tsx')).BackupsPage })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage })),
}
