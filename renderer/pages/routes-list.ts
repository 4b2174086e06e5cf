import type { IconName } from '../components/icon.tsx'

/**
 * Every page with its path, picture and second key of the `G …` shortcut, in the order and groups of the rail: where I
 * stand, what I recorded, what I decide, what I take along or take back, and how the program looks.
 */
export type PageName =
  | 'today'
  | 'bills'
  | 'entries'
  | 'accounts'
  | 'import'
  | 'export'
  | 'plan'
  | 'closure'
  | 'charts'
  | 'case'
  | 'history'
  | 'backups'
  | 'settings'

export type RouteEntry = {
  readonly name: PageName
  readonly path: string
  readonly icon: IconName
  readonly key: string
}

export const ROUTE_GROUPS: readonly (readonly RouteEntry[])[] = [
  [{ name: 'today', path: '/', icon: 'today', key: 't' }],
  [
    { name: 'bills', path: '/bills', icon: 'bills', key: 'b' },
    { name: 'entries', path: '/entries', icon: 'entries', key: 'e' },
    { name: 'accounts', path: '/accounts', icon: 'accounts', key: 'a' },
    { name: 'import', path: '/import', icon: 'import', key: 'i' },
  ],
  [
    { name: 'plan', path: '/plan', icon: 'plan', key: 'p' },
    { name: 'closure', path: '/closure', icon: 'closure', key: 'c' },
    { name: 'charts', path: '/charts', icon: 'charts', key: 'd' },
    { name: 'case', path: '/case', icon: 'case', key: 'k' },
  ],
  [
    { name: 'export', path: '/export', icon: 'export', key: 'o' },
    { name: 'backups', path: '/backups', icon: 'shield', key: 'u' },
    { name: 'history', path: '/history', icon: 'history', key: 'h' },
  ],
  [{ name: 'settings', path: '/settings', icon: 'settings', key: 's' }],
]

export const ROUTES: readonly RouteEntry[] = ROUTE_GROUPS.flat()
