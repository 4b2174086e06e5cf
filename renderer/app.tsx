import { Suspense, useEffect, useMemo, useState } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { LedgerStatus } from '#shared/contract/views.ts'
import { AskContext, type AskedFigure, type Asking } from './components/ask.tsx'
import { FrameContext } from './components/frame-context.ts'
import { frameWords } from './components/frame-words.ts'
import { Toasts } from './components/toasts.tsx'
import { LoadingPanel } from './components/waiting.tsx'
import { PreferencesProvider, useWords } from './i18n/preferences.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { CannotOpen } from './pages/cannot-open.tsx'
import { ExplainPanel } from './pages/explain/explain-panel.tsx'
import { Palette } from './pages/palette/palette.tsx'
import { Shortcuts } from './pages/palette/shortcuts.tsx'
import { loadPagesAhead, PAGES } from './pages/routes.tsx'
import { ROUTES } from './pages/routes-list.ts'
import { TodayPage } from './pages/today/today-page.tsx'
import { Rail } from './rail.tsx'
import { askAhead } from './state/ask-ahead.ts'
import { preferencesFrom, useLedgerChanges, useSurroundings, useTextSize } from './state/surroundings.ts'
import { type Answer, hereOrNull, useAsk } from './state/use-ask.ts'
import { useFrameActions } from './state/use-frame-actions.ts'
import { useReminders } from './state/use-reminders.ts'
import { useShortcuts } from './state/use-shortcuts.ts'

/** Rail, page, and what may lie over them. Paths stand after the #, so that app:// and loopback need no server rules. */
export function App() {
  const answer = useAsk('getStatus', {})
  const status = hereOrNull(answer)
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  const preferences = useMemo(() => preferencesFrom(status, accounts ?? []), [status, accounts])
  useSurroundings(preferences.language, status?.settings.theme ?? 'system')
  useTextSize(status?.settings.textSize ?? 100)
  useLedgerChanges()
  return (
    <PreferencesProvider value={preferences}>
      <Router hook={useHashLocation}>
        {/* The ledger knows the language: nothing is said before it has answered. */}
        {answer.state === 'waiting' ? <Waiting /> : <Frame answer={answer} />}
      </Router>
    </PreferencesProvider>
  )
}

/** Where `G` and a letter lead. */
const PLACES = Object.fromEntries(ROUTES.map((route) => [route.key, route.path]))

function Frame({ answer }: { readonly answer: Answer<LedgerStatus> }) {
  const say = useWords(frameWords)
  const status = hereOrNull(answer)
  const [asked, setAsked] = useState<AskedFigure | null>(null)
  const asking = useMemo<Asking>(() => ({ open: setAsked, ahead: (figure) => void askAhead('explain', figure) }), [])
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [shortcutsOpen, setShortcutsOpen] = useState(false)
  const frame = useFrameActions(status, {
    openPalette: () => setPaletteOpen(true),
    openShortcuts: () => setShortcutsOpen(true),
  })
  useReminders(status)
  useEffect(loadPagesAhead, [])
  useShortcuts(frame, PLACES)
  return (
    <FrameContext value={frame}>
      <AskContext value={asking}>
        <button type="button" className="skip" onClick={focusPage}>
          {say('skip')}
        </button>
        <div className="app">
          <Rail status={status} />
          {answer.state === 'refused' ? <CannotOpen refusal={answer.refusal} onAgain={answer.again} /> : <Pages />}
        </div>
        {asked === null ? null : <ExplainPanel asked={asked} onClose={() => setAsked(null)} />}
        {/* Their code is always here: what is typed right after Ctrl K must reach the palette and not the page below. */}
        {paletteOpen ? <Palette onClose={() => setPaletteOpen(false)} /> : null}
        {shortcutsOpen ? <Shortcuts onClose={() => setShortcutsOpen(false)} /> : null}
        <Toasts onUndo={() => frame.undo?.()} />
      </AskContext>
    </FrameContext>
  )
}

function Pages() {
  const [location] = useHashLocation()
  return (
    <PageBoundary key={location.split('/')[1] ?? ''}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {ROUTES.map((route) => (
            <Route
              key={route.name}
              path={route.path === '/' ? '/' : `${route.path}/:item?`}
              component={PAGES[route.name]}
            />
          ))}
          <Route component={TodayPage} />
        </Switch>
      </Suspense>
    </PageBoundary>
  )
}

const Waiting = () => (
  <main className="page" id="page">
    <LoadingPanel />
  </main>
)

/** The address after the # belongs to the pages, so a link could not do it. */
function focusPage(): void {
  document.querySelector<HTMLElement>('#page h1')?.focus()
}
