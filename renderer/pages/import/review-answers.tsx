import { type FormEvent, useState } from 'react'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { Button } from '../../components/button.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { useDraft } from '../../state/use-kept.ts'
import { importWords } from './import-words.ts'
import { answerDraft } from './review-drafts.ts'
import type { ReviewProps } from './review-queue.tsx'

type Proposal<K> = { readonly proposal: Extract<ReviewView['proposal'], { kind: K }> }

const ALONE = ''
const NOT_CHOSEN = 'not-chosen'

/** Which purchase a refund belongs to, those of the same shop first; or none. Another shop's is never the answer by itself. */
export function RefundAnswer({ review, proposal, resolve }: ReviewProps & Proposal<'refund-of'>) {
  const say = useWords(importWords)
  const format = useFormat()
  const { candidates } = proposal
  const [likely] = candidates
  const [entry, setEntry] = useState<string>(
    likely === undefined ? ALONE : likely.label === review.label ? likely.entry : NOT_CHOSEN,
  )
  const choices = candidates.map((one) => ({
    value: one.entry,
    label: `${dayText(one.on)}  ${one.label}  ${format.amount(one.amount)}`,
  }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void resolve.run({ id: review.id, answer: { kind: 'refund-of', entry: entry === ALONE ? null : entry } })
  }
  return (
    <form className="review-form" onSubmit={submit}>
      <SelectField
        label={say('refundPick')}
        choices={[
          ...(entry === NOT_CHOSEN ? [{ value: NOT_CHOSEN, label: say('refundNotChosen') }] : []),
          ...choices,
          { value: ALONE, label: say('refundAlone') },
        ]}
        value={entry}
        onChange={setEntry}
      />
      <div className="row">
        <Button small submit cannot={entry === NOT_CHOSEN ? say('refundNotChosen') : null}>
          {say('answer')}
        </Button>
      </div>
    </form>
  )
}

/** How much of a purchase paid in several ways was on credit. */
export function OwnAmountAnswer({ review, proposal, resolve }: ReviewProps & Proposal<'own-amount'>) {
  const say = useWords(importWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const [text, setText] = useDraft(answerDraft(review, 'amount'), '')
  const [wrong, setWrong] = useState<FieldProblem | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amount = parseMoneyField(text)
    if (!amount.ok) return setWrong(amount.refusal)
    const answer = { kind: 'own-amount', account: proposal.account, amount: yuanText(amount.value) } as const
    void resolve.run({ id: review.id, answer })
  }
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <MoneyField
        label={say('ownAmount', { account: nameOf(proposal.account) })}
        note={say('ownAmountMost', { amount: format.amount(proposal.atMost) })}
        value={text}
        refusal={wrong}
        onChange={(next) => {
          setText(next)
          setWrong(null)
        }}
      />
      <div className="row">
        <Button small submit>
          {say('answer')}
        </Button>
      </div>
    </form>
  )
}
