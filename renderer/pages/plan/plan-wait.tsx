import type { ReactNode } from 'react'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { accountsOf } from '#shared/ledger/entry.ts'
import type { Projection, SettleOrWait } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { debtName } from './debt-name.ts'
import { Asked } from './plan-asked.tsx'
import type { DialProps } from './plan-dials.tsx'
import { monthlyOf, type PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

type Waiting = DialProps & { readonly plan: PlanInput | null }

/** For every installment plan and loan: what settling it takes on which day, what is then still paid for it, and what if a plan were. */
export function PlanWait({ projection, plan, draft, onChange }: Waiting & { readonly projection: Projection }) {
  const say = useWords(planWords)
  const { settleOrWait, loanSettleOrWait } = projection
  if (settleOrWait.length + loanSettleOrWait.length === 0) return null
  const toggle = (id: string, isEarly: boolean) =>
    onChange({ settleEarly: isEarly ? [...draft.settleEarly, id] : draft.settleEarly.filter((one) => one !== id) })
  // Money for what is due alone leaves nothing to settle with.
  const hasNothingOver =
    draft.moneyKind === 'monthly' &&
    monthlyOf(draft) === null &&
    draft.lumps.length === 0 &&
    draft.recurring.length === 0
  return (
    <Section title={say('wait')} aside={say('waitNote')}>
      <div className="stack">
        {settleOrWait.map(({ plan: id, ...one }) => (
          <WaitTable key={id} id={id} one={one} plan={plan} cost="waitCost">
            <CheckField
              label={say('waitInPlan')}
              checked={draft.settleEarly.includes(id)}
              onChange={(checked) => toggle(id, checked)}
            />
            {draft.settleEarly.includes(id) && hasNothingOver ? (
              <span className="note">{say('waitNeedsMoney')}</span>
            ) : null}
          </WaitTable>
        ))}
        {loanSettleOrWait.map(({ loan: id, ...one }) => (
          <WaitTable key={id} id={id} one={one} plan={plan} cost="waitInterest">
            <span className="note">{say('waitNoFee')}</span>
          </WaitTable>
        ))}
      </div>
    </Section>
  )
}

function WaitTable(props: {
  readonly id: string
  readonly one: Omit<SettleOrWait, 'plan'>
  readonly plan: PlanInput | null
  readonly cost: 'waitCost' | 'waitInterest'
  readonly children: ReactNode
}) {
  const say = useWords(planWords)
  const today = useToday()
  const { id, one, plan } = props
  const nameOf = useAccountName()
  const entry = hereOrNull(useAsk('getEntry', { id }))?.entry
  const [now] = one.options
  const last = one.options.at(-1)
  const figure = (what: string, on: Day) => ({ figure: `settle:${id}:${what}@${dayText(on)}`, plan })
  return (
    <div>
      <table className="grid-table dense">
        <thead>
          <tr>
            <th scope="col">
              {entry === undefined ? null : debtName(entry.label, accountsOf(entry).map(nameOf).join())}
            </th>
            {(['waitPay', props.cost, 'waitSaved'] as const).map((word) => (
              <th key={word} scope="col" className="number">
                {say(word)}
              </th>
            ))}
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
        {props.children}
        <span className="note">
          {one.savedPerYuan > 0 && now !== undefined
            ? say.rich('waitPerYuan', {
                amount: (
                  <Asked key="amount" {...figure('per-100', now.on)}>
                    {yuanText(fen(one.savedPerYuan))}
                  </Asked>
                ),
              })
            : props.cost === 'waitCost'
              ? say(last === undefined || last.costToEnd === 0 ? 'waitNothing' : 'waitSame')
              : null}
        </span>
      </div>
    </div>
  )
}
