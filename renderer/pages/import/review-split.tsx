import type { FormEvent } from 'react'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { useDraft } from '../../state/use-kept.ts'
import { importWords } from './import-words.ts'
import { answerDraft } from './review-drafts.ts'
import type { ReviewProps } from './review-queue.tsx'

type SplitProposal = Extract<ReviewView['proposal'], { kind: 'split' }>

/** How much of a combined repayment went to each account: the proposal, to be corrected, adding up to the fen. */
export function SplitAnswer({ review, proposal, resolve }: ReviewProps & { readonly proposal: SplitProposal }) {
  const say = useWords(importWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const lines = linesOf(review, proposal)
  const [texts, setTexts] = useDraft<readonly string[]>(
    answerDraft(review, 'split'),
    lines.map(({ amount }) => yuanText(amount)),
  )
  const read = texts.map((text) => (text.trim() === '' ? done(ZERO) : parseMoneyField(text)))
  const amounts = read.map((outcome) => (outcome.ok ? outcome.value : ZERO))
  const left = fen(review.amount - sumFen(amounts))
  // What cannot be read is no nothing: it may be the very part that the others lack.
  const isFit = left === 0 && read.every((outcome) => outcome.ok)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parts = lines.flatMap(({ account, month }, index) =>
      amounts[index] === ZERO ? [] : [{ account, amount: yuanText(amounts[index]!), month: monthOrNull(month) }],
    )
    if (isFit) void resolve.run({ id: review.id, answer: { kind: 'split', parts } })
  }
  const leftText = format.amount(fen(Math.abs(left)))
  const sum =
    left === 0
      ? say('splitFits', { amount: format.amount(review.amount) })
      : say(left > 0 ? 'splitLeft' : 'splitOver', { left: leftText })
  const state = read.every((outcome) => outcome.ok) ? sum : say('splitUnread')
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <div className="review-fields">
        {lines.map(({ account, month }, index) => (
          <MoneyField
            key={`${account}-${month}`}
            label={month === null ? nameOf(account) : `${nameOf(account)} ${format.monthShort(month)}`}
            value={texts[index] ?? ''}
            onChange={(text) => setTexts(texts.map((old, at) => (at === index ? text : old)))}
          />
        ))}
      </div>
      <p className="note row">
        <CertaintyMark value={proposal.certain ? 'derived' : 'assumed'} />
        {say(proposal.certain ? 'splitCertain' : proposal.isRemembered ? 'splitRemembered' : 'splitGuess')}
      </p>
      <div className="row">
        <Button small submit cannot={isFit ? null : state}>
          {say('splitSave')}
        </Button>
        <span className={isFit ? 'note is-safe' : 'note is-attention'} role="status">
          {state}
        </span>
      </div>
    </form>
  )
}

const monthOrNull = (month: SplitProposal['parts'][number]['month']): string | null =>
  month === null ? null : monthText(month)

/** The parts proposed, and a line for every account that it may concern beside them. */
function linesOf(review: ReviewView, proposal: SplitProposal): SplitProposal['parts'] {
  const missing = review.accounts.filter((account) => !proposal.parts.some((part) => part.account === account))
  return [...proposal.parts, ...missing.map((account) => ({ account, month: review.month, amount: ZERO }))]
}
