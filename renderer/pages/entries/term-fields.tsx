import type { FieldRefusal } from '#shared/contract/reply.ts'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { entriesWords } from './entries-words.ts'

/** Terms of installments or a loan as typed: the rate in percent, without its sign. */
export type TypedTerms = {
  readonly rate: string
  readonly count: string
  readonly paid: string
  readonly repayDay: string
}

type Props = {
  readonly kind: 'installments' | 'loan'
  readonly draft: TypedTerms
  readonly set: (changes: Partial<TypedTerms>) => void
  readonly wrong: (field: keyof TypedTerms) => FieldRefusal | null
}

/** How many parts, how many of them are paid, the rate, and of a loan its day of the month. */
export function TermFields(props: Props) {
  const say = useWords(entriesWords)
  const { kind, draft, set, wrong } = props
  const rate = (
    <TextField
      label={say(kind === 'loan' ? 'dailyRateField' : 'feeRateField')}
      {...(kind === 'installments' && { note: say('add.feeNote') })}
      inputMode="decimal"
      after="%"
      value={draft.rate}
      onChange={(rate) => set({ rate })}
      refusal={wrong('rate')}
    />
  )
  return (
    <>
      <div className="form-row">
        <WholeField {...props} field="count" label={say('countField')} />
        <WholeField {...props} field="paid" label={say('paidField')} note={say('add.paidNote')} />
      </div>
      {kind === 'loan' ? (
        <div className="form-row">
          {rate}
          <WholeField {...props} field="repayDay" label={say('repayDayField')} />
        </div>
      ) : (
        rate
      )}
    </>
  )
}

function WholeField(
  props: Props & {
    readonly field: 'count' | 'paid' | 'repayDay'
    readonly label: string
    readonly note?: string
  },
) {
  const { field, label, note, draft, set, wrong } = props
  return (
    <TextField
      label={label}
      {...(note !== undefined && { note })}
      inputMode="numeric"
      value={draft[field]}
      onChange={(text) => set({ [field]: text })}
      refusal={wrong(field)}
    />
  )
}
