import type { Language, Sentence } from './language.ts'
import { FLAW_SENTENCES, type RowFlaw } from './row-problem.ts'

/**
 * Why a whole file is not read (formats.md 1.4–1.7, 4). Each says which export to make; none is a crash, and none
 * leaves anything behind.
 */
export type FileRefusal =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-not-text'; readonly looksLike: string }
  | { readonly kind: 'zip-archive' | 'pdf-document' | 'xls-workbook' | 'image' }
  | { readonly kind: 'xlsx-workbook' | 'xlsx-damaged' | 'line-too-long' }
  | { readonly kind: 'zip-needs-password' | 'zip-password-wrong' | 'zip-damaged' }
  | { readonly kind: 'zip-without-statement'; readonly names: readonly string[] }
  | { readonly kind: 'zip-with-several' | 'xlsx-with-several'; readonly count: number }
  | { readonly kind: 'zip-in-zip' }
  | { readonly kind: 'zip-too-large'; readonly bytes: number }
  | { readonly kind: 'alipay-cash-book' | 'alipay-merchant-bill' }
  | { readonly kind: 'wechat-statement' | 'jd-statement' | 'meituan-statement' }
  | { readonly kind: 'huaqing-csv' }
  | { readonly kind: 'statement-not-recognized'; readonly firstLine: string }
  | { readonly kind: 'columns-missing'; readonly columns: string }
  | { readonly kind: 'statements-mixed' }
  | { readonly kind: 'owner-in-file'; readonly owner: string }
  /** Every row broke the same rule: said once, not once a row. */
  | { readonly kind: AllUnreadable; readonly rows: number }

const HOW_ZH =
  '请在支付宝里导出：我的 → 账单 → 右上角“…” → 开具交易流水证明 → 用于个人对账，收到邮件后直接选那个 zip 附件，或里面的 CSV 文件。'
const HOW_EN =
  'In Alipay, open Me (我的) → Bills (账单) → "…" at the top right → Transaction proof (开具交易流水证明) → For personal reconciliation (用于个人对账); then choose the zip from the e-mail as it is, or the CSV file in it.'

export type AllUnreadable = `rows-all-${RowFlaw['kind']}`

export const fileRefusalTexts: Readonly<Record<FileRefusal['kind'], Sentence>> = {
  ...allUnreadableTexts(),
  'file-empty': { 'zh-CN': `这个文件是空的。${HOW_ZH}`, en: `This file is empty. ${HOW_EN}` },
  'file-not-text': { 'zh-CN': `这个文件不是文本账单。${HOW_ZH}`, en: `This file is not a text statement. ${HOW_EN}` },
  'zip-archive': {
    'zh-CN': '这是压缩包。请先解压（六位密码在支付宝的消息里），再选择里面的 CSV 文件。',
    en: 'This is a zip archive. Unpack it first (the six-digit password is in your Alipay messages), then choose the CSV file in it.',
  },
  'zip-needs-password': {
    'zh-CN': '这个压缩包有密码。请输入支付宝消息里的六位密码。',
    en: 'This archive has a password. Enter the six digits from your Alipay messages.',
  },
  'zip-password-wrong': {
    'zh-CN': '密码不对。每次申请的密码不同，请在支付宝消息里找这一封邮件对应的六位密码。',
    en: 'The password is wrong. Every export has its own: look for the six digits that belong to this e-mail in your Alipay messages.',
  },
  'zip-damaged': {
    'zh-CN': '压缩包不完整或已损坏，请从邮件重新下载。',
    en: 'The archive is incomplete or damaged. Download it from the e-mail again.',
  },
  'zip-without-statement': {
    'zh-CN': `压缩包里没有账单（CSV 或 XLSX）。${HOW_ZH}`,
    en: `The archive holds no statement (CSV or XLSX). ${HOW_EN}`,
  },
  'zip-with-several': {
    'zh-CN': '压缩包里有 {count} 个账单。请解压，再一个一个导入；重复的行会认出来。',
    en: 'The archive holds {count} statements. Unpack it and import them one by one; rows that are in several are known again.',
  },
  'xlsx-with-several': {
    'zh-CN': '这个工作簿里有 {count} 张表都是账单。请把每张表另存成一个文件，再一个一个导入；重复的行会认出来。',
    en: '{count} sheets of this workbook hold statements. Save each as a file of its own and import them one by one; rows that are in several are known again.',
  },
  'zip-in-zip': {
    'zh-CN': '压缩包里还是压缩包。请先解压外面这层，再选里面的那个。',
    en: 'There is another archive in this archive. Unpack the outer one, then choose the one in it.',
  },
  'zip-too-large': {
    'zh-CN': '压缩包里的文件太大，不像是账单。',
    en: 'The file in the archive is too large to be a statement.',
  },
  'xlsx-workbook': {
    'zh-CN': `这是表格软件的工作簿，读不了里面的表。请使用没有打开另存过的原始文件。${HOW_ZH}`,
    en: `This is a spreadsheet workbook whose sheet cannot be read here. Use the untouched original file. ${HOW_EN}`,
  },
  'xlsx-damaged': {
    'zh-CN': '这个工作簿不完整或已损坏，请从邮件或消息里重新下载。',
    en: 'This workbook is incomplete or damaged. Download it again from the e-mail or the message.',
  },
  'xls-workbook': {
    'zh-CN': `这是旧版表格（xls），支付宝和微信都不导出这种文件，订单号也会丢失位数。请使用原始文件。${HOW_ZH}`,
    en: `This is an old spreadsheet (xls); neither Alipay nor WeChat exports it, and it loses digits of order numbers. Use the original file. ${HOW_EN}`,
  },
  image: {
    'zh-CN': `这是图片，截图里的账单读不了。${HOW_ZH}`,
    en: `This is an image; bills cannot be read from a screenshot. ${HOW_EN}`,
  },
  'line-too-long': {
    'zh-CN': `这个文件有一行长得不像账单，没有读。${HOW_ZH}`,
    en: `One line of this file is far too long to be a statement's; it was not read. ${HOW_EN}`,
  },
  'pdf-document': {
    'zh-CN': `这是 PDF 流水证明，里面没有交易状态，不能用来对账。${HOW_ZH}`,
    en: `This is the PDF certificate; it lacks the transaction status and cannot be reconciled. ${HOW_EN}`,
  },
  'alipay-cash-book': {
    'zh-CN': `这是支付宝“记账本”的导出，没有订单号、状态和还款记录。${HOW_ZH}`,
    en: `This is the export of Alipay's cash book; it has no order numbers, status or repayments. ${HOW_EN}`,
  },
  'alipay-merchant-bill': {
    'zh-CN': `这是商家账务明细，不是个人账单。${HOW_ZH}`,
    en: `This is a merchant account statement, not a personal one. ${HOW_EN}`,
  },
  'wechat-statement': {
    'zh-CN':
      '这是微信支付账单，但没有找到表头（交易时间、交易类型、当前状态）。请在微信里重新导出：我 → 服务 → 钱包 → 账单 → 常见问题 → 下载账单 → 用于个人对账。',
    en: 'This is a WeChat Pay statement, but its header (交易时间, 交易类型, 当前状态) was not found. Export it again in WeChat: Me (我) → Services (服务) → Wallet (钱包) → Transactions (账单) → FAQ (常见问题) → Download (下载账单) → For personal reconciliation (用于个人对账).',
  },
  'jd-statement': {
    'zh-CN':
      '这是京东账单，但没有找到表头（交易时间、商户名称、交易说明）。请在京东 App 里重新导出：我的 → 我的钱包 → 账单 → 右上角“…” → 账单导出（仅限个人对账）。',
    en: 'This is a JD statement, but its header (交易时间, 商户名称, 交易说明) was not found. Export it again in the JD app: Me (我的) → Wallet (我的钱包) → Bills (账单) → "…" at the top right → Export (账单导出).',
  },
  'meituan-statement': {
    'zh-CN':
      '这是美团账单，但没有找到表头（交易创建时间、订单标题、实付金额）。请在美团 App 里重新导出：我的 → 钱包 → 账单 → 导出账单。',
    en: 'This is a Meituan statement, but its header (交易创建时间, 订单标题, 实付金额) was not found. Export it again in the Meituan app: Me (我的) → Wallet (钱包) → Bills (账单) → Export (导出账单).',
  },
  'huaqing-csv': {
    'zh-CN': '这是花清自己的 CSV，请用“导入花清 CSV”读取。',
    en: "This is HuaQing's own CSV; it is read as a ledger, not as a statement.",
  },
  'statement-not-recognized': {
    'zh-CN': `没有找到账单的表头（交易时间、金额、收/支）。${HOW_ZH}`,
    en: `No statement header was found (交易时间, 金额, 收/支). ${HOW_EN}`,
  },
  'columns-missing': {
    'zh-CN': `账单的表头里少了这些列：{columns}，没有它们分不清每一行。请用没有删改过的原始文件。${HOW_ZH}`,
    en: `The header of this statement lacks columns, without which its rows cannot be told apart: {columns}. Use the original file, as it came. ${HOW_EN}`,
  },
  'owner-in-file': {
    'zh-CN': '这个文件自己写明是 {owner} 的，不能当成别人的导入。',
    en: 'This file says itself that it is of {owner}; it cannot be read as somebody else’s.',
  },
  'statements-mixed': {
    'zh-CN':
      '这个文件里接着放了几份账单，不是同一个账号的，或者列不一样，或者新的在前旧的在后。请把原来的文件一个一个导入；重复的行会认出来。',
    en: 'Several statements stand one after another in this file: of different accounts, with different columns, or the newer one first. Import the original files one by one; rows that are in several are known again.',
  },
}

function allUnreadableTexts(): Readonly<Record<AllUnreadable, Sentence>> {
  const texts = Object.entries(FLAW_SENTENCES).map(([kind, flaw]) => [
    `rows-all-${kind}`,
    {
      'zh-CN': `{rows} 行全都读不了，原因一样：${flaw['zh-CN']}多半是在表格软件里打开另存过，请用原始文件。${HOW_ZH}`,
      en: `None of the {rows} rows can be read, all for the same reason: ${flaw.en} The file was probably saved again by a spreadsheet; use the original one. ${HOW_EN}`,
    },
  ])
  return Object.fromEntries(texts)
}

/** Why the file is refused and what to do instead. */
export const refusalSentence = (refusal: FileRefusal, language: Language): string =>
  fileRefusalTexts[refusal.kind][language]
