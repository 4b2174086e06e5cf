import type { CompactOptions } from './compact-commands.ts'
import { type Definer, help, noun, type OptionHelp, options, REDACTION_WORDS } from './define.ts'
import type { DoctorOptions } from './doctor-commands.ts'
import type { ExportOptions } from './export-commands.ts'
import type { ImportOptions } from './import-commands.ts'
import type { RestoreOptions } from './restore-commands.ts'

const PASSPHRASE: OptionHelp = ['--passphrase <text>', '加密备份的口令或密钥', 'passphrase or key of a locked backup']

/** What still runs is another figure tomorrow: a list that is read again would have it twice, a journal is written anew. */
const RUNNING = [
  `没出账、还在涨的利息和逾期费：ofx、actual、ynab 里没有，那边的余额比欠的少这一截；beancount、hledger 里记到今天，标着「!」。`,
  `Interest and overdue charges that still run and are in no bill yet: left out of ofx, actual and ynab, whose balance is lower by
them than what is owed; in beancount and hledger as of today, marked "!".`,
] as const

/** Files in and out, taking back, and safety. */
export function defineSafetyCommands(define: Definer): void {
  const { program, terminal } = define
  defineBackups(define)
  defineMove(define)
  defineDoctor(define)
  options(
    define,
    program
      .command('import')
      .argument('<file>')
      .description(
        help(define, ['读入支付宝账单文件，或花清自己的 CSV', "read a statement from Alipay, or HuaQing's own CSV"]),
      ),
    [
      ['--password <password>', '压缩包的密码', 'password of the zip archive'],
      [
        '--owner <owner>',
        '文件开头几行不见了时，说明是谁的支付宝',
        'whose Alipay it is, where the lines before the header are missing',
      ],
      [
        '--take <lines=account...>',
        '把没记的行记到这个账户，可多次：12,14-20=huabei；refund:12=huabei',
        'take rows that are not recorded as entries of an account; may be repeated: 12,14-20=huabei, refund:12=huabei',
      ],
      ['--dry-run', '只预览，不写入', 'only a preview'],
      ['--format <format>', 'auto：从内容认出是哪种文件', 'auto: the kind of file is seen from its content'],
    ],
  ).action(async (file: string, given: ImportOptions) =>
    (await import('./import-commands.ts')).importFile(terminal(), file, given),
  )
  options(
    define,
    program
      .command('export')
      .description(help(define, ['把账本写成文件', 'write the ledger as a file']))
      .addHelpText('after', `\n${help(define, RUNNING)}`),
    [
      [
        '--format <format>',
        'csv（可以读回）、scenario（重新计算）、ics（还款日日历）、beancount、hledger、ofx、actual、ynab、dossier（关闭档案）',
        'csv (reads back), scenario (recomputes), ics (calendar of due days), beancount, hledger, ofx, actual, ynab, dossier (closing, for A4)',
      ],
      ['--out <path>', '写到哪里；- 是标准输出', 'where to; - is standard output'],
      ['--bom', '让 Excel 认出中文（csv、actual、ynab）', 'a byte order mark for Excel (csv, actual, ynab)'],
      ['--account <id>', '只导出一个账户（ofx、actual、ynab）', 'one account only (ofx, actual, ynab)'],
      [
        '--encrypt',
        '用口令加密（age 格式）；口令在提示后输入，或用 HUAQING_PASSPHRASE',
        'lock with a passphrase (age); asked for, or HUAQING_PASSPHRASE',
      ],
      ['--no-amounts', '日历里不写金额（ics）', 'a calendar without amounts (ics)'],
      ['--owner <owner>', '只要这个人的账户（dossier）', "this person's accounts only (dossier)"],
      ['--redact', '姓名、商户、单号换成代号（dossier）', 'placeholders for names, shops and numbers (dossier)'],
      ...REDACTION_WORDS,
      ['--force', '覆盖已有文件', 'replace an existing file'],
    ],
  ).action(async (given: ExportOptions) => (await import('./export-commands.ts')).exportLedger(terminal(), given))
  options(define, program.command('undo').description(help(define, ['撤销最近一步', 'take the last action back'])), [
    ['--to <id>', '一直撤销到历史里的这一步，连它一起', 'back to this step of the history, that one included'],
  ]).action(async (given: { to?: string }) => (await import('./history-commands.ts')).undo(terminal(), given))
  options(define, program.command('redo').description(help(define, ['重做', 'do it again'])), [
    ['--to <id>', '一直重做到这一步', 'up to this step'],
  ]).action(async (given: { to?: string }) => (await import('./history-commands.ts')).redo(terminal(), given))
  options(
    define,
    program.command('history').description(help(define, ['做过的每一步，新的在前', 'every action, newest first'])),
    [['--limit <n>', '最多几步（默认 50）', 'at most (50)']],
  ).action(async (given: { limit?: string }) => (await import('./history-commands.ts')).listHistory(terminal(), given))
  options(
    define,
    program.command('backup').description(help(define, ['做一份核对过的备份', 'make a verified backup'])),
    [['--to <folder>', '另外放一份到这里', 'and a copy in this folder']],
  ).action(async (given: { to?: string }) => (await import('./backup-commands.ts')).makeBackup(terminal(), given))
  options(
    define,
    program
      .command('verify')
      .argument('[file]')
      .description(help(define, ['检查账本或备份', 'check the ledger or a backup'])),
    [PASSPHRASE],
  ).action(async (file: string | undefined, given: { passphrase?: string }) =>
    (await import('./backup-commands.ts')).verify(terminal(), file, given),
  )
  options(
    define,
    program
      .command('restore')
      .argument('<file>')
      .description(
        help(define, [
          '用备份换下现在的账本（现在的会留成备份，可以撤销）',
          'put a backup in place; the present ledger is kept and undo brings it back',
        ]),
      ),
    [
      PASSPHRASE,
      ['--dry-run', '只说会变什么', 'only say what would change'],
      ['--yes', '不再问，直接恢复', 'restore without asking'],
    ],
  ).action(async (file: string, given: RestoreOptions) =>
    (await import('./restore-commands.ts')).restore(terminal(), file, given),
  )
  options(
    define,
    program.command('serve').description(help(define, ['在本机浏览器里打开', 'open in a browser on this machine'])),
    [['--port <n>', '端口', 'port']],
  ).action(async (given: { port?: string }) => (await import('./serve-commands.ts')).serve(terminal(), given))
}

function defineBackups(define: Definer): void {
  const { terminal } = define
  const backups = noun(define, 'backups', ['备份放在哪里、加不加密', 'where backups lie, and whether they are locked'])
  backups
    .command('list')
    .description(help(define, ['所有备份，新的在前', 'all backups, newest first']))
    .action(async () => (await import('./backups-commands.ts')).listBackups(terminal()))
  backups
    .command('safety')
    .description(help(define, ['第二个文件夹和账本周围的情况', 'the second folder, and what is around the ledger']))
    .action(async () => (await import('./backups-commands.ts')).safety(terminal()))
  options(
    define,
    backups
      .command('folder')
      .argument('<folder>')
      .description(
        help(define, ['备份也放到这个文件夹；none 表示不放', 'put backups in this folder too; none ends it']),
      ),
    [['--unlocked', '会同步的文件夹里也不加密', 'unlocked also in a folder that is copied elsewhere']],
  ).action(async (folder: string, given: { unlocked?: boolean }) =>
    (await import('./backups-commands.ts')).setFolder(terminal(), folder, given),
  )
  options(
    define,
    backups
      .command('lock')
      .description(help(define, ['给第二个文件夹里的备份设口令', 'lock the copies in the second folder'])),
    [['--passphrase <text>', '口令，至少 8 个字', 'a passphrase of at least 8 characters']],
  ).action(async (given: { passphrase?: string }) => (await import('./backups-commands.ts')).lock(terminal(), given))
}

function defineMove(define: Definer): void {
  const ledger = noun(define, 'ledger', ['账本文件放在哪里', 'where the file of the ledger lies'])
  options(
    define,
    ledger
      .command('move')
      .argument('<folder>')
      .description(
        help(define, [
          '把账本和备份搬到这个文件夹；以后都开那里的',
          'move the ledger and its backups into this folder; it is opened there from then on',
        ]),
      ),
    [['--anyway', '文件夹会同步到别处也搬', 'also into a folder that is copied elsewhere']],
  ).action(async (folder: string, given: { anyway?: boolean }) =>
    (await import('./backups-commands.ts')).moveTo(define.terminal(), folder, given),
  )
}

function defineDoctor(define: Definer): void {
  const { program, terminal } = define
  options(
    define,
    program
      .command('compact')
      .description(
        help(define, ['清理撤销够不着的旧版本（先备份）', 'remove what undo no longer reaches (backed up before)']),
      ),
    [
      [
        '--depth <n>',
        '先定最多撤销多少步，至少 1000；all 不设上限',
        'how many steps undo reaches, 1000 or more; all: no limit',
      ],
      ['--automatic <on|off>', '以后自动清理', 'from now on by itself'],
      ['--dry-run', '只说会清理什么', 'only say what would go'],
    ],
  ).action(async (given: CompactOptions) => (await import('./compact-commands.ts')).compact(terminal(), given))
  options(
    define,
    program
      .command('doctor')
      .description(help(define, ['检查账本，修复能证明的', 'examine the ledger, repair what can be proved'])),
    [
      ['--repair', '修复（先留一份，可以撤销）', 'repair (kept before, undo brings it back)'],
      [
        '--accept',
        '提醒过账本不是上次那份：看过了，就用这份',
        'after a warning that this is not the file of last time: it is the ledger',
      ],
      ['--salvage', '账本坏了：把能读的读出来', 'a damaged ledger: read out what can be read'],
    ],
  ).action(async (given: DoctorOptions) => (await import('./doctor-commands.ts')).doctor(terminal(), given))
  program
    .command('report')
    .description(
      help(define, ['给帮忙的人看的报告，没有金额和名字', 'a report for whoever helps, without amounts or names']),
    )
    .action(async () => (await import('./doctor-commands.ts')).report(terminal()))
}
