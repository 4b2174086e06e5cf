import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { TodayAction } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Board, BoardRow } from '../../components/board.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence, useSentence } from '../../i18n/sentences.tsx'
import { billPathOf, REPAY_PATH, repayPathOf } from '../../state/places.ts'
import { useQuestionsSaid } from '../../state/questions-said.ts'
import { useCommand } from '../../state/use-command.ts'
import { todayWords } from './today-words.ts'

/** Where the next step of an action is taken; a receipt is confirmed on the spot. */
const PLACES = { review: '/import', 'copy-quota': '/closure', import: '/import', case: '/case' } as const

/** Money goes to its bill, or to the form of a repayment where there is none. */
function placeOf({ kind, account, do: what }: TodayAction): string | null {
  if (kind === 'confirm-receipt') return null
  if (kind !== 'repay' && kind !== 'prepare') return PLACES[kind]
  const bill = String(what.values.bill ?? '')
  if (account === null) return REPAY_PATH
  return bill === '' ? repayPathOf(account) : billPathOf(account, bill)
}

/** More than these is a calendar, not what to do next. */
const ACTIONS_AT_FIRST = 7

/** The timetable of what is to be done, in order of day. */
export function NextActions({ actions }: { readonly actions: readonly TodayAction[] }) {
  const say = useWords(todayWords)
  const [all, setAll] = useState(false)
  const shown = all ? actions : actions.slice(0, ACTIONS_AT_FIRST)
  const hidden = actions.length - shown.length
  if (actions.length === 0) {
    return (
      <Section title={say('next')}>
        <p className="second">{say('nextNone')}</p>
      </Section>
    )
  }
  return (
    <Section title={say('next')} aside={say('nextNote')}>
      <Board label={say('next')}>
        {shown.map((action) => (
          // With its values: several bills of one account may be overdue on one day.
          <ActionRow key={JSON.stringify([action.on, action.account, action.entry, action.do])} action={action} />
        ))}
      </Board>
      {hidden === 0 ? null : (
        <div className="row after-board">
          <Button kind="quiet" small onPress={() => setAll(true)}>
            {say('nextMore', { n: hidden })}
          </Button>
        </div>
      )}
    </Section>
  )
}

function ActionRow({ action }: { readonly action: TodayAction }) {
  const say = useWords(todayWords)
  const sentence = useSentence('todo')
  const today = useToday()
  const [, navigate] = useLocation()
  const what = sentence(action.do)
  const receipt = useCommand('confirmReceipt', { done: () => say('receiptDone', { what }), canUndo: true })
  const act = () => {
    const place = placeOf(action)
    if (place !== null) navigate(place)
    else if (action.entry !== null) void receipt.run({ id: action.entry, on: dayText(today) })
  }
  return (
    <BoardRow
      day={action.on === today ? <b>{say('title')}</b> : <DayText day={action.on} form="short" weekday />}
      what={<Sentence room="todo" {...action.do} />}
      amount={action.amount === null ? null : <AskedUnlessZero figure={action.explain} amount={action.amount} />}
      action={
        <Button small onPress={act}>
          {say(placeOf(action)?.startsWith(REPAY_PATH) ? 'do.record' : `do.${action.kind}`)}
          <span className="unseen"> {what}</span>
        </Button>
      }
    />
  )
}

/** Questions that only the user can answer; the figures stay `assumed` until then. */
export function NeedsAnswer({ reviews }: { readonly reviews: readonly ReviewView[] }) {
  const say = useWords(todayWords)
  const questionsSaid = useQuestionsSaid()
  return (
    <Section title={say('asks')} aside={questionsSaid(reviews)}>
      <ul className="list">
        {reviews.slice(0, 5).map((review) => (
          <li key={review.id}>
            <Link href="/import/reviews">
              <DayText day={review.on} form="short" /> <Sentence room="review" code={review.reason} />
            </Link>
            <span className="note">{shownText(review.label)}</span>
            <Amount value={review.amount} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
