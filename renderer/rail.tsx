import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { frameWords } from './components/frame-words.ts'
import { Icon } from './components/icon.tsx'
import { useWords } from './i18n/preferences.tsx'
import { useFormat } from './i18n/use-format.ts'
import { ROUTE_GROUPS } from './pages/routes-list.ts'

/** The navigation, and at its foot, always, the last verified backup. */
export function Rail({ status }: { readonly status: LedgerStatus | null }) {
  const say = useWords(frameWords)
  const [location] = useLocation()
  const place = useRef<HTMLElement>(null)
  const page = location.split('/')[1]
  // Where not all names fit, a key or the palette may lead to one that is out of sight. In the next frame, as the question
  // where it stands lays out the whole page, which by then is needed anyway.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that is open decides which link is the current one
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [page])
  return (
    <nav className="rail" aria-label={say('mainNavigation')} ref={place}>
      <div className="brand">
        <Brand />
        <span className="brand-name">{say('name')}</span>
      </div>
      <div className="rail-groups">
        {ROUTE_GROUPS.map((group) => (
          <ul className="rail-group" key={group[0]!.name}>
            {group.map((route) => (
              <li key={route.name}>
                <Link
                  className="rail-link"
                  href={route.path}
                  aria-current={isAt(location, route.path) ? 'page' : undefined}
                >
                  <Icon name={route.icon} />
                  <span>{say(`page.${route.name}`)}</span>
                  {route.name === 'today' && status !== null && status.reviews > 0 ? (
                    <Count n={status.reviews} />
                  ) : null}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
      {status === null ? null : <Foot status={status} />}
    </nav>
  )
}

/** An opened item stands under its page's path. */
const isAt = (location: string, path: string): boolean =>
  location === path || (path !== '/' && location.startsWith(`${path}/`))

/** More digits would not fit beside the picture of a narrow rail. */
const MOST_SHOWN = 99

function Count({ n }: { readonly n: number }) {
  const say = useWords(frameWords)
  return (
    <span className="rail-count">
      <span aria-hidden="true">{n > MOST_SHOWN ? `${MOST_SHOWN}+` : n}</span>
      <span className="unseen">{say('waitingCount', { n })}</span>
    </span>
  )
}

function Brand() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M1 3h4.5v4.5H10V12h4.5" fill="none" stroke="var(--owed)" strokeWidth="2.2" />
      <circle cx="15" cy="14.8" r="2.2" fill="none" stroke="var(--safe)" strokeWidth="2" />
    </svg>
  )
}

function Foot({ status }: { readonly status: LedgerStatus }) {
  const say = useWords(frameWords)
  const format = useFormat()
  const { lastBackup, failedBackup } = status
  const isSafe = lastBackup !== null && failedBackup === null
  const state = say(lastBackup === null ? 'backupNone' : 'backupVerified')
  const time = lastBackup === null ? say(status.sample ? 'backupSample' : 'backupFirst') : format.instant(lastBackup.at)
  return (
    <div className={`rail-foot${isSafe ? ' is-verified' : ''}`} title={`${state} ${time}`}>
      <Link href="/backups">
        <b>
          <Icon name={failedBackup === null ? 'shield' : 'warn'} />
          <span className="long">{state}</span>
        </b>
        <p className="note">{lastBackup === null ? <span className="long">{time}</span> : time}</p>
        {failedBackup === null ? null : <p className="note is-attention">{say('backupFailed')}</p>}
      </Link>
      <p className="note long">{say('offline')}</p>
    </div>
  )
}
