import type { Day } from '#shared/kernel/day.ts'
import { DayField } from '../../components/day-field.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { type BillDraft, PART_FIELDS, partsSum } from './bill-draft.ts'
import { billsWords } from './bills-words.ts'

type Props = {
  readonly draft: BillDraft
  /** The due day of the bill that is typed; null while its month cannot be read. */
  readonly dueOn: Day | null
  readonly onChange: (changes: Partial<BillDraft>) => void
  readonly problemOf: (path: keyof BillDraft) => FieldProblem | null
}

const PART_LABELS = {
  principal: 'partPrincipal',
  fee: 'partFee',
  interest: 'partInterest',
  penalty: 'partPenalty',
} as const

/** What may be said of a bill beside its total: Alipay's minimum, its parts, and whether it was paid already. */
export function BillDetails(props: Props) {
  const { draft, onChange, problemOf } = props
  const say = useWords(billsWords)
  return (
    <div className="bill-details">
      <MoneyField
        label={say('minimum')}
        note={say('minimumNote')}
        value={draft.minimum}
        refusal={problemOf('minimum')}
        onChange={(minimum) => onChange({ minimum })}
      />
      <PaidChoice {...props} />
      <fieldset className="bill-parts">
        <legend className="label">{say('parts')}</legend>
        {PART_FIELDS.map((name) => (
          <MoneyField
            key={name}
            label={say(PART_LABELS[name])}
            value={draft[name]}
            refusal={problemOf(name)}
            onChange={(text) => onChange({ [name]: text })}
          />
        ))}
        <PartsSum draft={draft} />
      </fieldset>
    </div>
  )
}

function PaidChoice({ draft, dueOn, onChange, problemOf }: Props) {
  const say = useWords(billsWords)
  const format = useFormat()
  const choices = [
    { value: 'none', label: say('paidNone') },
    { value: 'all', label: say('paidAll') },
    { value: 'some', label: say('paidSome') },
  ] as const
  return (
    <div className="field bill-paid">
      <span className="field-name">{say('paidTitle')}</span>
      <Segmented
        label={say('paidTitle')}
        choices={choices}
        value={draft.paidKind}
        onChange={(paidKind) => onChange({ paidKind })}
      />
      {draft.paidKind === 'some' ? (
        <>
          <MoneyField
            label={say('paid')}
            value={draft.paid}
            refusal={problemOf('paid')}
            onChange={(paid) => onChange({ paid })}
          />
          <DayField
            label={say('paidOn')}
            leaning="past"
            value={draft.paidOn}
            refusal={problemOf('paidOn')}
            onChange={(paidOn) => onChange({ paidOn })}
          />
          <p className="note">{say(draft.paidWas === '' ? 'paidOnNote' : 'paidOnWas')}</p>
        </>
      ) : null}
      {draft.paidKind === 'all' ? (
        <DayField
          label={say('paidOn')}
          leaning="past"
          note={draft.paidOn.trim() === '' && dueOn !== null ? say('paidOnDue', { day: format.day(dueOn) }) : undefined}
          value={draft.paidOn}
          refusal={problemOf('paidOn')}
          onChange={(paidOn) => onChange({ paidOn })}
        />
      ) : null}
    </div>
  )
}

function PartsSum({ draft }: { readonly draft: BillDraft }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const parts = partsSum(draft)
  if (parts === null) return <p className="note">{say('partsNote')}</p>
  const sum = format.amount(parts.sum)
  const left = format.amount(Math.abs(parts.left) as typeof parts.left)
  const text =
    parts.left === 0 ? say('partsSum', { sum }) : say(parts.left > 0 ? 'partsLeft' : 'partsOver', { sum, left })
  return (
    <p className={parts.left === 0 ? 'note is-safe' : 'note is-attention'} role="status">
      {text}
    </p>
  )
}
