import { useMemo } from 'react'
import type { Frame } from '../../components/frame-context.ts'
import { frameWords } from '../../components/frame-words.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { startBillEntry } from '../../state/bill-entry-start.ts'
import { searchEntries, useEntrySearchKey } from '../../state/entry-search.ts'
import { ADD_ENTRY_PATH, REPAY_PATH } from '../../state/places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { ROUTES } from '../routes-list.ts'
import { CLOSE_ALSO, DO_ALSO, KIND_ALSO, PAGE_ALSO } from './palette-also.ts'
import { command, type PaletteCommand } from './palette-command.ts'
import { useFileCommands } from './palette-files.ts'
import { paletteWords } from './palette-words.ts'

const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

type Go = (path: string) => void

/** Everything that can be done or opened from here. */
export function usePaletteCommands(frame: Frame, navigate: Go): readonly PaletteCommand[] {
  return [
    ...useUndoCommands(frame),
    ...useDoCommands(navigate),
    ...usePageCommands(navigate),
    ...usePlanCommands(navigate),
    ...useScreenCommands(frame),
    ...useFileCommands(),
    ...useAccountCommands(navigate),
  ]
}

function useUndoCommands(frame: Frame): readonly PaletteCommand[] {
  const say = useWords(frameWords)
  const { undo, redo, undoLabel, redoLabel } = frame
  return [
    ...(undo && undoLabel !== null
      ? [
          command('undo', say('undoThis', { what: undoLabel }), {
            icon: 'undo',
            keys: 'mod+Z',
            also: DO_ALSO.undo,
            run: undo,
          }),
        ]
      : []),
    ...(redo && redoLabel !== null
      ? [
          command('redo', say('redoThis', { what: redoLabel }), {
            icon: 'redo',
            keys: 'mod+shift+Z',
            also: DO_ALSO.redo,
            run: redo,
          }),
        ]
      : []),
  ]
}

function useDoCommands(navigate: Go): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const installments = hereOrNull(useAsk('listEntries', { kind: 'installments', limit: 1 }))?.total ?? 0
  const enterBill = () => {
    startBillEntry()
    navigate('/bills')
  }
  return [
    command('enter-bill', say('enterBill'), {
      icon: 'bills',
      keys: 'N',
      also: DO_ALSO['enter-bill'],
      run: enterBill,
    }),
    command('add-entry', say('addEntry'), {
      icon: 'plus',
      also: DO_ALSO['add-entry'],
      run: () => navigate(ADD_ENTRY_PATH),
    }),
    command('repay', say('repay'), { icon: 'bills', also: DO_ALSO.repay, run: () => navigate(REPAY_PATH) }),
    ...(installments > 0
      ? [command('settle', say('settle'), { icon: 'plan', also: DO_ALSO.settle, run: () => navigate('/plan') })]
      : []),
    command('paste-bills', say('pasteBills'), {
      icon: 'bills',
      also: DO_ALSO['paste-bills'],
      run: () => navigate('/bills/paste'),
    }),
    command('record-contact', say('recordContact'), {
      icon: 'case',
      also: DO_ALSO['record-contact'],
      run: () => navigate('/case/record'),
    }),
    command('import-file', say('importFile'), {
      icon: 'import',
      also: DO_ALSO['import-file'],
      run: () => navigate('/import'),
    }),
    command('reviews', say('reviews'), {
      icon: 'unknown',
      also: DO_ALSO.reviews,
      run: () => navigate('/import/reviews'),
    }),
    command('add-account', say('addAccount'), {
      icon: 'accounts',
      also: DO_ALSO['add-account'],
      run: () => navigate('/accounts/new'),
    }),
    ...TARGETS.map((target) =>
      command(`close-${target}`, say(`close.${target}`), {
        icon: 'closure',
        also: CLOSE_ALSO[target],
        run: () => navigate(`/closure/${target}`),
      }),
    ),
  ]
}

function usePageCommands(navigate: Go): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const frameSay = useWords(frameWords)
  return ROUTES.map((route) =>
    command(route.name, say('goTo', { page: frameSay(`page.${route.name}`) }), {
      icon: route.icon,
      keys: `G ${route.key.toUpperCase()}`,
      also: PAGE_ALSO[route.name],
      run: () => navigate(route.path),
    }),
  )
}

function usePlanCommands(navigate: Go): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const plans = hereOrNull(useAsk('listPlans', {})) ?? []
  const choose = useCommand('choosePlan', { canUndo: true, done: ({ name }) => say('followed', { name }) })
  return plans
    .filter(({ plan }) => plan.name !== '')
    .flatMap(({ plan: { name }, followed }) => [
      command(`plan:${name}`, say('openPlan', { name }), {
        icon: 'plan',
        also: DO_ALSO['open-plan'],
        run: () => navigate(`/plan/${encodeURIComponent(name)}`),
      }),
      ...(followed
        ? []
        : [
            command(`follow:${name}`, say('followPlan', { name }), {
              icon: 'plan',
              also: DO_ALSO['follow-plan'],
              run: () => void choose.run({ name }),
            }),
          ]),
    ])
}

/** What no command is called by may be the name of a shop, an order number or a note. */
export function useSearchCommand(text: string, navigate: Go): PaletteCommand | null {
  const say = useWords(paletteWords)
  const key = useEntrySearchKey()
  const what = text.trim()
  if (what === '') return null
  const run = () => {
    searchEntries(key, what)
    navigate('/entries')
  }
  return command('search', say('searchEntries', { text: what }), { icon: 'find', also: '', run })
}

function useScreenCommands(frame: Frame): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const frameSay = useWords(frameWords)
  const language = useLanguage()
  const settings = useCommand('changeSettings')
  return [
    command('hide', frameSay(frame.amountsHidden ? 'showAmounts' : 'hideAmounts'), {
      icon: frame.amountsHidden ? 'show' : 'hide',
      keys: 'X',
      also: DO_ALSO.hide,
      run: frame.toggleAmounts,
    }),
    command('shortcuts', say('shortcuts'), {
      icon: 'table',
      keys: '?',
      also: DO_ALSO.shortcuts,
      run: frame.openShortcuts,
    }),
    command('language', say(language === 'en' ? 'toChinese' : 'toEnglish'), {
      icon: 'settings',
      also: DO_ALSO.language,
      run: () => void settings.run({ language: language === 'en' ? 'zh-CN' : 'en' }),
    }),
    ...(['light', 'dark', 'system'] as const).map((theme) =>
      command(theme, say(`theme.${theme}`), {
        icon: 'settings',
        also: DO_ALSO[theme],
        run: () => void settings.run({ theme }),
      }),
    ),
  ]
}

function useAccountCommands(navigate: Go): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  return useMemo(
    () =>
      (accounts ?? []).map((account) =>
        command(`account:${account.id}`, say('account', { name: nameOf(account) }), {
          icon: 'accounts',
          also: KIND_ALSO[account.kind],
          run: () => navigate(`/accounts/${encodeURIComponent(account.id)}`),
        }),
      ),
    [accounts, say, nameOf, navigate],
  )
}
