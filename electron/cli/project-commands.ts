import { date } from '#shared/contract/json/leaves.ts'
import { planProgressJson, projectionJson } from '#shared/contract/json/projection-json.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { type Day, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { PlanProgress, PlanProgressFigures, Projection } from '#shared/outlook/answers.ts'
import { planHandlers } from '../handlers/plan-handlers.ts'
import { readLedger } from '../store/read-ledger.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { planOption } from './plan-file.ts'
import { projectionText } from './projection-text.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'

export const showProjection = (terminal: Terminal, options: { plan?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const plan = planOption(options.plan)
    const { projection } = await session.ask(planHandlers.getProjection, plan ? { plan } : {})
    const { accounts } = session.store.read((reader) => readLedger(reader, session.today))
    terminal.answer(projectionJson(projection), () => {
      const hint = explainHint(terminal, figuresOf(projection, session.today), options.plan)
      return projectionText(terminal, projection, accounts) + hint
    })
  })

/** So many of the first payments and charges are named for `explain`; `--json` has all. */
const FIRST = 3

/** The headlines, the first installment plan and loan as a pattern for the others, and the first steps. */
function figuresOf({ events, goal, settleOrWait, loanSettleOrWait }: Projection, today: Day): readonly string[] {
  const on = date(today)
  const told = events.filter(({ what, amount }) => amount > 0 && what !== 'due')
  const steps = [...new Set(told.map(({ explain }) => explain))].slice(0, FIRST)
  const goals = goal === null || goal.monthly === null ? [] : [`plan:goal@${on}`]
  const [plan, loan] = [settleOrWait[0]?.plan, loanSettleOrWait[0]?.loan]
  const waits = [plan, loan].flatMap((id) => (id === undefined ? [] : [`settle:${id}:pay@${on}`]))
  return [`plan:cost@${on}`, `plan:paid@${on}`, `plan:free@${on}`, ...goals, ...waits, ...steps]
}

/** The saved plan beside what happened since it began. */
export const showPlanProgress = (terminal: Terminal): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const progress = await session.ask(planHandlers.getPlanProgress, {})
    const json = progress ? planProgressJson(progress) : { schema: 'huaqing/plan-progress@1', plan: null }
    terminal.answer(json, () =>
      progress
        ? progressText(terminal, progress) + explainHint(terminal, figuresOfProgress(progress))
        : terminal.say(cliTexts.noPlanYet),
    )
  })

/** The difference, and what is owed now on both sides as a pattern for the other cells. */
function figuresOfProgress({ on, months }: PlanProgress): readonly string[] {
  const last = months.at(-1)
  const of = last === undefined ? [] : ['planned', 'actual'].map((side) => `${side}:closing:${monthText(last.month)}`)
  return ['behind', ...of].map((what) => `progress:${what}@${date(on)}`)
}

function progressText(terminal: Terminal, progress: PlanProgress): string {
  const { say } = terminal
  const { from, behind, freeOn, months } = progress
  const figure = behind > 0 ? cliTexts.planBehind : behind < 0 ? cliTexts.planAhead : cliTexts.planKept
  const day = (on: PlanProgress['on'] | null): string => (on === null ? say(cliTexts.never) : date(on))
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: say(cliTexts.calendarMonth) },
    { title: '' },
    ...[cliTexts.opening, cliTexts.spending, cliTexts.otherwise, cliTexts.paid, cliTexts.closing].map((text) =>
      right(say(text)),
    ),
  ]
  const row = (of: PlanProgressFigures): string[] =>
    [of.opening, of.spending, of.otherwise, of.paid, of.closing].map(money)
  const rows = months.flatMap(({ month, planned, actual }) => [
    [monthText(month), say(cliTexts.planned), ...row(planned)],
    ['', say(cliTexts.actual), ...row(actual)],
  ])
  return [
    say(figure, { from: date(from), amount: money(fen(Math.abs(behind))) }),
    say(cliTexts.freeOnThenAndNow, { planned: day(freeOn.planned), now: day(freeOn.now) }),
    '',
    table(columns, rows),
  ].join('\n')
}
