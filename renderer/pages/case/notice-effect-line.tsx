import type { NoticeEffectView } from '#shared/contract/case-views.ts'
import type { RequestInput } from '#shared/contract/contract.ts'
import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { caseWords } from './case-words.ts'

/** `+¥12.40, 0 days`: the plan projected without the notice's terms and with them. */
export function NoticeEffectLine({ request }: { readonly request: RequestInput<'getNoticeEffect'> }) {
  const answer = useAsk('getNoticeEffect', request, { keepLast: true })
  return (
    <Answered answer={answer} rows={1}>
      {(effect) => <Effect effect={effect} notice={request} />}
    </Answered>
  )
}

type Props = { readonly effect: NoticeEffectView; readonly notice: RequestInput<'getNoticeEffect'> }

function Effect({ effect, notice }: Props) {
  const say = useWords(caseWords)
  const { cost, days, freeOn } = effect
  const figure = `notice${'id' in notice ? `:${notice.id}` : ''}@${dayText(useToday())}`
  const amount = (
    <Ask key="amount" figure={figure} notice={notice}>
      <Amount value={fen(Math.abs(cost)) as Fen} form="sentence" />
    </Ask>
  )
  const end = freeOn.with === null ? say('effectNever') : <DayText key="day" day={freeOn.with} form="year" />
  const late = days === 0 ? 'effectNoDays' : (days ?? 0) > 0 ? 'effectLater' : 'effectEarlier'
  const daysText = days === null ? say('effectDaysUnknown') : say(late, { n: Math.abs(days) })
  const by = effect.plan === null ? 'effectInFull' : effect.plan === '' ? 'effectByOwnPlan' : 'effectByPlan'
  return (
    <p className={cost > 0 || (days ?? 0) > 0 ? 'case-effect is-attention' : 'case-effect second'}>
      <b>
        {cost === 0 ? say('effectSame') : say.rich(cost > 0 ? 'effectMore' : 'effectLess', { amount })}
        {daysText}
      </b>{' '}
      <span className="note">{say.rich(by, { plan: effect.plan ?? '', end })}</span>
    </p>
  )
}
