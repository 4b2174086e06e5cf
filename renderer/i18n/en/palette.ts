import type { Translated } from '../words.ts'
import type { palette as zh } from '../zh-cn/palette.ts'

export const palette: Translated<typeof zh> = {
  commands: 'Commands',
  none: 'No command matches',
  hint: '↑↓ choose   Enter do   Esc back   pinyin initials work too: zd is 账单',
  goTo: 'Go to {page}',
  account: 'Account: {name}',
  toEnglish: 'Switch to English',
  toChinese: '换成中文',
  themeLight: 'Use light colors',
  themeDark: 'Use dark colors',
  backup: 'Back up now',
  backupDone: 'Backed up and verified',
}
