import { useMemo } from 'react'
import type { SaveOutcome } from '#shared/contract/shell.ts'
import { bridge } from '../../bridge/bridge.ts'
import type { Frame } from '../../components/frame-context.ts'
import { frameWords } from '../../components/frame-words.ts'
import type { IconName } from '../../components/icon.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { startBillEntry } from '../../state/bill-entry-start.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { type PageName, ROUTES } from '../routes-list.ts'
import { paletteWords } from './palette-words.ts'

export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly keys: string | null
  /** What else finds it: its name in the other language and other words for it. */
  readonly also: string
  readonly run: () => void
}

/** Names of the pages in both languages, and what people call what is on them. */
const PAGE_ALSO: Partial<Record<PageName, string>> = {
  today: '今天 today',
  bills: '账单 bills',
  entries: '流水 entries',
  accounts: '账户 accounts',
  import: '导入 import',
  export: '导出 日历 export calendar ics csv',
  plan: '计划 plan',
  closure: '关闭 close closing',
  charts: '图表 charts',
  case: '沟通 投诉 case complaint talk customer service',
  history: '历史 history',
  backups: '备份 backups',
  settings: '设置 settings reminders 提醒',
}
const KIND_ALSO = {
  huabei: '花呗 huabei',
  'credit-purchase': '信用购 credit purchase',
  borrow: '借呗 borrow',
  'credit-loan': '信用贷 credit loan',
  other: '其他 other',
} as const
const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

type Go = (path: string) => void
const command = (
  id: string,
  label: string,
  more: Pick<PaletteCommand, 'icon' | 'also' | 'run'> & { readonly keys?: string },
): PaletteCommand => ({ id, label, keys: null, ...more })

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
            also: '撤销 undo',
            run: undo,
          }),
        ]
      : []),
    ...(redo && redoLabel !== null
      ? [
          command('redo', say('redoThis', { what: redoLabel }), {
            icon: 'redo',
            keys: 'mod+shift+Z',
            also: '重做 redo',
            run: redo,
          }),
        ]
      : []),
  ]
}

function useDoCommands(navigate: Go): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const enterBill = () => {
    startBillEntry()
    navigate('/bills')
  }
  return [
    command('enter-bill', say('enterBill'), {
      icon: 'bills',
      keys: 'N',
      also: '记账单 enter bill new',
      run: enterBill,
    }),
    command('repay', say('repay'), { icon: 'bills', also: '还款 repayment pay', run: () => navigate('/bills') }),
    command('import-file', say('importFile'), {
      icon: 'import',
      also: '导入账单文件 import statement',
      run: () => navigate('/import'),
    }),
    command('reviews', say('reviews'), {
      icon: 'unknown',
      also: '回答 reviews questions answers',
      run: () => navigate('/import/reviews'),
    }),
    command('add-account', say('addAccount'), {
      icon: 'accounts',
      also: '加账户 add account new',
      run: () => navigate('/accounts/new'),
    }),
    ...TARGETS.map((target) =>
      command(`close-${target}`, say(`close.${target}`), {
        icon: 'closure',
        also: `关闭 close ${KIND_ALSO[target]}`,
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
      also: PAGE_ALSO[route.name] ?? route.name,
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
        also: '计划 plan',
        run: () => navigate(`/plan/${encodeURIComponent(name)}`),
      }),
      ...(followed
        ? []
        : [
            command(`follow:${name}`, say('followPlan', { name }), {
              icon: 'plan',
              also: '照计划走 follow plan',
              run: () => void choose.run({ name }),
            }),
          ]),
    ])
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
      also: '隐藏 显示 金额 hide show amounts',
      run: frame.toggleAmounts,
    }),
    command('shortcuts', say('shortcuts'), {
      icon: 'table',
      keys: '?',
      also: '快捷键 keyboard shortcuts help 帮助',
      run: frame.openShortcuts,
    }),
    command('language', say(language === 'en' ? 'toChinese' : 'toEnglish'), {
      icon: 'settings',
      also: '语言 英文 中文 language english chinese',
      run: () => void settings.run({ language: language === 'en' ? 'zh-CN' : 'en' }),
    }),
    ...(['light', 'dark', 'system'] as const).map((theme) =>
      command(theme, say(`theme.${theme}`), {
        icon: 'settings',
        also: `颜色 浅色 深色 theme ${theme}`,
        run: () => void settings.run({ theme }),
      }),
    ),
  ]
}

function useFileCommands(): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const language = useLanguage()
  const backup = useCommand('makeBackup', { done: () => say('backupDone') })
  const make = useCommand('exportFile')
  const tell = (saved: SaveOutcome) => {
    if (saved.kind === 'failed') showToast({ text: say('notSaved', { code: saved.code }) })
    else if (saved.kind !== 'canceled') showToast({ text: say('fileSaved', { name: saved.name }) })
  }
  const save = async (format: 'csv' | 'ics') => {
    const file = await make.run({ format, language, bom: format === 'csv' })
    if (file !== null) tell(await bridge.shell.saveFile({ suggestedName: file.name, content: file.text }))
  }
  const savePage = async () => {
    const title = document.querySelector('main h1')?.textContent || document.title
    tell(await bridge.shell.savePdf(`${title}.pdf`))
  }
  return [
    command('backup', say('backup'), { icon: 'shield', also: '备份 backup', run: () => void backup.run({}) }),
    command('export-csv', say('exportCsv'), {
      icon: 'export',
      also: '导出 export csv excel',
      run: () => void save('csv'),
    }),
    command('export-ics', say('exportIcs'), {
      icon: 'export',
      also: '导出 日历 提醒 export calendar ics',
      run: () => void save('ics'),
    }),
    command('print', say('print'), { icon: 'print', also: '打印 print pdf', run: () => window.print() }),
    ...(bridge.shell.can.savePdf
      ? [command('save-pdf', say('savePdf'), { icon: 'print', also: '导出 存 save pdf', run: () => void savePage() })]
      : []),
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
