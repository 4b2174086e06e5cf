import { dayText } from '#shared/kernel/day.ts'
import type { Projection, SettleOrWait } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { planWords } from './plan-words.ts'

/** For every installment plan: what settling it takes on which day, and what it then costs in all. */
export function PlanWait({ projection }: { readonly projection: Projection }) {
  const say = useWords(planWords)
  if (projection.settleOrWait.length === 0) return null
  return (
    <Section title={say('wait')} aside={say('waitNote')}>
      <div className="stack">
        {projection.settleOrWait.map((one) => (
          <WaitTable key={one.plan} one={one} />
        ))}
      </div>
    </Section>
  )
}

function WaitTable({ one }: { readonly one: SettleOrWait }) {
  const say = useWords(planWords)
  const label = hereOrNull(useAsk('getEntry', { id: one.plan }))?.entry.label ?? ''
  return (
    <table className="grid-table dense">
      <thead>
        <tr>
          <th scope="col">{label === '' ? say('waitOn') : label}</th>
          <th scope="col" className="number">
            {say('waitPay')}
          </th>
          <th scope="col" className="number">
            {say('waitCost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {one.options.map((option) => (
          <tr key={option.on}>
            <th scope="row">{dayText(option.on)}</th>
            <td className="number">
              <Amount value={option.pay} />
            </td>
            <td className="number">
              <Amount value={option.costToEnd} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
