import type { PackOptions } from './case-commands.ts'
import type {
  ChannelOptions,
  ComparisonOptions,
  ContactOptions,
  NoticeOptions,
  PromiseOptions,
  StoppedOptions,
  WayOptions,
} from './case-fact-commands.ts'
import { type Definer, help, noun, type OptionHelp, options, REDACTION_WORDS } from './define.ts'

const ON: OptionHelp = ['--on <date>', '哪一天（默认今天）', 'on which day (today)']

/** The case file: what stands in it, what is told to it, and what leaves it. */
export function defineCaseCommands(define: Definer): void {
  const { terminal } = define
  const load = () => import('./case-commands.ts')
  const facts = () => import('./case-fact-commands.ts')
  const about = noun(define, 'case', ['沟通：六步和要盯的日子', 'the case: six steps and days to watch'])
  const command = (name: string, zh: string, en: string, list: readonly OptionHelp[] = []) =>
    options(define, about.command(name).description(help(define, [zh, en])), list)
  about.action(async () => (await load()).showCase(terminal()))
  command('pack', '投诉材料包（zip）', 'complaint pack (zip)', [
    ['--out <path>', '写到哪里', 'where to'],
    ['--owner <owner>', '只要这个人的账户（默认：所有人的）', "this person's accounts only (everyone's)"],
    ['--redact', '姓名、商户、单号换成代号', 'placeholders for names, shops and numbers'],
    ...REDACTION_WORDS,
    ['--force', '覆盖已有文件', 'replace an existing file'],
  ]).action(async (given: PackOptions) => (await load()).makePack(terminal(), given))
  command('words', '隐去姓名时会换掉的词', 'the words that go without names').action(async () =>
    (await facts()).listRedactionWords(terminal()),
  )
  command('facts', '记下的每一条，带编号', 'everything that was told, with ids').action(async () =>
    (await facts()).listCaseFacts(terminal()),
  )
  command('contact', '记一次联系', 'record a contact', [
    [
      '--channel <channel>',
      '怎么联系的：95188、in-app、lender、12378、letter、other',
      'through: 95188, in-app, lender, 12378, letter, other',
    ],
    ON,
    ['--time <time>', '几点，如 14:05', 'at, e.g. 14:05'],
    ['--account <id>', '哪个账户', 'about which account'],
    ['--agent <text>', '对方工号或名字', 'agent, by number or name'],
    ['--ticket <text>', '工单号', 'ticket'],
    ['--reason <text>', '说的关闭理由', 'the reason they gave'],
    ['--said <text>', '说了什么', 'what was said'],
    ['--promise <text>', '答应了什么', 'what was promised'],
    ['--by <date>', '答应到哪天', 'promised by'],
    ['--follow-up <date>', '哪天再问', 'ask again on'],
    ['--complaint', '这是一次投诉', 'it is a complaint'],
  ]).action(async (given: ContactOptions) => (await facts()).recordContact(terminal(), given))
  command('promise', '答应的事有没有兑现', 'whether a promise was kept', [
    ['--kept', '兑现了', 'it was'],
    ['--broken', '没兑现', 'it was not'],
    ON,
  ])
    .argument('<id>')
    .action(async (id: string, given: PromiseOptions) => (await facts()).settlePromise(terminal(), id, given))
  command('answer', '投诉有了答复', 'a complaint was answered', [ON])
    .argument('<id>')
    .action(async (id: string, given: { on?: string }) => (await facts()).answerComplaint(terminal(), id, given))
  command('notice', '记一条公告', 'record a notice', [
    ON,
    ['--source <text>', '哪里看到的', 'where it was seen'],
    ['--link <text>', '链接', 'link'],
    ['--text <text>', '内容', 'text'],
    ['--account <id>', '改的是哪个账户', 'whose terms it changes'],
    ['--from <date>', '从哪天起', 'from when'],
    ['--set <term=value...>', '改了什么，可多次', 'a changed term; may be repeated'],
    ['--review <date>', '哪天再看', 'look again on'],
  ]).action(async (given: NoticeOptions) => (await facts()).recordNotice(terminal(), given))
  command('read', '公告看过了', 'a notice was read')
    .argument('<id>')
    .action(async (id: string) => (await facts()).reviewNotice(terminal(), id))
  command('channel', '登记还款渠道', 'record a way to repay', [
    [
      '--way <way>',
      'balance、yuebao、debit-card、friend、bank-transfer',
      'balance, yuebao, debit-card, friend, bank-transfer',
    ],
    ['--label <text>', '哪张卡、哪个人', 'which card or person'],
    ['--place <n>', '自动扣款排第几', 'place in the automatic deduction'],
    ['--available <amount>', '里面现在有', 'what lies there'],
    ['--per-payment <amount>', '一次最多', 'at most at a time'],
    ['--per-year <amount>', '一年最多', 'at most a year'],
    ['--used-this-year <amount>', '今年已用', 'used this year'],
  ]).action(async (given: ChannelOptions) => (await facts()).recordChannel(terminal(), given))
  command('way', '登记付款方式', 'record another way to pay', [
    ['--use <text>', '付什么', 'for what'],
    ['--label <text>', '用什么付', 'paid by'],
  ]).action(async (given: WayOptions) => (await facts()).recordWayToPay(terminal(), given))
  command('compare', '和支付宝对一下', 'compare with Alipay', [
    ['--billed <amount>', '支付宝显示的已出账待还', 'billed, as Alipay shows it'],
    ['--unbilled <amount>', '未出账', 'unbilled'],
    ['--installments <amount>', '以后的分期', 'later installments'],
    ['--used <amount>', '已用额度', 'used quota'],
    ['--note <text>', '备注', 'note'],
  ])
    .argument('<account>')
    .action(async (account: string, given: ComparisonOptions) =>
      (await facts()).compareWithAlipay(terminal(), account, given),
    )
  command('stopped', '被支付宝停用了', 'the lender stopped an account', [
    ['--state <state>', 'frozen、closed', 'frozen, closed'],
    [
      '--reason <reason>',
      'not-said、overdue、unused、abnormal-trades、account-risk、low-score、maintenance',
      'not-said, overdue, unused, abnormal-trades, account-risk, low-score, maintenance',
    ],
    ['--said <text>', '原话', 'in their words'],
    ON,
  ])
    .argument('<account>')
    .action(async (account: string, given: StoppedOptions) =>
      (await facts()).recordSystemClosing(terminal(), account, given),
    )
  command('attach', '存一个截图或文件', 'keep a picture or a file', [['--of <id>', '属于哪一条', 'of which fact']])
    .argument('<file>')
    .action(async (file: string, given: { of?: string }) => (await facts()).attachFile(terminal(), file, given))
  command('remove', '删掉一条（可以撤销）', 'withdraw a fact (undo brings it back)')
    .argument('<id>')
    .action(async (id: string) => (await facts()).withdrawCaseFact(terminal(), id))
}
