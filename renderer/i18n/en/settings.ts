import type { Translated } from '../words.ts'
import type { settings as zh } from '../zh-cn/settings.ts'

export const settings: Translated<typeof zh> = {
  title: 'Settings',
  screen: 'Screen',
  language: 'Language',
  'language.system': 'As the system',
  theme: 'Colors',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  'theme.system': 'As the system',
  textSize: 'Size',
  hide: 'Hide amounts',
  hideNote: 'Every amount becomes ••••••, in charts the axis too; hovering shows nothing. Key X',
  privacy: 'Privacy',
  keepText: 'Keep the text of rows that are not about credit',
  keepTextNote:
    'An import keeps only key, date and reason of rows that are not about Huabei, Credit Purchase or Borrow, unless this is on',
  privacyNote: 'Ledger, backups and logs can be read by your own system account only. HuaQing uses no network.',
  ledger: 'Ledger file',
  ledgerPath: 'Place',
  copyPath: 'Copy the place',
  pathCopied: 'The place is copied',
  moveTitle: 'How to move it elsewhere',
  move1: 'Close HuaQing first, the window and any browser tab, so that nothing is written on the way',
  move2: 'Move this file together with the folder “backups” beside it',
  move3:
    'From then on open it with --ledger and the new place, or set HUAQING_LEDGER to it; the command line follows it too',
  ledgerCount: '{accounts} {accounts|account|accounts}, {entries} {entries|entry|entries}',
  recordsCurrent: 'Records checked through',
  recordsNever: 'Not checked yet',
  about: 'About',
  version: 'HuaQing {version}',
  aboutText:
    'Not affiliated with Alipay or Ant Group. The figures are information, not advice; Alipay and your contract count.',
  fontLicense: 'Typeface IBM Plex Sans, SIL Open Font License 1.1, ',
  fontLicenseLink: 'license',
  sample: 'Sample data',
  sampleText: 'Opens in a ledger of its own and leaves yours untouched',
  sampleOpen: 'Open sample',
}
