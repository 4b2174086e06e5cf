import type { ClosureQuestion, ConfirmOptions } from './closure-commands.ts'
import { type Definer, help, noun, options } from './define.ts'
import { defineCaseCommands } from './define-case-commands.ts'
import type { ResolveOptions } from './review-commands.ts'

/** Questions: what is owed, what to pay, when it ends, may it be closed, and why a figure is what it is. */
export function defineQuestionCommands(define: Definer): void {
  const { program, terminal } = define
  options(define, program.command('owed').description(help(define, ['现在欠多少', 'what is owed'])), [
    ['--on <date>', '哪一天（默认今天）', 'on which day (today)'],
  ]).action(async (given: { on?: string }) => (await import('./owed-commands.ts')).showOwed(terminal(), given))
  options(
    define,
    program
      .command('quote')
      .argument('<account>')
      .description(help(define, ['某天付多少就全部还清', 'pay exactly this and nothing is left'])),
    [['--on <date>', '哪一天（默认今天）', 'on which day (today)']],
  ).action(async (account: string, given: { on?: string }) =>
    (await import('./quote-commands.ts')).showQuote(terminal(), account, given),
  )
  options(define, program.command('project').description(help(define, ['何时还清', 'when it ends'])), [
    ['--plan <file>', '计划文件（JSON）', 'a plan as a JSON file'],
    ['--actual', '保存的计划和实际对照', 'the saved plan beside what happened'],
  ]).action(async (given: { plan?: string; actual?: true }) => {
    const commands = await import('./project-commands.ts')
    await (given.actual ? commands.showPlanProgress(terminal()) : commands.showProjection(terminal(), given))
  })
  const explain = program.command('explain').argument('<figure>')
  explain.addHelpText('after', `\n${help(define, FIGURES)}`)
  options(define, explain.description(help(define, ['一个数字怎么来的', 'how a figure came about'])), [
    ['--plan <file>', '预计的数字按哪个计划（JSON）', 'the plan behind a projected figure (JSON)'],
  ]).action(async (figure: string, given: { plan?: string }) =>
    (await import('./explain-commands.ts')).explainFigure(terminal(), figure, given),
  )
  program
    .command('simulate')
    .argument('<scenario>', 'JSON, -')
    .description(help(define, ['不用账本，从一个文件回答所有问题', 'every answer from one file, without a ledger']))
    .action(async (path: string) => (await import('./simulate-commands.ts')).simulate(terminal(), path))
  defineClosure(define)
  defineCaseCommands(define)
  defineReviews(define)
}

/** The names of figures; `--json` has more of them, in the fields called `explain`. */
const FIGURES = [
  `数字的名字（DAY 是 YYYY-MM-DD）：
  owed@DAY、owed:ACCOUNT@DAY、quote:ACCOUNT@DAY、bill:ACCOUNT:YYYY-MM@DAY、minimum:ACCOUNT:YYYY-MM@DAY
  owed:ACCOUNT:ROW@DAY           一行的合计，如 next；owed:ACCOUNT:ROW.COLUMN@DAY 是一格，usedQuota 是已用额度
  due:full:DUE@DAY               DUE 那天到期的；也有 minimum（最低）、safe（稳妥的最低）、cost（只还最低多付的）
  bills:unpaid@DAY               出了账还没还的；也有 bills:rolling@DAY（结转的）、bills:coming:DUE@DAY（还没出账、那天到期的）
  balance@DAY、balance:ACCOUNT@DAY  图表里那天欠的：以后才收的手续费和利息还不算
  quote:ACCOUNT:ROW.COLUMN@DAY   结清的一格，如 next.interest；也有 quote:ACCOUNT:COLUMN@DAY、quote:ACCOUNT:cells@DAY、quote:ACCOUNT:early@DAY；
                                 quote:high@DAY 是最多备多少，shown@DAY、shown:ACCOUNT@DAY 是抄了支付宝的数以后的
  plan:cost@DAY、plan:paid@DAY   计划的利息和费用、一共还多少；plan:cost:ACCOUNT@DAY 是其中一个账户的
  plan:free@DAY                  哪天还清，最后还的是什么；plan:left:DATE@DAY 是那天以后还欠的
  plan:short:DUE@DAY             DUE 那天差的钱，按付的先后；plan:money@DAY 是每月剩下能还的
  plan:minimum-cost@DAY          只还最低的；也有 minimum-paid、minimum-free、minimum-more（比计划多付的）
  plan:goal@DAY                  想在那天前还清，每月至少要多少
  settle:ENTRY:pay@DAY           一笔分期或借款到那天结清要付的；也有 cost（手续费、利息）、saved（少付的）、per-100（每付100元省的）
  month:bills:YYYY-MM@DAY         一个月的账单合计；month:cost:YYYY-MM@DAY 是这个月的利息和费用；
                                 也有 interest、fees、penalties、cost-so-far，计划里的月份还有 added、paid、opening、closing；
                                 month:closing:ACCOUNT:YYYY-MM@DAY 是其中一个账户的
  notice:ID@DAY                  一条公告改的规则要多付多少
  schedule:ENTRY:NUMBER:sum@DAY  分期或借款的一期，all 是全部；也有 principal、charge（手续费或利息）
  progress:behind@DAY            比计划多欠的；progress:actual:closing:YYYY-MM@DAY 是表里的一格：
                                 planned、actual 的 opening、spending、otherwise、paid、closing`,
  `Names of figures (DAY is YYYY-MM-DD):
  owed@DAY, owed:ACCOUNT@DAY, quote:ACCOUNT@DAY, bill:ACCOUNT:YYYY-MM@DAY, minimum:ACCOUNT:YYYY-MM@DAY
  owed:ACCOUNT:ROW@DAY           a row of cells, such as next; owed:ACCOUNT:ROW.COLUMN@DAY is a cell, usedQuota the used quota
  due:full:DUE@DAY               what falls due on DUE; minimum, safe and cost (of paying the minimums alone) as well
  bills:unpaid@DAY               what issued bills still ask for; bills:rolling@DAY and bills:coming:DUE@DAY as well
  balance@DAY, balance:ACCOUNT@DAY  what the chart draws of a day: without fees and interest that are only to come
  quote:ACCOUNT:ROW.COLUMN@DAY   a cell of paying off, such as next.interest; quote:ACCOUNT:COLUMN@DAY, :cells and :early as well;
                                 quote:high@DAY the most to have ready, shown@DAY and shown:ACCOUNT@DAY with what was copied from Alipay
  plan:cost@DAY, plan:paid@DAY   what a plan costs, what it pays in all; plan:cost:ACCOUNT@DAY is of one account
  plan:free@DAY                  the day it ends and what is paid last; plan:left:DATE@DAY what is owed after a day
  plan:short:DUE@DAY             what is missing on DUE, in the order of payment; plan:money@DAY what a month leaves for debt
  plan:minimum-cost@DAY          paying only the minimums; minimum-paid, minimum-free and minimum-more as well
  plan:goal@DAY                  the least a month for the day to be free by
  settle:ENTRY:pay@DAY           what settling installments or a loan on that day takes; cost (fees, interest), saved, per-100 as well
  month:bills:YYYY-MM@DAY        the bills of a month together; month:cost:YYYY-MM@DAY what the month costs;
                                 interest, fees, penalties, cost-so-far, and of a plan's month added, paid, opening, closing;
                                 month:closing:ACCOUNT:YYYY-MM@DAY is of one account
  notice:ID@DAY                  what the terms of a notice cost
  schedule:ENTRY:NUMBER:sum@DAY  a period of installments or a part of a loan, all of them with all; principal and charge (fee, interest) as well
  progress:behind@DAY            how much more is owed than planned; progress:actual:closing:YYYY-MM@DAY is a cell of that
                                 table: opening, spending, otherwise, paid, closing, planned and actual`,
] as const

const TARGET = [
  '--target <target>',
  '关哪一个：credit-purchase、huabei、borrow',
  'which: credit-purchase, huabei, borrow',
] as const

const OWNER = ['--owner <owner>', '谁的账户（默认：所有人的）', "whose accounts (everyone's)"] as const

/** Of a ledger; `simulate` answers from a file that holds none of it. */
const COPIED = [
  `抄过支付宝显示的付清金额（账本的「关闭」页，当天抄的），要付多少以支付宝为准，算出来的写在旁边（JSON 里是 derived）。
情景文件里没有这些，simulate 照算出来的回答。`,
  `Where what Alipay shows for paying off was copied today (on the page Closing), it counts in what is to be paid, and what was
worked out stands beside it (derived in JSON). A scenario file holds none of it: simulate answers with what was worked out.`,
] as const

function defineClosure(define: Definer): void {
  const { terminal } = define
  const load = () => import('./closure-commands.ts')
  const closure = noun(define, 'closure', ['能不能关闭', 'may it be closed'])
  closure.addHelpText('after', `\n${help(define, COPIED)}`)
  options(define, closure, [TARGET, OWNER, ['--plan <file>', '计划文件（JSON）', 'a plan as a JSON file']]).action(
    async (given: ClosureQuestion) => (await load()).showClosure(terminal(), given),
  )
  options(
    define,
    closure.command('confirm').description(help(define, ['确认只有你知道的一项', 'confirm what only you can know'])),
    [
      TARGET,
      OWNER,
      ['--code <code>', '哪一项', 'which requirement'],
      ['--note <text>', '怎么确认的', 'how it was confirmed'],
      ['--amount <amount>', '金额', 'amount'],
    ],
  ).action(async (given: ConfirmOptions) =>
    (await load()).confirmClosure(terminal(), {
      ...closure.opts<Pick<ClosureQuestion, 'target' | 'owner'>>(),
      ...given,
    }),
  )
  options(
    define,
    closure
      .command('current')
      .description(help(define, ['记下账本和支付宝一致', 'record that the ledger agrees with Alipay'])),
    [['--on <date>', '哪一天（默认今天）', 'as of which day (today)']],
  ).action(async (given: { on?: string }) => (await load()).markCurrent(terminal(), given))
}

function defineReviews(define: Definer): void {
  const { terminal } = define
  const review = noun(define, 'review', ['等你回答的记录', 'rows that need your answer'])
  review
    .command('list')
    .description(help(define, ['列出', 'list them']))
    .action(async () => (await import('./review-commands.ts')).listReviews(terminal()))
  options(
    define,
    review
      .command('resolve')
      .argument('<id>')
      .description(help(define, ['回答一条', 'answer one'])),
    [
      ['--split <id=amount...>', '分给几个账户，可多次', 'divided; may be repeated'],
      ['--bill <month>', '拆分都属于哪个月的账单', 'the bill of all its parts'],
      ['--as <kind>', 'purchase、refund、repayment、unrelated', 'purchase, refund, repayment, unrelated'],
      ['--account <id>', '账户', 'account'],
      ['--refund-of <entry>', '退的是哪笔消费（none：都不是）', 'the purchase it belongs to (none: no one)'],
      ['--own <amount>', '其中用信用付的金额', 'how much of it was on credit'],
      ['--amount <amount>', '和 --as 一起：这一行真正的金额', 'with --as: what the row really says'],
      ['--on <date>', '和 --as 一起：这一行真正的日子', 'with --as: its real day'],
      ['--replaces', '是同一笔：用它换掉原来那笔', 'it is the same one: it takes the place of the other'],
      [
        '--alike',
        '同样写法的都这样答，以后导入的也是；读不出来的行可以一起答',
        'all with the same wording, those to come too; rows that could not be read together',
      ],
      ['--ignore', '照原样，不再问', 'leave it as it is and do not ask again'],
    ],
  ).action(async (id: string, given: ResolveOptions) =>
    (await import('./review-commands.ts')).resolveReview(terminal(), id, given),
  )
}
