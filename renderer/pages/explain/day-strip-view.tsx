import { addDays } from '#shared/kernel/day.ts'
import { DayText } from '../../components/day-text.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import type { Stretch } from './day-strip.ts'
import { explainWords } from './explain-words.ts'

/** One cell a day: solid is over, dashed is still to come. The table below says the same in figures. */
export function DayStrip({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const say = useWords(explainWords)
  const today = useToday()
  return (
    <div className="strip">
      {stretches.map((stretch) => (
        <figure key={stretch.from} style={{ flexGrow: stretch.days }}>
          <figcaption className="label">
            {say.rich('stretch', {
              from: <DayText key="from" day={stretch.from} />,
              through: <DayText key="through" day={stretch.through} />,
              days: stretch.days,
            })}
          </figcaption>
          <div className="day-strip" aria-hidden="true">
            {Array.from({ length: stretch.days }, (_, index) => addDays(stretch.from, index)).map((day) => (
              <span key={day} className={day > today ? 'not-yet' : undefined} />
            ))}
          </div>
        </figure>
      ))}
    </div>
  )
}
