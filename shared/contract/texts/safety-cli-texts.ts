import type { Text } from './text.ts'

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en })

/** What the command line says about keeping the ledger safe: doctor, compaction, backups, restoring. */
export const safetyCliTexts = {
  doctorSound: text('{count} 项检查，没有问题', '{count} checks, nothing found'),
  doctorRepairable: text('（可以修复：doctor --repair）', '(can be put right: doctor --repair)'),
  doctorRepaired: text(
    '已修复；修复前的文件在 {kept}，undo 可以换回来',
    'Repaired; the file as it was lies in {kept}, undo brings it back',
  ),
  doctorFaults: text(
    '程序日志里有 {count} 个错误（report 可以看）',
    '{count} {count|fault|faults} in the program’s log (see report)',
  ),
  doctorStopped: text(
    '{name}，这几项因此没查成：{checks}',
    '{name}; these could not be looked at because of it: {checks}',
  ),
  doctorBeyond: text(
    '其余的不能靠猜来修：看看 backups list 里哪份备份之前还好，restore 恢复它（可以撤销）；或用 doctor --salvage 把能读的读出来',
    'The rest cannot be repaired without guessing: restore a backup from before it (backups list, restore; undo brings this back), or read out what can be read (doctor --salvage)',
  ),
  undoWhole: text(
    '撤销没有上限，现在能撤销 {count} 步',
    'Undo has no limit; {count} {count|step|steps} can be undone now',
  ),
  undoBounded: text(
    '最多撤销 {depth} 步，现在能撤销 {count} 步',
    'Undo goes back {depth} steps at most; {count} {count|step|steps} can be undone now',
  ),
  compactWould: text(
    '可以清理 {versions} 个旧版本、{steps} 个作废的步骤',
    '{versions} former {versions|version|versions} and {steps} given-up {steps|step|steps} may go',
  ),
  compacted: text(
    '清理了 {versions} 个旧版本、{steps} 个作废的步骤',
    '{versions} former {versions|version|versions} and {steps} given-up {steps|step|steps} removed',
  ),
  compactBytes: text('文件从 {before} 字节变成 {after} 字节', 'The file went from {before} to {after} bytes'),
  compactKept: text('清理前的账本留在 {file}', 'The ledger as it was is kept in {file}'),
  redoDropped: text('之前撤销的 {count} 步不能再重做了', '{count} undone {count|step|steps} can no longer be redone'),
  salvaged: text(
    '读出 {rows} 行，大约 {lost} 行读不出来，放在 {folder}。里面的 ledger.huaqing 用 restore 就能换上来',
    '{rows} {rows|row|rows} read, about {lost} lost; in {folder}. Its ledger.huaqing can be put in place with restore',
  ),
  acceptLedger: text(
    '看过了、就用这份：doctor --accept，以后不再提醒。它不改账本，撤销照旧',
    'If you have looked and this is the one to go on with: doctor --accept ends this. It changes nothing in the ledger, undo included',
  ),
  accepted: text('以后就用这份，不再提醒', 'This file is the ledger from now on; the warning has ended'),
  nothingToAccept: text('没有要确认的', 'There is nothing to accept'),
  salvagedMore: text(
    '文件缺了一段，缺了多少行数不出来，可能比上面说的多：读出来的不是全部，欠多少要和支付宝里显示的核对',
    'Part of the file is gone, and how many rows with it cannot be counted: more may be lost than that. What was read is not all; compare what is owed with what Alipay shows',
  ),
  noSecondFolder: text('没有第二个备份文件夹', 'No second folder for backups'),
  secondFolder: text('备份也放在 {folder}', 'Backups are also put in {folder}'),
  secondLocked: text('那里的备份已加密', 'They are locked there'),
  secondBehind: text('那里还没有最新的备份', 'The newest one is not there yet'),
  moved: text(
    '账本搬到了 {path}；原来的改名留着：{kept}',
    'The ledger lies at {path} now; the old file is kept as {kept}',
  ),
  backupsLocked: text(
    '从现在起第二个文件夹里的备份都加密。口令之外，这把密钥也能打开它们，只显示这一次，请打印或抄下来：\n{secretKey}',
    'From now on backups in the second folder are locked. Besides the passphrase this key opens them; it is shown only now, so print it or write it down:\n{secretKey}',
  ),
  restored: text('已恢复 {file}', 'Restored: {file}'),
  restoreKept: text(
    '原来的账本留在 {kept}；用 undo 可以换回来',
    'The former ledger lies in {kept}; undo brings it back',
  ),
  restoreAside: text('坏了的账本没有删，移到了 {kept}', 'The damaged ledger was not removed; it lies in {kept}'),
  restoreOwed: text('欠款：{before} → {after}', 'Owed: {before} → {after}'),
  restoreEntries: text(
    '记录：回来 {added} 笔，去掉 {removed} 笔，变了 {changed} 笔',
    'Entries: {added} {added|comes|come} back, {removed} {removed|goes|go}, {changed} {changed|changes|change}',
  ),
  restoreKeeps: text(
    '现在的账本先留成备份，undo 可以换回来',
    'The present ledger is kept as a backup first; undo brings it back',
  ),
  restoreBroken: text(
    '现在的账本读不出来，没法比较；它不会删，会移到备份旁边',
    'The present ledger cannot be read, so there is nothing to compare with; it is not removed but moved beside the backups',
  ),
  restoreAsk: text('恢复吗？y 恢复，回车不恢复：', 'Restore it? y restores, Enter leaves everything as it is:'),
  closedThoughOpen: text(
    '照账本，还有 {n} 项没好：',
    'By the ledger {n} {n|requirement is|requirements are} still open:',
  ),
  closedThoughOpenNote: text(
    '支付宝真的显示关好了就记下来：没还的照样要还，这里会继续盯着。',
    'If Alipay itself says that it is closed, record it: what is unpaid has to be paid even so, and this keeps watching.',
  ),
  closedAsk: text(
    '支付宝显示关好了吗？y 记下来，回车不记：',
    'Does Alipay say it is closed? y records it, Enter does not:',
  ),
  restoreDry: text('什么也没改', 'Nothing was changed'),
  andMore: text('还有 {count} 步', 'and {count} more'),
  'stage-look': text('正在打开和核对备份', 'Opening and checking the backup'),
  'stage-restore': text('正在留下现在的账本，然后恢复', 'Keeping the present ledger, then restoring'),
  'stage-backup': text('正在备份和核对', 'Backing up and checking'),
  'stage-compact': text('正在备份和清理', 'Backing up and cleaning up'),
  'stage-reading': text('读到', 'Read'),
  restoreLeaves: text('这 {count} 步会不再计入：', '{count} {count|step|steps} would no longer count:'),
} as const satisfies Readonly<Record<string, Text>>
