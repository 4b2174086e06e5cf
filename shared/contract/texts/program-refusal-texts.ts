import type { Texts } from './text.ts'

/** What files, the ledger's own among them, and the program itself refuse. */
export const programRefusalTexts: Texts = {
  'ledger-not-found': { 'zh-CN': '找不到账本：{path}', en: 'No ledger at {path}' },
  'ledger-not-found+backup': {
    'zh-CN': '找不到账本：{path}。它的备份还在，最近核对过的一份是 {madeAt} 的：用 restore {backup} 恢复',
    en: 'No ledger at {path}. Backups of it are there, the newest verified one of {madeAt}: restore {backup} puts it in place',
  },
  'ledger-newer': {
    'zh-CN': '账本由更新的花清写成，只能查看',
    en: 'A newer HuaQing wrote this ledger; it can only be read',
  },
  'ledger-newer+version': {
    'zh-CN': '账本由更新的花清写成（第 {version} 版格式），这个花清只懂到第 {known} 版，没有打开：{path}。请装新的花清',
    en: 'A newer HuaQing wrote this ledger (format {version}); this one knows formats up to {known} and did not open it: {path}. Install the newer one',
  },
  'ledger-read-only': {
    'zh-CN': '账本现在只能查看，不能改：{path}',
    en: 'The ledger can be read but not changed: {path}',
  },
  'ledger-locked': {
    'zh-CN': '账本正被另一个程序占用，请稍后再试',
    en: 'Another program holds the ledger; try again in a moment',
  },
  'ledger-damaged': {
    'zh-CN':
      '账本文件已损坏：{path}。它旁边没有核对过的备份；别处有的话用 restore 恢复那个文件，没有就用 doctor --salvage 试着把能读的读出来',
    en: 'The ledger file is damaged: {path}. No verified backup lies beside it; restore one that you keep elsewhere, or try doctor --salvage, which reads out what can be read',
  },
  'ledger-damaged+backup': {
    'zh-CN':
      '账本文件已损坏：{path}。最近核对过的备份是 {madeAt} 的：用 restore {backup} 恢复；那以后记的，可以用 doctor --salvage 试着读出来',
    en: 'The ledger file is damaged: {path}. The newest verified backup is of {madeAt}: restore {backup} puts it in place. What was recorded since, doctor --salvage may still read out',
  },
  'ledger-damaged+reason': {
    'zh-CN': '没有通过检查（{reason}）：{path}。如果是备份，换一份；如果是账本，doctor 说哪里不对、怎么办',
    en: 'The checks failed ({reason}): {path}. Of a backup, use another one; of the ledger, doctor says what is wrong and what can be done',
  },
  'ledger-no-permission': { 'zh-CN': '没有读写账本的权限：{path}', en: 'No permission to read or write {path}' },
  'ledger-not-a-ledger': {
    'zh-CN': '这个文件不是花清账本：{path}',
    en: 'This file is not a ledger of HuaQing: {path}',
  },
  'ledger-not-a-ledger+backup': {
    'zh-CN':
      '这个文件不是花清账本，或者开头坏了：{path}。旁边有这个账本的备份，最近核对过的一份是 {madeAt} 的：用 restore {backup} 恢复，现在这个文件会移到一边，不会删',
    en: 'This file is not a ledger of HuaQing, or its beginning is damaged: {path}. Backups of that ledger lie beside it, the newest verified one of {madeAt}: restore {backup} puts it in place and moves this file aside',
  },
  'ledger-foreign-schema': {
    'zh-CN': '这个文件里有不是花清写的东西（{what}），没有打开，里面什么也没有运行。请用自己的账本或备份：{path}',
    en: 'This file holds something that HuaQing did not write ({what}); it was not opened and nothing in it ran. Use your own ledger or a backup: {path}',
  },
  'ledger-foreign-schema+backup': {
    'zh-CN':
      '这个文件里有不是花清写的东西（{what}），没有打开，里面什么也没有运行：{path}。最近核对过的备份是 {madeAt} 的：用 restore {backup} 恢复，现在这个文件会移到一边，不会删',
    en: 'This file holds something that HuaQing did not write ({what}); it was not opened and nothing in it ran: {path}. The newest verified backup is of {madeAt}: restore {backup} puts it in place and moves this file aside',
  },
  'ledger-unreadable': {
    'zh-CN': '账本里有读不懂的记录，这一步没有做：{path}。doctor 说是哪些、怎么办；备份可以恢复',
    en: 'Records in this ledger cannot be understood, so this was not done: {path}. doctor says which ones and what can be done; a backup can be restored',
  },
  'salvage-nothing': {
    'zh-CN':
      '什么也读不出来，坏的是说明什么放在哪里的那部分：{path}。只能恢复备份：先看 backups list，再看第二个备份文件夹和别处的拷贝',
    en: 'Nothing can be read out: what is damaged is the part that says what lies where: {path}. Only a backup helps: look at backups list, then in a second folder and wherever copies are kept',
  },
  'ledger-folder-missing': {
    'zh-CN': '账本所在的文件夹不存在：{path}',
    en: 'The folder of the ledger is not there: {path}',
  },
  'ledger-is-a-folder': { 'zh-CN': '这是一个文件夹，不是账本：{path}', en: 'This is a folder, not a ledger: {path}' },
  'ledger-disk-full': {
    'zh-CN': '磁盘满了，这一步没有写入；腾出空间再试一次。已有的记录没有损失',
    en: 'The disk is full; this was not written. Make room and try again. Nothing recorded before is lost',
  },
  'ledger-disk-error': {
    'zh-CN': '磁盘读写出错：{path}；先把账本复制到别处',
    en: 'The disk failed at {path}; copy the ledger somewhere else first',
  },
  'backup-not-verified': {
    'zh-CN': '备份没有通过核对，不算数：{file}；账本什么也没改。可能是账本自己坏了：检查一下账本（doctor）',
    en: 'The backup did not pass its checks and does not count: {file}; nothing was changed. It may be the ledger that is damaged: examine it (doctor)',
  },
  'backup-not-made': {
    'zh-CN': '备份没做成，写不进这个文件夹：{folder}；账本没有变，弄好再试一次',
    en: 'The backup could not be made; this folder does not take it: {folder}. The ledger is unchanged; mend it and try again',
  },
  'backup-damaged': {
    'zh-CN': '这份备份坏了，没有用它：{file}；换一份试试。账本没有变',
    en: 'This backup is damaged and was not used: {file}; try another one. The ledger is unchanged',
  },
  'backup-needs-passphrase': {
    'zh-CN': '这份备份加了密：请输入口令，或打印下来的密钥',
    en: 'This backup is locked: enter its passphrase or the printed key',
  },
  'backup-key-missing': {
    'zh-CN': '口令要配着密钥文件用，旁边没有它：{file}；把它放回来，或输入打印下来的密钥',
    en: 'The passphrase needs the key file, and it is not there: {file}; put it back, or enter the printed key',
  },
  'backup-folder-syncs': {
    'zh-CN': '这个文件夹会被{service}传到别处。先给备份设口令，或者确认不加密也放在那里',
    en: 'This folder is copied elsewhere ({service}). Set a passphrase for backups first, or say that they may lie there unlocked',
  },
  'move-sample': {
    'zh-CN': '现在开着的是示例。先离开示例，再搬你自己的账本',
    en: 'The sample is open. Leave it first, then move your own ledger',
  },
  'move-named-elsewhere': {
    'zh-CN':
      '这个账本是用 --ledger 或 HUAQING_LEDGER 指定的：{path}。关掉花清，把它和 backups 文件夹搬走，再改那里的位置',
    en: 'This ledger was named by --ledger or HUAQING_LEDGER: {path}. Close HuaQing, move it with its folder “backups”, and name the new place there',
  },
  'move-folder-syncs': {
    'zh-CN': '这个文件夹会被{service}传到别处，两边同时写会互相盖掉。换一个文件夹，或者确认就放那里',
    en: 'This folder is copied elsewhere ({service}); two computers that write would overwrite each other. Choose another one, or say that it may lie there',
  },
  'move-same-folder': {
    'zh-CN': '账本已经在这个文件夹里：{folder}',
    en: 'The ledger lies in this folder already: {folder}',
  },
  'move-ledger-there': {
    'zh-CN': '那里已经有一个同名的文件，没有动它：{path}。换一个文件夹，或先把它移走',
    en: 'A file of that name is there already and was left alone: {path}. Choose another folder, or move it away first',
  },
  'move-ledger-in-use': {
    'zh-CN': '账本还开在别的窗口或命令里，没有搬。先关掉它们，再试一次',
    en: 'Another window or command has the ledger open, so it was not moved. Close it and try again',
  },
  'move-disk-full': {
    'zh-CN': '那里放不下账本，没有搬：{folder}。腾出空间，或换一个地方；账本还在原处',
    en: 'There is no room for the ledger, so it was not moved: {folder}. Make room or choose another place; the ledger is where it was',
  },
  'move-folder-read-only': {
    'zh-CN': '那里不能写，没有搬：{folder}。换一个文件夹；账本还在原处',
    en: 'Nothing can be written there, so the ledger was not moved: {folder}. Choose another folder; the ledger is where it was',
  },
  'move-not-verified': {
    'zh-CN': '搬过去的和原来的对不上，没有算数：{folder}。账本还在原处，没有变',
    en: 'The copy did not prove equal and does not count: {folder}. The ledger is where it was, unchanged',
  },
  'restore-copy-gone': {
    'zh-CN': '恢复之前留下的那份已经不在了，撤销不了：{file}；可以恢复别的备份',
    en: 'What was kept before restoring is gone, so this cannot be undone: {file}; another backup can be restored',
  },
  'restore-while-importing': {
    'zh-CN': '另一个窗口或命令正在导入，等它做完再恢复',
    en: 'Another window or command is importing; restore when it has finished',
  },
  'ledger-moved-on': {
    'zh-CN': '账本刚刚又变了，没有恢复；再试一次',
    en: 'The ledger changed just now; nothing was restored. Try again',
  },
  'sample-not-offered': { 'zh-CN': '这里没有示例账本', en: 'There is no sample ledger here' },
  'import-not-found': {
    'zh-CN': '这次导入的预览已经过期，请再选一次文件',
    en: 'This preview is gone; choose the file again',
  },
  'row-not-in-file': { 'zh-CN': '文件的第 {line} 行不是一笔交易', en: 'Line {line} of the file is no transaction' },
  'row-recorded-already': {
    'zh-CN': '第 {line} 行已经记了账，不用自己记；要改就到流水里改',
    en: 'Line {line} is an entry already; to change it, open it under Entries',
  },
  'row-moves-no-money': {
    'zh-CN': '第 {line} 行是 0.00，没有可记的',
    en: 'Line {line} is 0.00: there is nothing to enter',
  },
  'file-changed': {
    'zh-CN': '预览之后文件被改过：{file}；请再选一次',
    en: 'The file changed after the preview: {file}; choose it again',
  },
  'folder-not-found': { 'zh-CN': '找不到文件夹：{path}', en: 'No folder at {path}' },
  'file-not-found': { 'zh-CN': '找不到文件：{path}', en: 'No file at {path}' },
  'page-not-built': {
    'zh-CN': '页面还没有构建：先运行 npm run build',
    en: 'The page is not built yet: run npm run build first',
  },
  'file-not-chosen': { 'zh-CN': '请先选择文件', en: 'Choose a file first' },
  'file-not-json': { 'zh-CN': '{path} 不是 JSON：{reason}', en: '{path} is not JSON: {reason}' },
  'file-not-writable': { 'zh-CN': '写不了 {path}（{reason}）', en: 'Cannot write {path} ({reason})' },
  'file-exists': {
    'zh-CN': '{path} 已经存在，没有动它；换个名字，或加 --force 替换',
    en: '{path} already exists and was left alone; choose another name, or --force to replace it',
  },
  'export-folder-missing': {
    'zh-CN': '{path} 所在的文件夹不存在；先建好，或换个位置',
    en: 'The folder of {path} is not there; make it first, or choose another place',
  },
  'export-not-permitted': {
    'zh-CN': '{path} 所在的地方只能读，不能写；换个位置',
    en: 'Nothing may be written at {path}; choose another place',
  },
  'export-disk-full': {
    'zh-CN': '磁盘满了，{path} 没有写成；腾出空间再试一次',
    en: 'The disk is full; {path} was not written. Make room and try again',
  },
  'export-account-needed': {
    'zh-CN': '{format} 一个文件只放一个账户：先选账户',
    en: '{format} holds one account in a file: choose the account',
  },
  'passphrase-needed': {
    'zh-CN': '加密要有口令：在终端里输入，或放在环境变量 {variable} 里',
    en: 'Encryption needs a passphrase: type it in a terminal, or put it into {variable}',
  },
  'passphrases-differ': {
    'zh-CN': '两次输入的口令不一样，没有导出',
    en: 'The two passphrases differ; nothing was exported',
  },
  'export-is-the-ledger': {
    'zh-CN': '{path}是账本自己的文件，不能写在上面，换一个名字',
    en: '{path} belongs to the ledger itself and is never written over; choose another name',
  },
  'export-is-a-folder': {
    'zh-CN': '{path} 是一个文件夹；请写出文件名',
    en: '{path} is a folder; name a file in it',
  },
  canceled: { 'zh-CN': '已停下，账本没有变', en: 'Stopped; the ledger is unchanged' },
  'session-lost': {
    'zh-CN':
      '这个链接用过了，或者过期了：一个链接只开一个页面，先前打开的那一页还能用。要新链接，在启动花清的终端里按回车，或者再运行一次npm start',
    en: 'This link was used or is too old: a link opens one page, and the page that it opened goes on working. For a new link press Enter in the terminal that started HuaQing, or run npm start again',
  },
  'host-unreachable': {
    'zh-CN': '花清的后台程序已经停下，账本没有受影响。重新运行 npm start',
    en: 'The program behind this page has ended; the ledger is not affected. Run npm start again',
  },
  'csv-damaged': {
    'zh-CN': '文件有 {count} 行读不回来（第 {line} 行起），什么也没写入',
    en: '{count} {count|line|lines} cannot be read back (line {line} first); nothing was written',
  },
  'file-is-a-folder': {
    'zh-CN': '{path} 是文件夹；请选里面的 zip 或 CSV 文件',
    en: '{path} is a folder; choose the zip or CSV file in it',
  },
  'file-not-readable': { 'zh-CN': '读不了 {path}（{reason}）', en: 'Cannot read {path} ({reason})' },
  'age-wrong-passphrase': {
    'zh-CN': '口令不对；口令对的话，就是文件开头坏了，换一份试试',
    en: 'The passphrase is wrong; if it is right, the beginning of the file is damaged: try another copy',
  },
  'age-wrong-key': { 'zh-CN': '这把密钥打不开这个文件', en: 'This key does not open this file' },
  'age-damaged': {
    'zh-CN': '密钥对，但加密的文件坏了或不完整，换一份试试',
    en: 'The key fits, but the encrypted file is damaged or cut off; try another copy',
  },
  'age-not-age': { 'zh-CN': '这不是 age 加密的文件', en: 'This is not a file in the age format' },
}
