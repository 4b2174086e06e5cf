import type { Command } from 'commander'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { collect, once } from './given-options.ts'
import type { Terminal } from './terminal.ts'

/** How commands are declared: a name, a line of help in both languages, options, and what loads the rest. */
export type Definer = {
  readonly program: Command
  readonly language: TextLanguage
  /** Only inside an action: the global options are read by then. */
  readonly terminal: () => Terminal
}

type Help = readonly [zh: string, en: string]

export const help = ({ language }: Definer, [zh, en]: Help): string => (language === 'zh-CN' ? zh : en)

/** A noun with commands of its own. */
export const noun = (define: Definer, name: string, about: Help): Command =>
  define.program.command(name).description(help(define, about)).helpCommand(false)

export type OptionHelp = readonly [flags: string, zh: string, en: string]

/** With `--redact`, wherever it is asked. */
export const REDACTION_WORDS: readonly OptionHelp[] = [
  ['--hide <word...>', '和 --redact 一起：这个词也隐去，可多次', 'with --redact: hide this word too; may be repeated'],
  [
    '--keep <word...>',
    '和 --redact 一起：原话里的这个词留着，可多次',
    'with --redact: leave this word in texts; may be repeated',
  ],
]

export function options(define: Definer, command: Command, list: readonly OptionHelp[]): Command {
  for (const [flags, zh, en] of list) {
    if (flags.includes('...')) command.option(flags.replace('...', ''), help(define, [zh, en]), collect)
    else if (flags.includes('<')) command.option(flags, help(define, [zh, en]), once(flags))
    else command.option(flags, help(define, [zh, en]))
  }
  return command
}
