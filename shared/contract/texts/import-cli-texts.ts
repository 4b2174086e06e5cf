import type { Text } from './text.ts'

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en })

/** What the command line says of a file that was read, and of a figure that its rows may still move. */
export const importCliTexts = {
  importRead: text('{file}：{format}，{encoding}，{rows} 行', '{file}: {format}, {encoding}, {rows} rows'),
  importDry: text('只是预览，什么也没写入。', 'Only a preview: nothing was written.'),
  importDone: text('已导入；撤销用 undo。', 'Imported; undo takes it back.'),
  importNothing: text(
    '文件里没有新的内容：什么也没写入，也没有要撤销的。',
    'The file tells nothing new: nothing was written, and there is nothing to undo.',
  ),
  importBackup: text('导入前已备份：{file}', 'Backup made before: {file}'),
  importTaken: text(
    '其中 {count} 行是自己记的，单独一步，可以单独撤销',
    '{count} {count|row|rows} taken by hand, a step of its own to undo',
  ),
  importKept: text(
    '有 {count} 行看不出是本账本的哪个账户，没有记。你确定的，用 --take 行=账户 记上：',
    '{count} {count|row names|rows name} no account of this ledger and {count|is|are} not recorded. Where you are sure: --take LINES=ACCOUNT',
  ),
  importOther: text(
    '有 {count} 行是另外的信用产品，没有记：',
    '{count} {count|row is|rows are} of another credit product and not recorded:',
  ),
  importOtherDebt: text(
    '要一起算：account add --kind other --name 名称 --balance 现在欠的',
    'To count that debt: account add --kind other --name NAME --balance OWED',
  ),
  importOtherRepaid: text(
    '加上以后才还的，再导入一次并记上还款：--take {lines}=账户',
    'Repaid since then: import the file again with --take {lines}=ACCOUNT',
  ),
  importOtherHere: text(
    '只有其实是用花呗、信用购付的，才记成消费：--take 行=账户',
    'Only what was on Huabei or Credit Purchase after all is a purchase here: --take LINES=ACCOUNT',
  ),
  entryFromFile: text('{file}第{line}行：{why}', '{file}, line {line}: {why}'),
  importAskedMore: text('还有 {count} 行，见 review list', '{count} more: see review list'),
  importKeptMore: text('还有 {count} 行，见 --json', '{count} more: see --json'),
  owedMayMove: text(
    '! 有 {count} 行等你回答，答了这个数会变：review list',
    '! {count} {count|row|rows} may move this figure once you answer: review list',
  ),
  owedDoubled: text(
    '! 有{amount}的还款和退款可能记了两遍：手记的和导入的像是同一笔。是的话，欠的最多会多出这么多：review list',
    '! {amount} of repayments and refunds may be there twice, entered by hand and imported; if so, you owe up to that much more: review list',
  ),
  perhapsImported: text(
    '! 导入的账单里有一笔一样的，可能记了两遍：review resolve {id} --replaces（同一笔，留导入的）或 --ignore（是两笔）',
    '! A file brought one like it, so it may be there twice: review resolve {id} --replaces (the same, keep the imported one) or --ignore (two of them)',
  ),
  owedAssumed: text(
    '! 里面有估算的部分，还没和支付宝核对',
    '! It rests on assumptions that were not compared with Alipay',
  ),
  importReviews: text(
    '有 {count} 行等你回答：review list',
    '{count} {count|row needs|rows need} your answer: review list',
  ),
  ownWouldRead: text('会读入 {added} 条，已有 {known} 条', '{added} would be read, {known} known already'),
  ownRead: text('读入 {added} 条，已有 {known} 条', '{added} read, {known} known already'),
  problemLine: text('第 {line} 行：{message}', 'Line {line}: {message}'),
  'count-kept': text('不是本账本的账户，不记', 'of no account here, not recorded'),
  'count-added': text('新记入', 'newly recorded'),
  'count-review': text('等你回答', 'to be answered'),
  'count-duplicate': text('已经有了', 'known already'),
  'count-updated': text('更新', 'updated'),
  'count-rejected': text('看不懂', 'not readable'),
} as const satisfies Readonly<Record<string, Text>>
