import { useLocation } from 'wouter'
import { requirementWord } from '#shared/contract/texts/closure-texts.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { ShownOrAsked } from '../../components/shown-beside.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { closureQuestion } from '../../state/closure-question.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { closureWords } from './closure-words.ts'
import { isOpen } from './verdict.tsx'
import { WayCost } from './way-cost.tsx'

/**
 * Credit Purchase alone, or Huabei too, and Borrow where there is one: what each asks for, side by side. The target that is
 * looked at has answered already; the rows of the others stand there from the start and fill.
 */
export function WaysOut(props: { readonly closure: Closure; readonly targets: readonly ClosureTarget[] }) {
  const say = useWords(closureWords)
  const { closure, targets } = props
  const whose = closure.owner === null ? {} : { owner: closure.owner }
  const others = {
    'credit-purchase': useOther('credit-purchase', props, whose),
    huabei: useOther('huabei', props, whose),
    borrow: useOther('borrow', props, whose),
  }
  if (targets.length < 2) return null
  return (
    <Section title={say('ways')} aside={<More alone={others['credit-purchase']} both={others.huabei} />}>
      <table className="grid-table ways">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('wayNow')}</th>
            <th scope="col" className="number">
              {say('wayPay')}
            </th>
            <th scope="col" className="way-day">
              {say('earliest')}
            </th>
            <th scope="col" className="number way-cost">
              {say('wayCost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <Way key={target} target={target} closure={others[target]} isHere={target === closure.target} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** The answer of a target: the one that is on the page, or one asked for beside it. */
function useOther(
  target: ClosureTarget,
  { closure, targets }: { readonly closure: Closure; readonly targets: readonly ClosureTarget[] },
  whose: { readonly owner?: string },
): Closure | null {
  const isOther = target !== closure.target && targets.includes(target) && targets.length > 1
  const answer = useAsk('getClosure', closureQuestion(target, whose), { enabled: isOther })
  return target === closure.target ? closure : hereOrNull(answer)
}

/** What the second step takes more than the first: the question in one figure. */
function More({ alone, both }: { readonly alone: Closure | null; readonly both: Closure | null }) {
  const say = useWords(closureWords)
  if (alone === null || both === null || alone.closedOn !== null || both.closedOn !== null) return null
  const more: Fen = fen(both.payNow.total - alone.payNow.total)
  if (more <= 0) return say('wayMoreNothing')
  return say.rich('wayMore', { amount: <Amount key="amount" value={more} form="sentence" /> })
}

type WayProps = { readonly target: ClosureTarget; readonly closure: Closure | null; readonly isHere: boolean }

function Way({ target, closure, isHere }: WayProps) {
  const say = useWords(closureWords)
  const [, navigate] = useLocation()
  const closes = closure?.closes ?? target
  const name = say(`target.${closes}`)
  return (
    <tr className={isHere ? 'is-here' : ''}>
      <th scope="row" aria-current={isHere ? 'true' : undefined}>
        {isHere ? (
          <span className="strong">{name}</span>
        ) : (
          <button type="button" className="link" onClick={() => navigate(`/closure/${target}`)}>
            {name}
          </button>
        )}
        <small>{say(`follows.${closes}`)}</small>
      </th>
      {closure === null ? <td colSpan={4} aria-busy="true" /> : <WayAnswer closure={closure} />}
    </tr>
  )
}

function WayAnswer({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  const today = useToday()
  const { payNow, closedOn, safeOn } = closure
  const { total, range, derived } = payNow
  return (
    <>
      <td>
        <Standing closure={closure} />
      </td>
      <td className="number">
        {range.high > total && derived === null ? <CertaintyMark value="assumed" /> : null}{' '}
        <ShownOrAsked {...payNow} amount={total} />
        {range.high <= total ? null : (
          <small>{say.rich('wayReady', { high: <Amount key="high" value={range.high} /> })}</small>
        )}
      </td>
      <td className="way-day">
        {closedOn !== null ? null : safeOn === null ? (
          <span className="amount-unknown">{say('earliestUnknown')}</span>
        ) : safeOn === today ? (
          say('today')
        ) : (
          <DayText day={safeOn} form="short" />
        )}
      </td>
      <td className="number way-cost">{closedOn === null ? <WayCost choice={closure.choice} /> : null}</td>
    </>
  )
}

/** What can be shown to be in the way; the rest is yours to confirm. */
const BLOCKS = [
  'pre-upgrade-bill-settled',
  'billed-zero',
  'billed-zero-of-loans',
  'unbilled-zero',
  'unbilled-zero-of-loans',
  'receipts-confirmed',
  'installments-settled',
  'loans-settled',
  'overdue-zero',
  'used-quota-zero',
  'repayments-allocated',
  'reviews-answered',
  'records-current',
] as const

/** So many of what stands in the way are named; the page of the target lists them all. */
const NAMED = 3

/** May it be closed, and what stands in the way of it. */
function Standing({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  const { verdict, requirements, target, closedOn } = closure
  if (closedOn !== null) {
    return (
      <span className="way-state">
        <RequirementMark status="met" />
        <span>{say.rich('wayClosed', { day: <DayText key="day" day={closedOn} /> })}</span>
      </span>
    )
  }
  const open = requirements.filter(isOpen)
  const blocks = open.filter(({ kind, status }) => kind === 'block' && status === 'unmet')
  const named = blocks.slice(0, NAMED).flatMap(({ code }) => {
    const word = BLOCKS.find((one) => one === requirementWord(code, target))
    return word === undefined ? [] : say(`b.${word}`)
  })
  const what =
    named.join(say('wayAnd')) + (blocks.length > NAMED ? say('wayAndMore', { n: blocks.length - NAMED }) : '')
  return (
    <span className="way-state">
      <RequirementMark status={verdict === 'ready' ? 'met' : verdict === 'blocked' ? 'unmet' : 'unknown'} />
      <span>
        {verdict === 'ready' ? say('ready') : say(verdict, { n: open.length })}
        {what === '' ? null : <small>{say('inTheWay', { what })}</small>}
      </span>
    </span>
  )
}
