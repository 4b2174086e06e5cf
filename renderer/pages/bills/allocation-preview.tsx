import type { RequestInput } from '#shared/contract/contract.ts'
import type { AllocationView } from '#shared/contract/views.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { RefusalNote } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useSettled } from '../../state/use-settled.ts'
import { billsWords } from './bills-words.ts'

/** What the repayment will reduce, line by line; the record makes the same lines. */
export function AllocationPreview({
  request,
  onAmount,
}: {
  readonly request: RequestInput<'recordRepayment'> | null
  /** Takes just what was owed, where more stands there; null where the amount is divided by hand. */
  readonly onAmount: ((amount: Fen) => void) | null
}) {
  const say = useWords(billsWords)
  const settled = useSettled(request)
  const answer = useAsk('previewRepayment', settled ?? { amount: '0', on: '' }, {
    enabled: settled !== null,
    keepLast: true,
  })
  if (settled === null || answer.state === 'waiting') {
    return (
      <section className="preview">
        <p className="label">{say('preview')}</p>
        <p className="note">{say('previewNone')}</p>
      </section>
    )
  }
  if (answer.state === 'refused') return <RefusalNote refusal={answer.refusal} />
  if (answer.state === 'failed') return null
  return <Preview allocation={answer.value} onAmount={onAmount} />
}

function Preview(props: { readonly allocation: AllocationView; readonly onAmount: ((amount: Fen) => void) | null }) {
  const { allocation, onAmount } = props
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const over = overOf(allocation)
  const needed = fen(allocation.amount - (over?.amount ?? 0))
  return (
    <section className="preview" aria-live="polite">
      <p className="label">{say('preview')}</p>
      <dl className="facts">
        {allocation.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one allocation in their own fixed order
          <div className="facts-line" key={index}>
            <dt>
              {nameOf(part.account)} {part.month === null ? null : <>{format.monthShort(part.month)} </>}
              {say(`what.${part.what}`)}
            </dt>
            <dd>
              <Amount value={part.amount} />
            </dd>
          </div>
        ))}
        <dt className="ruled">{say('owedBefore')}</dt>
        <dd className="ruled">
          <Amount value={allocation.owedBefore} />
        </dd>
        <dt className="strong">{say('owedAfter')}</dt>
        <dd className="strong">
          <Amount value={allocation.owedAfter} />
        </dd>
      </dl>
      {allocation.countedOnce > 0 ? (
        <p className="note">{say('countedOnce', { amount: format.amount(allocation.countedOnce) })}</p>
      ) : null}
      {over === null ? null : (
        <p className="note is-attention">{say(`over.${over.what}`, { amount: format.amount(over.amount) })}</p>
      )}
      {over === null || onAmount === null || needed === 0 ? null : (
        <Button small onPress={() => onAmount(needed)}>
          {say('overTake', { amount: format.amount(needed) })}
        </Button>
      )}
      {allocation.certain ? null : <p className="note is-attention">{say('estimated')}</p>}
    </section>
  )
}

const OVER = ['prepaid', 'beyond-records', 'own-money'] as const

/** What is more than is owed, and what becomes of it; null where nothing is. */
export function overOf({
  parts,
}: AllocationView): { readonly what: (typeof OVER)[number]; readonly amount: Fen } | null {
  const over = parts.filter(({ what }) => (OVER as readonly string[]).includes(what))
  const what = OVER.findLast((one) => over.some((part) => part.what === one))
  return what === undefined ? null : { what, amount: sumFen(over.map(({ amount }) => amount)) }
}
