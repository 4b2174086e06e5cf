import { Command, CommanderError } from 'commander'
import type { Refusal } from '#shared/contract/reply.ts'
import { type Day, parseDay } from '#shared/kernel/day.ts'
import { defineFactCommands } from './define-fact-commands.ts'
import { defineLedgerCommands } from './define-ledger-commands.ts'
import { defineQuestionCommands } from './define-question-commands.ts'
import { defineSafetyCommands } from './define-safety-commands.ts'
import { once } from './given-options.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import { createTerminal, type GlobalOptions, type Streams, type Terminal } from './terminal.ts'

/** What a command becomes when it ends (cli.md). */
const EXIT = { done: 0, refused: 1, usage: 2, fault: 3 } as const

/** Runs one command; answers its exit code. Everything heavy is loaded by the command that needs it. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
  const early = createTerminal(
    { ledger: undefined, today: null, json: args.includes('--json'), language: languageOf(args) },
    streams,
  )
  let terminal = early
  const program = createProgram(early, streams)
  const define = { program, language: early.language, terminal: (): Terminal => terminal }
  program.hook('preAction', () => {
    terminal = createTerminal(globalOptions(program, early), streams)
  })
  defineLedgerCommands(define)
  defineFactCommands(define)
  defineQuestionCommands(define)
  defineSafetyCommands(define)
  settleErrors(program, streams)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return EXIT.done
  } catch (error) {
    return endOf(error, terminal)
  }
}

function createProgram({ language }: Terminal, { out }: Streams): Command {
  const zh = language === 'zh-CN'
  return new Command('huaqing')
    .description(
      zh ? '花清：欠多少、何时还清、能不能关闭' : 'HuaQing: what is owed, when it ends, whether it may be closed',
    )
    .option(
      '--ledger <file>',
      zh
        ? '账本文件（默认：HUAQING_LEDGER，或桌面应用的账本）'
        : "the ledger's file (default: HUAQING_LEDGER, else the desktop app's)",
      once('--ledger'),
    )
    .option(
      '--today <date>',
      zh ? '把这一天当作今天，YYYY-MM-DD' : 'take this day as today, YYYY-MM-DD',
      once('--today'),
    )
    .option('--json', zh ? '标准输出只写一个 JSON' : 'one JSON document on standard output')
    .option('--lang <language>', zh ? '语言：zh-CN 或 en' : 'language: zh-CN or en', once('--lang'))
    .helpOption('-h, --help', zh ? '显示帮助' : 'show this help')
    .helpCommand(false)
    .configureOutput({ writeOut: out })
}

/** Subcommands inherit neither of them by themselves: every level throws instead of ending the process. */
function settleErrors(command: Command, streams: Streams): void {
  command.exitOverride().configureOutput({ writeOut: streams.out, outputError: () => undefined, writeErr: streams.err })
  for (const inner of command.commands) settleErrors(inner, streams)
}

function globalOptions(program: Command, early: Terminal): GlobalOptions {
  const { ledger, today, json, lang } = program.opts<{
    ledger?: string
    today?: string
    json?: boolean
    lang?: string
  }>()
  if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en') throw new UsageError('--lang zh-CN|en')
  return { ledger, today: dayOf(today), json: json === true, language: early.language }
}

function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null
  const parsed = parseDay(text)
  if (!parsed.ok) throw new UsageError(`--today ${text}`)
  return parsed.value
}

/** Asked for, else the system's: Chinese unless the system clearly speaks English. */
function languageOf(args: readonly string[]): GlobalOptions['language'] {
  const at = args.indexOf('--lang')
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
  if (asked === 'en' || asked === 'zh-CN') return asked
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  return system.startsWith('en') ? 'en' : 'zh-CN'
}

async function endOf(error: unknown, terminal: Terminal): Promise<number> {
  if (error instanceof RefusedError) return tellRefusal(error.refusal, terminal)
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done
    // No command, or a noun without its verb: the help was written in its place.
    if (error.code === 'commander.help') return EXIT.usage
    return tellUsage(error.message.replace(/^error: /, ''), terminal)
  }
  if (error instanceof UsageError) return tellUsage(error.message, terminal)
  return tellFault(error, terminal)
}

async function tellRefusal(refusal: Refusal, terminal: Terminal): Promise<number> {
  const { refusalSentence } = await import('#shared/contract/texts/refusal-sentence.ts')
  const message = refusalSentence(refusal, terminal.language)
  const { kind, values = {}, fields } = refusal
  const json = { refusal: { kind, message, ...values, ...(fields ? { fields } : {}) } }
  if (terminal.json) terminal.answer(json, () => '')
  terminal.tell(message)
  return EXIT.refused
}

async function tellUsage(message: string, terminal: Terminal): Promise<number> {
  const { cliTexts } = await import('#shared/contract/texts/cli-texts.ts')
  terminal.tell(terminal.say(cliTexts.usage, { message }))
  return EXIT.usage
}

async function tellFault(error: unknown, terminal: Terminal): Promise<number> {
  const { cliTexts } = await import('#shared/contract/texts/cli-texts.ts')
  const { createLog, logsBeside } = await import('../log.ts')
  const { ledgerPath } = await import('./ledger-session.ts')
  const folder = logsBeside(ledgerPath(terminal))
  const reference = createLog(folder).fault('cli', error)
  if (terminal.json) terminal.answer({ fault: { reference } }, () => '')
  terminal.tell(terminal.say(cliTexts.fault, { reference, folder }))
  return EXIT.fault
}
