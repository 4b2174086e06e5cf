import { date, dateOrNull } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { requirementWord } from '#shared/contract/texts/closure-texts.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Closure, ClosureRequirement } from '#shared/outlook/answers.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** May it be closed: the verdict, every requirement with its proof, the way there. */
export function closureText(terminal: Terminal, closure: Closure): string {
  return [closureHead(terminal, closure).join('\n'), requirementsTable(terminal, closure), stepsText(terminal, closure)]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The verdict, from when on, what is to pay, and what it costs to hurry. */
export function closureHead(terminal: Terminal, closure: Closure): readonly string[] {
  const { say } = terminal
  const target = say(cliText(`target-${closure.closes}`))
  const head = [say(cliText(`verdict-${closure.verdict}`), { target }), ...ownersText(terminal, closure)]
  if (closure.earliestOn !== null) head.push(say(cliTexts.earliestOn, { on: date(closure.earliestOn) }))
  if (closure.safeOn !== null && closure.safeOn !== closure.earliestOn) {
    head.push(say(cliTexts.safeOn, { on: date(closure.safeOn) }))
  }
  const { total, derived, range } = closure.payNow
  head.push(say(cliTexts.payNow, { total: money(total) }) + besideText(terminal, derived))
  if (range.high > total) head.push(say(cliTexts.payNowRange, { high: money(range.high) }))
  if (closure.choice) {
    const { soonest, bySchedule } = closure.choice
    const cost = say(cliTexts.closingSoonest, { on: date(soonest.on), cost: money(soonest.cost) })
    head.push(cost + besideText(terminal, soonest.derived))
    head.push(say(cliTexts.closingBySchedule, { on: date(bySchedule.on), cost: money(bySchedule.cost) }))
  }
  return head
}

/** Where Alipay's own figures were copied they count, and what was worked out stands beside. */
const besideText = ({ say }: Terminal, derived: Fen | null): string =>
  derived === null ? '' : say(cliTexts.asAlipayShows, { derived: money(derived) })

/** An amount that the sentence has already is not said again. */
const stepsText = (terminal: Terminal, { steps }: Closure): string =>
  steps
    .map(({ n, do: what, amount, on }) => {
      const sum = amount === null || 'amount' in what.values ? '' : ` ¥${money(amount)}`
      return `${n}. ${coded(terminal, 'closure', what)}${sum} ${dateOrNull(on) ?? ''}`.trimEnd()
    })
    .join('\n')

/** With two people's accounts it is said whose are meant, and how to ask for one of them. */
function ownersText({ say }: Terminal, { owner, owners }: Closure): readonly string[] {
  if (owners.length < 2) return []
  return [owner === null ? say(cliTexts.everyOwner, { owners: owners.join(', ') }) : say(cliTexts.oneOwner, { owner })]
}

function requirementsTable(terminal: Terminal, { requirements, target }: Closure): string {
  const { say } = terminal
  const columns = [
    { title: '' },
    { title: say(cliTexts.what) },
    { title: say(cliTexts.amount), align: 'right' as const },
    { title: say(cliTexts.why) },
  ]
  const rows = requirements.map((one) => [
    say(cliText(`requirement-${one.status}`)),
    nameOf(terminal, one, target),
    one.amount === null ? '' : money(one.amount),
    evidenceText(terminal, one.evidence),
  ])
  return table(columns, rows)
}

/** What a requirement is called, of the target that is closed. */
export const requirementName = (terminal: Terminal, { code }: ClosureRequirement, target: ClosureTarget): string =>
  coded(terminal, 'closure', { code: requirementWord(code, target), values: {} })

/** What only the user can confirm is confirmed by its code. */
function nameOf(terminal: Terminal, one: ClosureRequirement, target: ClosureTarget): string {
  const { code, kind, status } = one
  const name = requirementName(terminal, one, target)
  return kind === 'confirm' && status !== 'confirmed' ? `${name} (${code})` : name
}

/** So many lines of proof fit beside a requirement; `--json` has them all. */
const SHOWN = 3

function evidenceText(terminal: Terminal, evidence: Closure['requirements'][number]['evidence']): string {
  const said = evidence.slice(0, SHOWN).map((line) => coded(terminal, 'closure', line))
  return [...said, ...(evidence.length > SHOWN ? [`… +${evidence.length - SHOWN}`] : [])].join('; ')
}
