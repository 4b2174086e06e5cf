import type { Texts } from './text.ts'

/** What the doctor looks at, as it is told where something is wrong. */
export const doctorTexts: Texts = {
  file: { 'zh-CN': '文件有损坏的地方', en: 'The file is damaged in places' },
  indexes: { 'zh-CN': '索引和内容对不上', en: 'Indexes that do not match the records' },
  references: { 'zh-CN': '指向不存在的记录', en: 'Records that point to nothing' },
  'action-order': { 'zh-CN': '撤销的次序不对', en: 'Steps undone out of order' },
  'steps-gone': { 'zh-CN': '记过的步骤不见了', en: 'Steps of the history that are gone' },
  'left-behind': { 'zh-CN': '没做完的导入留下的', en: 'Left behind by an import that did not finish' },
  chains: { 'zh-CN': '更正指错了记录', en: 'Corrections that point to another record' },
  'counted-twice': { 'zh-CN': '同一条算了两次', en: 'Records that count twice' },
  'unknown-account': { 'zh-CN': '账户不存在', en: 'Accounts that are not there' },
  bodies: { 'zh-CN': '内容读不出来', en: 'Records that cannot be read' },
  columns: { 'zh-CN': '记录的金额或日子前后不一致', en: 'Records that say two amounts or days' },
  splits: { 'zh-CN': '还款的各部分加起来不等于还款', en: 'Repayments whose parts do not sum to them' },
  'entry-accounts': { 'zh-CN': '记录所属的账户列错了', en: 'Records listed under other accounts' },
  attachments: { 'zh-CN': '附件的内容丢了或者坏了', en: 'Attachments whose content is lost or damaged' },
  'since-backup': {
    'zh-CN': '最近的备份里有、现在没有或变了的记录',
    en: 'Records of the newest backup that are gone or changed',
  },
  'ledger-numbers': { 'zh-CN': '账本的计数不对', en: 'Counters of the ledger' },
  sums: { 'zh-CN': '合计和流水对不上', en: 'Sums that do not match their entries' },
  figures: { 'zh-CN': '算不出一共欠多少', en: 'What is owed cannot be worked out' },
}

/** What around the ledger endangers it, and what to do. */
export const surroundingTexts: Texts = {
  'ledger-syncs': {
    'zh-CN':
      '账本放在会被{service}同步的文件夹里：两台电脑同时开，可能被旧的一份盖掉。把账本移到不同步的文件夹，只把备份放在那里',
    en: 'The ledger lies in a folder that {service} copies: opened on two computers it may be overwritten by an older one. Move it to a folder that is not copied and put only backups there',
  },
  'ledger-on-network': {
    'zh-CN': '账本在网络磁盘上，断线时可能坏掉。把账本移到这台电脑的磁盘上',
    en: 'The ledger lies on a network disk and may be damaged when the line breaks. Move it to a disk of this computer',
  },
  'ledger-other-computer': {
    'zh-CN': '这个账本上次是在另一台电脑（{computer}）上改的。确认那边已经关上，不要两边同时用',
    en: 'This ledger was last changed on another computer ({computer}). Make sure that it is closed there and use it in one place at a time',
  },
  'ledger-apart': {
    'zh-CN':
      '这台电脑在 {at} 以前记的，不全在这个文件里：它在别处改过，没有带上这里的改动，可能是两台电脑都在用。先别往下记：看看备份里、这个文件旁边、同步软件的历史版本里有没有另一份。花清不会把两份合在一起',
    en: 'Not all that was recorded here until {at} is in this file: it was changed elsewhere without it, as when two computers use one ledger. Before you record more, look for the other one among the backups, beside this file and in the history of the sync service. HuaQing does not merge the two',
  },
  'ledger-older': {
    'zh-CN':
      '这个文件比这台电脑上次（{at}）用的账本旧，后来的{count}次改动不在里面：可能是同步软件或别的程序把旧的一份放了回来。先别往下记：看看备份里、同步软件的历史版本里有没有新的那份。花清不会把两份合在一起',
    en: 'This file is older than the ledger that was used here on {at}: {count} later {count|change is|changes are} not in it. A sync service or another program may have put an old copy back. Before you record more, look for the newer one among the backups and in the history of the sync service. HuaQing does not merge the two',
  },
  'ledger-copy-beside': {
    'zh-CN': '旁边还有同一个账本的另一份：{file}。花清不会把它们合在一起；先看哪份是新的，用“从文件恢复”可以比较',
    en: 'Another copy of this ledger lies beside it: {file}. HuaQing does not merge them; “Restore from a file” compares the two',
  },
  'clock-set-back': {
    'zh-CN':
      '电脑的时间比最近记下的步骤还早：要么现在慢了，要么那时快了。账不受影响，按记下的顺序算；请看看时间对不对，今天和到期日都跟着它',
    en: 'The clock is earlier than recent steps: it is slow now, or was fast then. Records keep their order; see that it is right, for today and due days follow it',
  },
}
