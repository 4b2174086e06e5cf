import type { FormEvent } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { isRemembered } from '#shared/statement-files/alike.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useAccountName, useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { AsFields, useSaidAs } from './as-fields.tsx'
import { importWords } from './import-words.ts'
import type { ReviewProps } from './review-queue.tsx'

const KINDS = ['purchase', 'refund', 'repayment', 'unrelated'] as const
type Kind = (typeof KINDS)[number]

/** What a row is that was not understood, and of which account; or that the guess was right. */
export function AsAnswer({ review, alike, resolve }: ReviewProps) {
  const say = useWords(importWords)
  const nameOf = useNameOf()
  const { guess } = review
  const all = hereOrNull(useAsk('listAccounts', {})) ?? []
  const start = {
    as: guess === null || guess.as === 'loan' ? likelyKind(review) : guess.as,
    account: guess?.account ?? soleOf(review.accounts) ?? '',
  }
  const said = useSaidAs<Kind, AccountView>(start, inOrder(all))
  const { as, account } = said
  const of = as === 'unrelated' || account === '' ? null : account
  const send = (all: boolean) =>
    void resolve.run({ id: review.id, alike: all, answer: { kind: 'as', as, account: of } })
  const leave = (all: boolean) => void resolve.run({ id: review.id, alike: all, answer: { kind: 'ignore' } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(false)
  }
  return (
    <form className="review-form" onSubmit={submit}>
      {guess === null ? null : <GuessRight guess={guess} alike={alike} reason={review.reason} onRight={leave} />}
      <div className="review-fields">
        <AsFields said={said} kinds={KINDS} nameOf={nameOf} {...(guess === null ? {} : { label: say('asElse') })} />
      </div>
      <div className="row">
        <Button small submit>
          {say('answer')}
        </Button>
        <AllAlike alike={alike} reason={review.reason} onAll={() => send(true)} />
        {guess === null ? (
          <Button small kind="quiet" onPress={() => leave(false)}>
            {say('dismiss')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** Where the row named none, all of them are possible: none is more likely than Huabei. */
const soleOf = (accounts: readonly string[]): string | null => (accounts.length === 1 ? (accounts[0] ?? null) : null)

/**
 * What is offered first. Money paid back or refunded is no purchase, and where the row names none of the accounts it is
 * not offered as one that makes a debt smaller: who presses without reading must not owe less by it.
 */
function likelyKind({ description, accounts, reason }: ReviewProps['review']): Kind {
  const kind = /还款/.test(description) ? 'repayment' : /退款|退货/.test(description) ? 'refund' : 'purchase'
  const isNamed = reason === 'lender-not-named' || soleOf(accounts) !== null
  return kind === 'purchase' || isNamed ? kind : 'unrelated'
}

type Guessed = {
  readonly guess: NonNullable<ReviewProps['review']['guess']>
  readonly alike: number
  readonly reason: string
  readonly onRight: (all: boolean) => void
}

/** What it counts as already: one press where that is right. */
function GuessRight({ guess, alike, reason, onRight }: Guessed) {
  const say = useWords(importWords)
  const accountName = useAccountName()
  const kind = say(guess.as === 'loan' ? 'kind.disbursement' : `as.${guess.as}`)
  return (
    <div className="row">
      <span>{say('guessed', { kind, account: accountName(guess.account) })}</span>
      <Button small onPress={() => onRight(false)}>
        {say('guessRight')}
      </Button>
      <AllAlike alike={alike} reason={reason} onAll={() => onRight(true)} />
    </div>
  )
}

/** The same answer for all that are alike; a wording is then not asked again, not even the only one of its kind. */
function AllAlike(props: { readonly alike: number; readonly reason: string; readonly onAll: () => void }) {
  const say = useWords(importWords)
  const { alike: n, reason } = props
  if (n === 0 || (n === 1 && !isRemembered(reason))) return null
  const text = n === 1 ? say('alikeLater') : say(isRemembered(reason) ? 'alikeAndLater' : 'alikeAll', { n })
  return (
    <Button small onPress={props.onAll}>
      {text}
    </Button>
  )
}
