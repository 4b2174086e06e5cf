import type { PageName } from '../routes-list.ts'

/**
 * What else finds a command: its name in the other language, and what people call what it leads to. A word written
 * together is found by its beginning, its middle, its pinyin and its initials.
 */

/** What is on each page. */
export const PAGE_ALSO: Readonly<Record<PageName, string>> = {
  today: '今天 首页 欠多少 还欠多少 该还 到期 逾期 确认收货 today home how much owe owed debt due overdue late receipt',
  bills: '账单 最低还款 逾期费 未还 核对 对账 bills minimum unpaid overdue late penalty reconcile check proof',
  entries:
    '流水 明细 交易记录 消费 退款 手续费 搜索 查找 筛选 entries transactions purchases refunds fees search find filter',
  accounts:
    '账户 条款 利率 利息 额度 自动还款 出账日 还款日 银行 家人 名下 accounts terms interest rates credit limit quota autopay auto repay debit statement due day bank owner family',
  import: '导入 上传 压缩包 密码 微信 京东 美团 import upload zip password wechat jd meituan',
  export: '导出 日历 表格 数据 export calendar ics csv json excel data beancount hledger ofx ynab',
  plan: '计划 预算 还清 上岸 什么时候还完 提前还款 提前结清 分期 利息 plans budget payoff debt free when goal early repayment settle installments interest',
  closure: '关闭 注销 停用 close closing cancel turn off',
  charts: '图表 曲线 走势 charts graphs curve',
  case: '沟通 投诉 客服 协商 材料 附件 证据 证明 关闭凭据 case complaint talk negotiate customer service dossier attachments evidence proof',
  history: '历史 改动 撤销 重做 history changes undo redo',
  backups: '备份 恢复 还原 密码 损坏 检查账本 backups restore recover password passphrase damaged repair doctor verify',
  settings:
    '设置 提醒 通知 字号 字体 放大 语言 隐私 搬账本 账本位置 示例 关于 版本 settings preferences reminders notifications text font size zoom larger language privacy move ledger file folder sample about version',
}

export const KIND_ALSO = {
  huabei: '花呗 huabei',
  'credit-purchase': '信用购 credit purchase',
  borrow: '借呗 borrow',
  'credit-loan': '信用贷 credit loan',
  other: '其他 other',
} as const

export const CLOSE_ALSO = {
  huabei: '关闭花呗 关花呗 注销花呗 close cancel huabei',
  'credit-purchase': '关闭信用购 关信用购 注销信用购 close cancel credit purchase',
  borrow: '关闭借呗 关借呗 注销借呗 close cancel borrow',
} as const

/** What can be done, by the id of its command. */
export const DO_ALSO = {
  undo: '撤销 undo',
  redo: '重做 redo',
  'enter-bill': '记账单 填账单 enter bill new',
  'add-entry': '消费 退款 分期 借款 延期 补记 add new purchase refund installments loan deferral by hand',
  repay: '还款 还钱 已经还了 repayment payment pay paid',
  settle: '分期 提前结清 提前还款 手续费 installments settle early repayment fees',
  'paste-bills': '粘贴 一次记很多张 表格 paste table spreadsheet bills',
  'record-contact': '客服 电话 沟通 投诉 工单 contact call customer service complaint ticket',
  'import-file': '导入账单文件 打开文件 压缩包密码 import open statement file zip password',
  reviews: '回答 待确认 reviews questions answers',
  'add-account': '加账户 新账户 add account new',
  hide: '隐藏 显示 金额 隐私 hide show amounts privacy',
  shortcuts: '快捷键 帮助 keyboard shortcuts help',
  language: '语言 英文 中文 language english chinese',
  light: '颜色 浅色 白天 主题 theme colors light mode day',
  dark: '颜色 深色 夜间 暗色 主题 theme colors dark mode night',
  system: '颜色 跟随系统 主题 theme colors system',
  backup: '备份 backup save copy',
  'export-csv': '导出 表格 export csv excel spreadsheet',
  'export-ics': '导出 日历 提醒 export calendar ics reminders',
  print: '打印 print paper pdf',
  'save-pdf': '导出 存 save pdf',
  'open-plan': '计划 plan',
  'follow-plan': '照计划走 follow plan',
} as const
