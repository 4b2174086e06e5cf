import { type Definer, help, options } from './define.ts'

/** Questions: what is owed, what to pay, when it ends, may it be closed, and why a figure is what it is. */
export function defineQuestionCommands(define: Definer): void {
  const { program, terminal } = define
  options(define, program.command('owed').description(help(define, ['现在欠多少', 'what is owed'])), [
    ['--on <date>', '哪一天（默认今天）', 'on which day (today)'],
  ]).action(async (given: { on?: string }) => (await import('./owed-commands.ts')).showOwed(terminal(), given))
}
