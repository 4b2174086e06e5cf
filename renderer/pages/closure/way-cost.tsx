import type { Closure } from '#shared/outlook/answers.ts'
import { DayText } from '../../components/day-text.tsx'
import { ShownOrAsked } from '../../components/shown-beside.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { closureWords } from './closure-words.ts'

/** What closing costs on the way in fees and interest: the cheapest way first, the other below it, each with its day. */
export function WayCost({ choice }: { readonly choice: Closure['choice'] }) {
  const say = useWords(closureWords)
  const today = useToday()
  if (choice === null) return <span className="second">{say('wayFree')}</span>
  const { soonest, bySchedule } = choice
  const ways = [
    { ...soonest, word: 'waySoonest' as const },
    { ...bySchedule, word: 'wayBySchedule' as const },
  ]
  const [cheapest, other] = soonest.cost <= bySchedule.cost ? ways : ways.toReversed()
  const dayOf = (way: (typeof ways)[number]) =>
    say.rich(way.word, { day: way.on === today ? say('choiceToday') : <DayText key="day" day={way.on} form="short" /> })
  return (
    <>
      <ShownOrAsked {...cheapest!} amount={cheapest!.cost} />
      <small>{dayOf(cheapest!)}</small>
      <small className="way-other">
        <ShownOrAsked {...other!} amount={other!.cost} /> {dayOf(other!)}
      </small>
    </>
  )
}
