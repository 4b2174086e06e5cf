import { type Definer, help, noun, type OptionHelp, options } from './define.ts'
import type {
  BillOptions,
  DeferOptions,
  InstallmentsOptions,
  LoanOptions,
  PurchaseOptions,
  RefundOptions,
} from './fact-commands.ts'
import type { RepayOptions } from './repay-commands.ts'

/** One fact each. The account is the first word, or `--account`. */
export function defineFactCommands(define: Definer): void {
  const { terminal } = define
  const load = () => import('./fact-commands.ts')
  const bill = define.program.commands.find((command) => command.name() === 'bill')
  if (!bill) throw new Error('bill is declared with the ledger')
  options(
    define,
    bill
      .command('add')
      .argument('<account>')
      .argument('<month>', 'YYYY-MM')
      .description(help(define, ['记下支付宝显示的账单', 'enter a bill as Alipay shows it'])),
    [
      ['--amount <amount>', '账单总额', 'its total'],
      ['--minimum <amount>', '最低还款', 'its minimum'],
      ['--principal <amount>', '其中本金', 'of it principal'],
      ['--fee <amount>', '其中手续费', 'of it fees'],
      ['--interest <amount>', '其中利息', 'of it interest'],
      ['--penalty <amount>', '其中逾期费', 'of it penalty'],
      ['--paid <amount>', '已经还了多少', 'paid already'],
      ['--paid-on <date>', '哪天还的；不写就算按时还的', 'when; without it, in time'],
      ...NAMING,
    ],
  ).action(async (account: string, month: string, given: BillOptions) =>
    (await load()).addBill(terminal(), account, month, given),
  )
  fact(
    define,
    ['purchase', 'add'],
    ['记一笔消费', 'add a purchase'],
    [
      ['--amount <amount>', '金额', 'amount'],
      ['--on <date>', '下单日（默认今天）', 'ordered on (today)'],
      ['--posted <date>', '入账日（默认同下单日）', 'posted on (the same day)'],
      ['--awaiting', '等待确认收货', 'awaits receipt'],
      ['--order <number>', '订单号', 'order number'],
      ['--return-until <date>', '可退货到', 'can be returned until'],
      ['--refund-expected', '等待退款', 'a refund is expected'],
    ],
  ).action(async (account: string | undefined, given: PurchaseOptions) =>
    (await load()).addPurchase(terminal(), account, given),
  )
  fact(
    define,
    ['refund', 'add'],
    ['记一笔退款', 'add a refund'],
    [
      ['--amount <amount>', '金额', 'amount'],
      ['--on <date>', '到账日（默认今天）', 'arrived on (today)'],
      ['--of <entry>', '退的是哪笔消费', 'the purchase it belongs to'],
      ['--in-flight', '还没到账', 'not arrived yet'],
    ],
  ).action(async (account: string | undefined, given: RefundOptions) =>
    (await load()).addRefund(terminal(), account, given),
  )
  fact(
    define,
    ['refund', 'candidates'],
    ['一笔退款可能退的是哪笔消费', 'the purchases that a refund may belong to'],
    [
      ['--amount <amount>', '退了多少', 'how much came back'],
      ['--on <date>', '到账日（默认今天）', 'arrived on (today)'],
    ],
  ).action(async (account: string | undefined, given: RefundOptions) =>
    (await load()).listRefundCandidates(terminal(), account, given),
  )
  fact(
    define,
    ['repay', 'add'],
    ['记一笔还款', 'record a repayment'],
    [
      ['--amount <amount>', '金额', 'amount'],
      ['--on <date>', '日期（默认今天）', 'day (today)'],
      ['--bill <month>', '还的是哪个月的账单', 'the bill it pays'],
      ['--split <id=amount...>', '分给几个账户，可多次', 'divided; may be repeated'],
      ['--settles <entry>', '提前结清的分期或借款', 'the plan or loan it settles'],
      ['--candidate <id...>', '还不知道分给谁：可能的账户', 'not known yet: an account it may concern'],
      ['--from <text>', '从哪里付的', 'paid from'],
    ],
  ).action(async (account: string | undefined, given: RepayOptions) =>
    (await import('./repay-commands.ts')).addRepayment(terminal(), account, given),
  )
  fact(
    define,
    ['installments', 'add'],
    ['记一个分期', 'add installments'],
    [
      ['--origin <origin>', 'trade 或 bill', 'trade or bill'],
      ['--principal <amount>', '分期本金', 'principal'],
      ['--count <n>', '期数', 'number of installments'],
      ['--fee-rate <rate>', '总费率，如 4.5%', 'fee rate in all, like 4.5%'],
      ['--first-bill <month>', '首期账单（账单分期默认按条款）', 'first bill (of a bill: as the terms say)'],
      ['--from-bill <month>', '被分期的账单', 'the bill it moves'],
      ['--of <entry>', '被分期的消费', 'the purchase it pays'],
      ['--paid-periods <n>', '已还期数', 'installments paid already'],
    ],
  ).action(async (account: string | undefined, given: InstallmentsOptions) =>
    (await load()).addInstallments(terminal(), account, given),
  )
  fact(
    define,
    ['loan', 'add'],
    ['记一笔借款', 'add a loan'],
    [
      ['--principal <amount>', '本金', 'principal'],
      ['--drawn <date>', '放款日', 'drawn on'],
      ['--daily-rate <rate>', '日利率，如 0.05%', 'daily rate, like 0.05%'],
      [
        '--method <method>',
        'equal-installment、interest-only、interest-only-then-equal',
        'equal-installment, interest-only, interest-only-then-equal',
      ],
      ['--count <n>', '期数', 'number of parts'],
      ['--repay-day <day>', '每月还款日', 'day of the month'],
      ['--paid-parts <n>', '已还期数', 'parts paid already'],
    ],
  ).action(async (account: string | undefined, given: LoanOptions) =>
    (await load()).addLoan(terminal(), account, given),
  )
  fact(
    define,
    ['defer', 'add'],
    ['记一次延期还款', 'record a deferral'],
    [
      ['--bill <month>', '延期的账单', 'the bill'],
      ['--amount <amount>', '延期金额', 'amount deferred'],
      ['--fee <amount>', '手续费（不写就按 1.5% 估）', 'fee (assumed at 1.5 % where left out)'],
      ['--on <date>', '日期（默认今天）', 'day (today)'],
    ],
  ).action(async (account: string | undefined, given: DeferOptions) =>
    (await load()).addDeferral(terminal(), account, given),
  )
  fact(
    define,
    ['quota', 'copy'],
    ['抄下支付宝显示的已用额度', 'copy the used quota from Alipay'],
    [
      ['--used <amount>', '已用额度', 'used quota'],
      ['--on <date>', '日期（默认今天）', 'day (today)'],
    ],
  ).action(async (account: string | undefined, given: { used?: string; on?: string }) =>
    (await load()).copyQuota(terminal(), account, given),
  )
}

const NAMING: readonly OptionHelp[] = [
  ['--id <id>', '编号', 'id'],
  ['--label <text>', '说明', 'label'],
  ['--note <text>', '备注', 'note'],
]

type Name = readonly [noun: string, verb: string]

function fact(define: Definer, [name, verb]: Name, about: readonly [string, string], list: readonly OptionHelp[]) {
  const parent = define.program.commands.find((command) => command.name() === name) ?? noun(define, name, about)
  const command = parent.command(verb).argument('[account]').description(help(define, about))
  return options(define, command, [['--account <id>', '账户', 'account'], ...list, ...NAMING])
}
