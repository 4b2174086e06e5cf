import type { AccountOptions } from './account-commands.ts'
import { type Definer, help, noun, type OptionHelp, options } from './define.ts'
import type { EditOptions, ListOptions } from './entry-commands.ts'
import { once } from './given-options.ts'

/** Accounts, bills, entries: what the ledger holds. */
export function defineLedgerCommands(define: Definer): void {
  defineAccounts(define)
  defineEntries(define)
  const bill = noun(define, 'bill', ['账单', 'bills'])
  options(define, bill.command('list').description(help(define, ['列出账单', 'list the bills'])), [
    ['--account <id>', '只看一个账户', 'of one account'],
    ['--open', '只看还没还清的', 'only those not yet paid'],
  ]).action(async (given: { account?: string; open?: boolean }) =>
    (await import('./bill-commands.ts')).listBills(define.terminal(), given),
  )
}

const ACCOUNT_OPTIONS: readonly OptionHelp[] = [
  ['--name <name>', '名称', 'name'],
  ['--lender <lender>', '出资机构（信用购、信用贷）', 'lender (credit purchase, credit loan)'],
  ['--owner <owner>', '属于谁的支付宝', 'whose Alipay it is'],
  ['--limit <amount>', '额度', 'limit'],
  ['--opened <date>', '开通日', 'opened on'],
  ['--upgraded <date>', '升级为信用购的日期', 'upgraded to credit purchase on'],
  ['--auto-repay <mode>', '自动扣款：full、minimum、unknown', 'automatic deduction: full, minimum, unknown'],
  ['--balance <amount>', '今天欠多少（其他债务）', 'owed today (other debts)'],
  [
    '--interest <model>',
    '计息方式（其他债务）：none、monthly-apr、daily-simple、flat-fee、equal-principal',
    'interest (other debts): none, monthly-apr, daily-simple, flat-fee, equal-principal',
  ],
  ['--rate <rate>', '利率，如 24% 或 0.05%', 'its rate, like 24% or 0.05%'],
  ['--minimum <amount>', '每月最低还款', 'minimum a month'],
  ['--minimum-percent <rate>', '最低还款百分比', 'minimum as a percentage'],
  ['--minimum-floor <amount>', '最低还款下限', 'and its floor'],
  ['--count <n>', '期数', 'number of parts'],
  ['--repay-day <day>', '每月还款日', 'day of the month'],
]

function defineAccounts(define: Definer): void {
  const account = noun(define, 'account', ['账户和条款', 'accounts and their terms'])
  const terminal = define.terminal
  options(
    define,
    account
      .command('add')
      .description(help(define, ['添加账户', 'add an account']))
      .requiredOption('--kind <kind>', 'huabei, credit-purchase, borrow, credit-loan, other', once('--kind')),
    [
      ['--id <id>', '编号', 'id'],
      ...ACCOUNT_OPTIONS,
      ['--statement-day <day>', '出账日', 'statement day'],
      ['--due-day <day>', '还款日', 'due day'],
      ['--set <term=value...>', '条款，可多次', 'a term; may be repeated'],
    ],
  ).action(async (given: AccountOptions) => (await import('./account-commands.ts')).addAccount(terminal(), given))
  account
    .command('list')
    .description(help(define, ['列出账户', 'list the accounts']))
    .action(async () => (await import('./account-commands.ts')).listAccounts(terminal()))
  options(
    define,
    account
      .command('edit')
      .argument('<id>')
      .description(help(define, ['更正账户', 'correct an account'])),
    ACCOUNT_OPTIONS,
  ).action(async (id: string, given: AccountOptions) =>
    (await import('./account-commands.ts')).editAccount(terminal(), id, given),
  )
  options(
    define,
    account
      .command('terms')
      .argument('<id>')
      .description(help(define, ['从某天起改条款', 'change terms from a day on']))
      .requiredOption('--from <date>', 'YYYY-MM-DD', once('--from')),
    [['--set <term=value...>', '条款，可多次', 'a term; may be repeated']],
  ).action(async (id: string, given: { from: string; set?: readonly string[] }) =>
    (await import('./account-commands.ts')).changeTerms(terminal(), id, given),
  )
  account
    .command('close')
    .argument('<id>')
    .description(help(define, ['记下账户已关闭', 'record that an account was closed']))
    .requiredOption('--on <date>', 'YYYY-MM-DD', once('--on'))
    .option(
      '--even-so',
      help(define, [
        '账本里还有没好的也记下，不问',
        'record it without a question, whatever is still open by the ledger',
      ]),
    )
    .action(async (id: string, given: { on: string; evenSo?: boolean }) =>
      (await import('./account-commands.ts')).closeAccount(terminal(), id, given),
    )
  account
    .command('status')
    .argument('<id>')
    .argument('<status>', 'open, frozen, closed-by-lender, closing-requested')
    .description(help(define, ['改账户状态', "change an account's state"]))
    .action(async (id: string, status: string) =>
      (await import('./account-commands.ts')).changeStatus(terminal(), id, status),
    )
}

function defineEntries(define: Definer): void {
  const entry = noun(define, 'entry', ['记录', 'entries'])
  const terminal = define.terminal
  options(
    define,
    entry.command('list').description(help(define, ['列出记录，新的在前', 'list entries, newest first'])),
    [
      ['--account <id>', '只看一个账户', 'of one account'],
      ['--kind <kind>', '只看一类', 'of one kind'],
      ['--month <month>', '只看一个月', 'of one month'],
      ['--text <text>', '搜索', 'search'],
      ['--limit <n>', '最多几条（默认 100，最多 500）', 'at most (100, up to 500)'],
      ['--offset <n>', '跳过几条', 'skip'],
    ],
  ).action(async (given: ListOptions) => (await import('./entry-commands.ts')).listEntries(terminal(), given))
  entry
    .command('show')
    .argument('<id>')
    .description(help(define, ['一条记录和它的历史', 'one entry and its history']))
    .action(async (id: string) => (await import('./entry-commands.ts')).showEntry(terminal(), id))
  options(
    define,
    entry
      .command('edit')
      .argument('<id>')
      .description(help(define, ['更正记录', 'correct an entry'])),
    [
      ['--account <id>', '账户', 'account'],
      ['--amount <amount>', '金额', 'amount'],
      ['--on <date>', '日期', 'day'],
      ['--posted <date>', '入账日', 'posted on'],
      ['--awaiting', '等待确认收货', 'awaits receipt'],
      ['--month <month>', '账单月', 'bill month'],
      ['--minimum <amount>', '账单最低还款', 'minimum of a bill'],
      ['--of <entry>', '所属消费', 'the purchase it belongs to'],
      ['--label <text>', '说明', 'label'],
      ['--note <text>', '备注', 'note'],
      ['--fee <amount>', '延期的手续费', 'fee of a deferral'],
      ['--fee-rate <rate>', '分期总费率', 'fee rate in all'],
      ['--count <n>', '期数', 'number of parts'],
      ['--paid-periods <n>', '已还期数', 'parts paid already'],
      ['--daily-rate <rate>', '借款日利率', 'daily rate of a loan'],
      ['--method <method>', '借款还款方式', 'method of a loan'],
      ['--repay-day <day>', '借款还款日', 'repay day of a loan'],
      ['--split <id=amount...>', '拆分，可多次', 'a part; may be repeated'],
    ],
  ).action(async (id: string, given: EditOptions) =>
    (await import('./entry-commands.ts')).editEntry(terminal(), id, given),
  )
  entry
    .command('delete')
    .argument('<id>')
    .description(help(define, ['删除记录（可撤销）', 'delete an entry (can be undone)']))
    .action(async (id: string) => (await import('./entry-commands.ts')).deleteEntry(terminal(), id))
  const receipt = noun(define, 'receipt', ['确认收货', 'receipts'])
  receipt
    .command('confirm')
    .argument('<id>')
    .description(help(define, ['记下已确认收货', 'record that a purchase was received']))
    .option('--on <date>', 'YYYY-MM-DD', once('--on'))
    .action(async (id: string, given: { on?: string }) =>
      (await import('./entry-commands.ts')).confirmReceipt(terminal(), id, given),
    )
}
