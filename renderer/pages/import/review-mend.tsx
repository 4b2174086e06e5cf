import { type FormEvent, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { usePreferences, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useDraft } from '../../state/use-kept.ts'
import { AsFields, useSaidAs } from './as-fields.tsx'
import { importWords } from './import-words.ts'
import { answerDraft } from './review-drafts.ts'
import type { ReviewProps } from './review-queue.tsx'

const KINDS = ['purchase', 'refund', 'repayment'] as const

type Wrong = { readonly amount?: FieldProblem; readonly on?: FieldProblem }

/** A row that could not be read, made an entry by hand: what it is, of which account, how much, and when. */
export function MendAnswer({ review, alike, resolve }: ReviewProps) {
  const say = useWords(importWords)
  const nameOf = useNameOf()
  const { today } = usePreferences()
  const accounts = inOrder(hereOrNull(useAsk('listAccounts', {})) ?? [])
  const as = useSaidAs<(typeof KINDS)[number], AccountView>({ as: 'purchase' }, accounts)
  const [amount, setAmount] = useDraft(answerDraft(review, 'amount'), '')
  const [on, setOn] = useDraft(answerDraft(review, 'day'), dayText(review.on))
  const [wrong, setWrong] = useState<Wrong>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const money = parseMoneyField(amount)
    const day = parseDayField(on, today)
    if (!money.ok) return setWrong({ amount: money.refusal })
    if (!day.ok) return setWrong({ on: { ...day.refusal, text: on } })
    const account = as.account === '' ? null : as.account
    const said = { as: as.as, account, amount: yuanText(money.value), on: dayText(day.value) }
    void resolve.run({ id: review.id, answer: { kind: 'as', ...said } })
  }
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      {accounts.length === 0 ? null : (
        <div className="review-fields">
          <AsFields said={as} kinds={KINDS} nameOf={nameOf} />
          <MoneyField label={say('mendAmount')} value={amount} refusal={wrong.amount ?? null} onChange={setAmount} />
          <DayField label={say('mendDay')} value={on} refusal={wrong.on ?? null} leaning="past" onChange={setOn} />
        </div>
      )}
      <div className="row">
        {accounts.length === 0 ? null : (
          <Button small submit>
            {say('mendDo')}
          </Button>
        )}
        <Button small kind="quiet" onPress={() => void resolve.run({ id: review.id, answer: { kind: 'ignore' } })}>
          {say('mendNot')}
        </Button>
        {alike < 2 ? null : (
          <Button
            small
            kind="quiet"
            onPress={() => void resolve.run({ id: review.id, alike: true, answer: { kind: 'ignore' } })}
          >
            {say('mendNotAll', { n: alike })}
          </Button>
        )}
      </div>
    </form>
  )
}
