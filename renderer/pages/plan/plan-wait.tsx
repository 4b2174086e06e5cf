import { fen, yuanText } from '#shared/kernel/money.ts'
import type { Projection, SettleOrWait } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import type { DialProps } from './plan-dials.tsx'
import { planWords } from './plan-words.ts'

/** For every installment plan: what settling it takes on which day, the fees that are then still paid, and what if this plan did. */
export function PlanWait({ projection, ...dial }: DialProps & { readonly projection: Projection }) {
  const say = useWords(planWords)
  if (projection.settleOrWait.length === 0) return null
  return (
    <Section title={say('wait')} aside={say('waitNote')}>
      <div className="stack">
        {projection.settleOrWait.map((one) => (
          <WaitTable key={one.plan} one={one} {...dial} />
        ))}
      </div>
    </Section>
  )
}

function WaitTable({ one, draft, onChange }: DialProps & { readonly one: SettleOrWait }) {
  const say = useWords(planWords)
  const today = useToday()
  const entry = hereOrNull(useAsk('getEntry', { id: one.plan }))?.entry
  const label = entry?.label || say('waitUnnamed')
  const isEarly = draft.settleEarly.includes(one.plan)
  const last = one.options.at(-1)
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
                <Amount value={option.pay} />
              </td>
              <td className="number">
                <Amount value={option.costToEnd} />
              </td>
              <td className="number is-safe">
                {last === undefined || last.costToEnd <= option.costToEnd ? null : (
                  <Amount value={fen(last.costToEnd - option.costToEnd)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="wait-end">
        <CheckField label={say('waitInPlan')} checked={isEarly} onChange={toggle} />
        <span className="note">
          {one.savedPerYuan !== 0
            ? say('waitPerYuan', { amount: yuanText(fen(one.savedPerYuan)) })
            : say(last === undefined || last.costToEnd === 0 ? 'waitNothing' : 'waitSame')}
        </span>
      </div>
    </div>
  )
}
