/** Words of the command palette. */
export const palette = {
  commands: '命令',
  none: '没有对上的命令',
  hint: '↑↓ 选　Enter 做　Esc 回去　也能打拼音首字母，比如zd是账单',
  goTo: '去{page}',
  account: '账户：{name}',
  toEnglish: 'Switch to English',
  toChinese: '换成中文',
  themeLight: '换成浅色',
  themeDark: '换成深色',
  backup: '现在备份',
  backupDone: '备份好了，也验证过了',
} as const
