import { useMemo } from 'react'
import type { Frame } from '../../components/frame-context.ts'
import { frameWords } from '../../components/frame-words.ts'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { startBillEntry } from '../../state/bill-entry-start.ts'
import { ADD_ENTRY_PATH, REPAY_PATH } from '../../state/places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { type PageName, ROUTES } from '../routes-list.ts'
import { command, type PaletteCommand } from './palette-command.ts'
import { useFileCommands } from './palette-files.ts'
import { paletteWords } from './palette-words.ts'

/** Names of the pages in both languages, and what people call what is on them. */
const PAGE_ALSO: Partial<Record<PageName, string>> = {
  today: '今天 today',
  bills: '账单 bills',
  entries: '流水 entries',
  accounts: '账户 条款 利率 accounts terms rates',
  import: '导入 import',
  export: '导出 日历 export calendar ics csv',
  plan: '计划 分期 提前结清 plan installments settle early',
  closure: '关闭 close closing',
  charts: '图表 charts',
  case: '沟通 投诉 材料 关闭凭据 case complaint talk customer service dossier',
  history: '历史 history',
  backups: '备份 恢复 检查账本 backups restore doctor check',
  settings: '设置 提醒 字号 语言 搬账本 settings reminders text size language move ledger',
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
    command('add-entry', say('addEntry'), {
      icon: 'plus',
      also: '消费 退款 分期 借款 延期 add purchase refund installments loan deferral by hand',
      run: () => navigate(ADD_ENTRY_PATH),
    }),
    command('repay', say('repay'), { icon: 'bills', also: '还款 repayment pay', run: () => navigate(REPAY_PATH) }),
    command('paste-bills', say('pasteBills'), {
      icon: 'bills',
      also: '粘贴 一次记很多张 paste table bills',
      run: () => navigate('/bills/paste'),
    }),
    command('record-contact', say('recordContact'), {
      icon: 'case',
      also: '客服 电话 沟通 投诉 contact call service complaint',
      run: () => navigate('/case/record'),
    }),
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
