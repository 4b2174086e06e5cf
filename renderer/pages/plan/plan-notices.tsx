import { useState } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { MinimumOnly, Projection } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { costOf } from './plan-answers.tsx'
import { Asked } from './plan-asked.tsx'
import type { PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

type Props = {
  readonly projection: Projection
  /** What its figures are explained by; null where none of it could be asked yet. */
  readonly plan: PlanInput | null
  readonly owed: Fen
  readonly onUse: (monthly: string) => void
}

/** What has to be said calmly: that it never ends, that a day falls short, what only the minimum costs. */
export function PlanNotices({ projection, plan, owed, onUse }: Props) {
  return (
    <>
      {projection.outcome === 'never' ? <Never projection={projection} plan={plan} onUse={onUse} /> : null}
      {projection.shortfalls.length === 0 ? null : <Shortfalls projection={projection} plan={plan} />}
      <MinimumTruth projection={projection} plan={plan} owed={owed} />
      <PlanNotes notes={projection.notes} />
    </>
  )
}

/** With several accounts the same is noted of each: a wall of grey that nobody reads. The rest opens. */
const NOTES_AT_ONCE = 3

function PlanNotes({ notes }: Pick<Projection, 'notes'>) {
  const say = useWords(planWords)
  const line = (note: Projection['notes'][number]) => (
    <li key={`${note.code}${JSON.stringify(note.values)}`}>
      <Sentence {...note} room="outlook" />
    </li>
  )
  if (notes.length === 0) return null
  // One more line than the summary takes is no wall.
  const shown = notes.length <= NOTES_AT_ONCE + 1 ? notes : notes.slice(0, NOTES_AT_ONCE)
  const rest = notes.slice(shown.length)
  return (
    <div className="note">
      <ul>{shown.map(line)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{say('notesMore', { n: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </div>
  )
}

function Never({ projection, plan, onUse }: Omit<Props, 'owed'>) {
  const say = useWords(planWords)
  const today = useToday()
  const budget = projection.budgetToEnd
  return (
    <div className="call" role="status">
      <Icon name="warn" />
      <p className="strong">{say('neverTitle')}</p>
      {projection.reason === null ? null : (
        <p>
          <Sentence {...projection.reason} room="outlook" />
        </p>
      )}
      {budget === null ? null : (
        <>
          <p>
            {say.rich('neverBudget', {
              amount: (
                <Asked key="amount" figure={`plan:least@${dayText(today)}`} plan={plan}>
                  <Amount value={budget} form="sentence" />
                </Asked>
              ),
            })}
          </p>
          <div className="row">
            <Button small onPress={() => onUse(yuanText(budget))}>
              {say('useIt')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** So many of the other days are named at once, and so many when they are opened. */
const MOST_NAMED = 3
const MOST_OPENED = 12

type Short = Projection['shortfalls'][number]

const missing = (one: Short): Fen => fen(one.required - one.available)

function Shortfalls({ projection, plan }: Pick<Props, 'projection' | 'plan'>) {
  const say = useWords(planWords)
  const format = useFormat()
  const [first, ...more] = projection.shortfalls
  if (first === undefined) return null
  return (
    <div className="call" role="status">
      <Icon name="warn" />
      <p>
        <b className="strong">
          {say.rich('shortTitle', { day: format.dayNear(first.on), amount: <Missing short={first} plan={plan} /> })}
        </b>
        {' · '}
        {say('shortText', { required: format.amount(first.required), available: format.amount(first.available) })}
      </p>
      <p>{say('shortFirst')}</p>
      <ShortDebts short={first} />
      {more.length === 0 ? null : <MoreShort more={more} plan={plan} />}
      <p className="second">{say('shortCalm')}</p>
    </div>
  )
}

/** The other days that fall short; what becomes of the debts of each opens on demand. */
function MoreShort({ more, plan }: { readonly more: readonly Short[] } & Pick<Props, 'plan'>) {
  const say = useWords(planWords)
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say('shortMore', { n: more.length })}{' '}
        {open ? null : more.slice(0, MOST_NAMED).map((one) => <ShortDay key={one.on} short={one} plan={null} />)}
        {open || more.length <= MOST_NAMED ? null : '…'}
      </summary>
      {open ? (
        <ul className="plan-short-days">
          {more.slice(0, MOST_OPENED).map((one) => (
            <li key={one.on}>
              <ShortDay short={one} plan={plan} />
              <ShortDebts short={one} />
            </li>
          ))}
          {more.length > MOST_OPENED ? <li>…</li> : null}
        </ul>
      ) : null}
    </details>
  )
}

type OfShort = { readonly short: Short } & Pick<Props, 'plan'>

const ShortDay = ({ short, plan }: OfShort) => (
  <span className="plan-short">
    <DayText day={short.on} /> <Missing short={short} plan={plan} />
  </span>
)

/** What is missing on a day. */
function Missing({ short, plan }: OfShort) {
  const today = useToday()
  return (
    <Asked figure={`plan:short:${dayText(short.on)}@${dayText(today)}`} plan={plan}>
      <Amount value={missing(short)} form="sentence" />
    </Asked>
  )
}

/** The debts that are asked for on that day in the order in which they are paid, and what then becomes of each. */
function ShortDebts({ short }: { readonly short: Short }) {
  const say = useWords(planWords)
  const nameOf = useAccountName()
  return (
    <ol className="plan-debts">
      {short.debts.map(({ account, on, required, paid, becomes }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one account may be asked for twice, and the list never changes order
        <li key={`${account} ${at}`}>
          <b>{nameOf(account)}</b>
          {on < short.on ? (
            <span className="second"> {say.rich('shortSince', { day: <DayText key="day" day={on} /> })}</span>
          ) : null}{' '}
          {say.rich(`short.${becomes}`, {
            required: <Amount key="required" value={required} form="sentence" />,
            paid: <Amount key="paid" value={paid} form="sentence" />,
          })}
        </li>
      ))}
    </ol>
  )
}

/** What only the minimum costs; and that what is overdue has none: a part of it helps, all of it is asked for. */
function MinimumTruth({ projection, plan, owed }: Omit<Props, 'onUse'>) {
  const say = useWords(planWords)
  const today = useToday()
  const { minimumOnly } = projection
  if (minimumOnly === null) return null
  const { overdue } = minimumOnly
  const amount = (
    <Asked key="overdue" figure={`plan:overdue@${dayText(today)}`} plan={plan}>
      <Amount value={overdue} form="sentence" />
    </Asked>
  )
  if (overdue >= owed) return <p className="second">{say.rich('minimumAllOverdue', { amount })}</p>
  return (
    <>
      <MinimumCost projection={projection} plan={plan} minimumOnly={minimumOnly} />
      {overdue === 0 ? null : <p className="second">{say.rich('minimumPartOverdue', { amount })}</p>}
    </>
  )
}

function MinimumCost(props: Pick<Props, 'projection' | 'plan'> & { readonly minimumOnly: MinimumOnly }) {
  const say = useWords(planWords)
  const format = useFormat()
  const today = useToday()
  const { projection, plan, minimumOnly } = props
  if (projection.outcome === 'never') return null
  if (minimumOnly.outcome === 'never') return <p className="second">{say('minimumNever')}</p>
  const more = fen(minimumOnly.cost - costOf(projection))
  if (more <= 0) return null
  const amount = (
    <Asked key="more" figure={`plan:minimum-more@${dayText(today)}`} plan={plan}>
      <Amount value={more} form="sentence" />
    </Asked>
  )
  return (
    <p className="second">
      {minimumOnly.freeOn === null
        ? say.rich('costMore', { more: amount })
        : say.rich('costMoreUntil', { more: amount, day: format.dayNear(minimumOnly.freeOn) })}
    </p>
  )
}
