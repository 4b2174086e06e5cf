import { type Day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { Projection, SettleOrWait } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { Asked } from './plan-asked.tsx'
import type { DialProps } from './plan-dials.tsx'
import type { PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

type Waiting = DialProps & { readonly plan: PlanInput | null }

/** For every installment plan: what settling it takes on which day, the fees that are then still paid, and what if this plan did. */
export function PlanWait({ projection, ...rest }: Waiting & { readonly projection: Projection }) {
  const say = useWords(planWords)
  if (projection.settleOrWait.length === 0) return null
  return (
    <Section title={say('wait')} aside={say('waitNote')}>
      <div className="stack">
        {projection.settleOrWait.map((one) => (
          <WaitTable key={one.plan} one={one} {...rest} />
        ))}
      </div>
    </Section>
  )
}

function WaitTable({ one, plan, draft, onChange }: Waiting & { readonly one: SettleOrWait }) {
  const say = useWords(planWords)
  const today = useToday()
  const entry = hereOrNull(useAsk('getEntry', { id: one.plan }))?.entry
  const label = entry?.label || say('waitUnnamed')
  const isEarly = draft.settleEarly.includes(one.plan)
  const [now] = one.options
  const last = one.options.at(-1)
  const figure = (what: string, on: Day) => ({ figure: `settle:${one.plan}:${what}@${dayText(on)}`, plan })
  const toggle = (checked: boolean) =>
    onChange({
      settleEarly: checked ? [...draft.settleEarly, one.plan] : draft.settleEarly.filter((id) => id !== one.plan),
    })
  return (
    <div>
      <table className="grid-table dense">
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className="number">
              {say('waitPay')}
            </th>
            <th scope="col" className="number">
              {say('waitCost')}
            </th>
            <th scope="col" className="number">
              {say('waitSaved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.options.map((option, index) => (
            <tr key={option.on}>
              <th scope="row">
                {option.on === today
                  ? say('waitToday')
                  : index === one.options.length - 1
                    ? say.rich('waitEnd', { day: <DayText key="day" day={option.on} form="column" /> })
                    : say.rich('waitDue', { day: <DayText key="day" day={option.on} form="column" /> })}
              </th>
              <td className="number">
                <Asked {...figure('pay', option.on)}>
                  <Amount value={option.pay} />
                </Asked>
              </td>
              <td className="number">
                <Asked {...figure('cost', option.on)}>
                  <Amount value={option.costToEnd} />
                </Asked>
              </td>
              <td className="number is-safe">
                {last === undefined || last.costToEnd <= option.costToEnd ? null : (
                  <Asked {...figure('saved', option.on)}>
                    <Amount value={fen(last.costToEnd - option.costToEnd)} />
                  </Asked>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="wait-end">
        <CheckField label={say('waitInPlan')} checked={isEarly} onChange={toggle} />
        <span className="note">
          {one.savedPerYuan !== 0 && now !== undefined
            ? say.rich('waitPerYuan', {
                amount: (
                  <Asked key="amount" {...figure('per-100', now.on)}>
                    {yuanText(fen(one.savedPerYuan))}
                  </Asked>
                ),
              })
            : say(last === undefined || last.costToEnd === 0 ? 'waitNothing' : 'waitSame')}
        </span>
      </div>
    </div>
  )
}
