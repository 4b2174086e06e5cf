import type { Texts } from '#shared/contract/texts/text.ts'

/** Sentences that the screen says in its own way: what its own bridge refuses, and actions whose entry or amount stands beside them. */
export const screenTexts: Texts = {
  'entry-edited': { 'zh-CN': '更正一条流水', en: 'An entry was corrected' },
  'entry-deleted': { 'zh-CN': '删掉一条流水', en: 'An entry was deleted' },
  'step-pay-overdue': { 'zh-CN': '先还{account}逾期的', en: 'First pay what is overdue of {account}' },
  'step-pay-due-today': { 'zh-CN': '{account}今天到期的，今天还', en: 'Pay what is due today of {account}' },
  'step-pay': { 'zh-CN': '还清{account}', en: 'Clear {account}' },
  'step-pay-range': {
    'zh-CN': '还清{account}：备好{high}，照支付宝显示的付',
    en: 'Clear {account}: have {high} ready and pay what Alipay shows',
  },
  'step-pay-shown': { 'zh-CN': '还清{account}，照支付宝显示的付', en: 'Clear {account}, paying what Alipay shows' },
  'step-pay-shown-range': {
    'zh-CN': '还清{account}：备好{high}，照支付宝显示的付',
    en: 'Clear {account}: have {high} ready and pay what Alipay shows',
  },
  'settle-pre-upgrade': {
    'zh-CN': '升级前的花呗，一次还清',
    en: 'Settle Huabei from before the upgrade in one payment',
  },
  'ledger-not-found+backup': {
    'zh-CN': '找不到账本：{path}。它的备份还在，最近核对过的一份是 {madeAt} 的，可以恢复。',
    en: 'No ledger at {path}. Backups of it are there, the newest verified one of {madeAt}; it can be restored.',
  },
  'ledger-damaged': {
    'zh-CN':
      '账本文件已损坏：{path}。旁边没有核对过的备份。别处有的话，在“备份”里从文件恢复；没有的话，试着把能读的读出来。',
    en: 'The ledger file is damaged: {path}. No verified backup lies beside it. Restore one that you keep elsewhere from its file, under Backups, or try to read out what can be read.',
  },
  'ledger-damaged+backup': {
    'zh-CN': '账本文件已损坏：{path}。最近核对过的备份是 {madeAt} 的，可以在“备份”里恢复；那以后记的，可以试着读出来。',
    en: 'The ledger file is damaged: {path}. The newest verified backup is of {madeAt} and can be restored under Backups; what was recorded since may still be read out.',
  },
  'ledger-not-a-ledger+backup': {
    'zh-CN': '这个文件不是花清账本，或者开头坏了：{path}。最近核对过的备份是 {madeAt} 的，可以恢复。',
    en: 'This file is not a ledger of HuaQing, or its beginning is damaged: {path}. The newest verified backup is of {madeAt} and can be restored.',
  },
  'ledger-foreign-schema+backup': {
    'zh-CN':
      '这个文件里有不是花清写的东西（{what}），没有打开，里面什么也没有运行：{path}。最近核对过的备份是 {madeAt} 的，可以恢复。',
    en: 'This file holds something that HuaQing did not write ({what}); it was not opened and nothing in it ran: {path}. The newest verified backup is of {madeAt} and can be restored.',
  },
  'ledger-unreadable': {
    'zh-CN': '账本里有读不懂的记录，这一步没有做：{path}。到“备份”里检查账本，看是哪些；那里也可以恢复备份。',
    en: 'Records in this ledger cannot be understood, so this was not done: {path}. Examine the ledger under Backups to see which; a backup can be restored there too.',
  },
  'salvage-nothing': {
    'zh-CN': '什么也读不出来：坏的是说明什么放在哪里的那部分。只能恢复备份；也看看第二个备份文件夹和别处的拷贝。',
    en: 'Nothing can be read out: what is damaged is the part that says what lies where. Only a backup helps; look in a second folder and wherever copies are kept, too.',
  },
  'backup-not-verified': {
    'zh-CN': '备份没有通过核对，不算数：{file}。账本什么也没改，但可能是它自己坏了：在下面检查账本。',
    en: 'The backup did not pass its checks and does not count: {file}. Nothing was changed, but it may be the ledger that is damaged: examine it below.',
  },
  'host-unreachable': {
    'zh-CN': '花清的程序已经停了，页面连不上它。账本没有损失，重新启动花清就好。',
    en: 'The program behind this page has ended. Nothing in the ledger is lost; start HuaQing again.',
  },
}
