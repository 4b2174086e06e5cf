import type { Frame } from '../../components/frame-context.ts'
import { frameWords } from '../../components/frame-words.ts'
import type { IconName } from '../../components/icon.tsx'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { type PageName, ROUTES } from '../routes-list.ts'
import { paletteWords } from './palette-words.ts'

export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly keys: string | null
  /** What else finds it: pinyin initials and the other language's name. */
  readonly also: string
  readonly run: () => void
}

/** Names in the other language and pinyin initials of the pages' and products' names. */
const PAGE_ALSO: Readonly<Record<PageName, string>> = {
  today: 'jt jintian 今天 today',
  bills: 'zd zhangdan 账单 bills',
  entries: 'ls liushui 流水 entries',
  accounts: 'zh zhanghu 账户 accounts',
  import: 'dr daoru 导入 import',
  export: 'dc daochu 导出 日历 export calendar ics csv',
  plan: 'jh jihua 计划 plan',
  closure: 'gb guanbi 关闭 close',
  case: 'gt goutong 沟通 投诉 case complaint',
  history: 'lsjl lishi 历史 history',
  backups: 'bf beifen 备份 恢复 backup restore',
  settings: 'sz shezhi 设置 settings',
}
const KIND_ALSO = {
  huabei: 'hb huabei 花呗',
  'credit-purchase': 'xyg xinyonggou 信用购',
  borrow: 'jb jiebei 借呗 borrow',
  'credit-loan': 'xyd xinyongdai 信用贷',
  other: 'qt qita 其他 other',
} as const

export function usePaletteCommands(frame: Frame, navigate: (path: string) => void): readonly PaletteCommand[] {
  const say = useWords(paletteWords)
  const frameSay = useWords(frameWords)
  const language = useLanguage()
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const settings = useCommand('changeSettings')
  const backup = useCommand('makeBackup', { done: () => say('backupDone') })
  const pages = ROUTES.map(
    (route): PaletteCommand => ({
      id: route.name,
      label: say('goTo', { page: frameSay(`page.${route.name}`) }),
      icon: route.icon,
      keys: `G ${route.key.toUpperCase()}`,
      also: PAGE_ALSO[route.name],
      run: () => navigate(route.path),
    }),
  )
  const toAccounts = accounts.map(
    (account): PaletteCommand => ({
      id: `account:${account.id}`,
      label: say('account', { name: nameOf(account) }),
      icon: 'accounts',
      keys: null,
      also: KIND_ALSO[account.kind],
      run: () => navigate(`/accounts/${encodeURIComponent(account.id)}`),
    }),
  )
  const command = (id: string, label: string, more: Pick<PaletteCommand, 'icon' | 'keys' | 'also' | 'run'>) => ({
    id,
    label,
    ...more,
  })
  const actions: PaletteCommand[] = [
    command('hide', frameSay(frame.amountsHidden ? 'showAmounts' : 'hideAmounts'), {
      icon: 'hide',
      keys: 'X',
      also: 'yc xs yincang hide show',
      run: frame.toggleAmounts,
    }),
    command('language', say(language === 'en' ? 'toChinese' : 'toEnglish'), {
      icon: 'settings',
      keys: null,
      also: 'yy yuyan language',
      run: () => void settings.run({ language: language === 'en' ? 'zh-CN' : 'en' }),
    }),
    command('light', say('themeLight'), {
      icon: 'settings',
      keys: null,
      also: 'qs qianse light',
      run: () => void settings.run({ theme: 'light' }),
    }),
    command('dark', say('themeDark'), {
      icon: 'settings',
      keys: null,
      also: 'ss shense dark',
      run: () => void settings.run({ theme: 'dark' }),
    }),
    command('backup', say('backup'), {
      icon: 'shield',
      keys: null,
      also: 'bf beifen backup',
      run: () => void backup.run({}),
    }),
  ]
  const undo =
    frame.undo && frame.undoLabel !== null
      ? [
          command('undo', frameSay('undoThis', { what: frame.undoLabel }), {
            icon: 'undo',
            keys: 'mod+Z',
            also: 'cx chexiao undo',
            run: frame.undo,
          }),
        ]
      : []
  const redo =
    frame.redo && frame.redoLabel !== null
      ? [
          command('redo', frameSay('redoThis', { what: frame.redoLabel }), {
            icon: 'redo',
            keys: 'mod+shift+Z',
            also: 'cz chongzuo redo',
            run: frame.redo,
          }),
        ]
      : []
  return [...undo, ...redo, ...pages, ...actions, ...toAccounts]
}

/** Commands that hold every word typed; what starts with it comes first. */
export function matching(commands: readonly PaletteCommand[], text: string): readonly PaletteCommand[] {
  const wanted = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return commands.slice(0, 12)
  const fits = commands.filter((one) => wanted.every((word) => `${one.label} ${one.also}`.toLowerCase().includes(word)))
  const starts = (one: PaletteCommand) =>
    `${one.label} ${one.also}`
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted[0]!))
  return [...fits].sort((a, b) => Number(starts(b)) - Number(starts(a))).slice(0, 12)
}
