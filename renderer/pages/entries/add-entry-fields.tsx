import type { FieldRefusal } from '#shared/contract/reply.ts'
import { MonthField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { entriesWords } from './entries-words.ts'
import type { EntryDraft } from './entry-draft.ts'

type Props = {
  readonly draft: EntryDraft
  readonly set: (changes: Partial<EntryDraft>) => void
  readonly wrong: (field: keyof EntryDraft) => FieldRefusal | null
}

const ORIGINS = ['trade', 'bill'] as const
const METHODS = ['equal-installment', 'interest-only', 'interest-only-then-equal'] as const

/** What only this kind of entry has. */
export function AddEntryFields(props: Props) {
  const { kind } = props.draft
  if (kind === 'installments') return <PlanFields {...props} />
  if (kind === 'loan') return <LoanFields {...props} />
  return kind === 'deferral' ? <DeferralFields {...props} /> : <PendingField {...props} />
}

function PendingField({ draft, set }: Props) {
  const say = useWords(entriesWords)
  const kind = draft.kind === 'refund' ? 'refund' : 'purchase'
  return (
    <CheckField
      label={say(`add.pending.${kind}`)}
      note={say(`add.pendingNote.${kind}`)}
      checked={draft.pending}
      onChange={(pending) => set({ pending })}
    />
  )
}

function PlanFields(props: Props) {
  const say = useWords(entriesWords)
  const { draft, set, wrong } = props
  return (
    <>
      <SelectField
        label={say('add.origin')}
        value={draft.origin}
        onChange={(origin) => set({ origin })}
        choices={ORIGINS.map((origin) => ({ value: origin, label: say(`add.origin.${origin}`) }))}
      />
      <CountFields {...props} paidNote={say('add.paidNote')} />
      <RateField {...props} label={say('feeRateField')} note={say('add.feeNote')} />
      <MonthField
        label={say(draft.origin === 'bill' ? 'add.fromBill' : 'add.firstBill')}
        value={draft.month}
        onChange={(month) => set({ month })}
        refusal={wrong('month')}
      />
    </>
  )
}

function LoanFields(props: Props) {
  const say = useWords(entriesWords)
  const { draft, set, wrong } = props
  return (
    <>
      <SelectField
        label={say('add.method')}
        value={draft.method}
        onChange={(method) => set({ method })}
        choices={METHODS.map((method) => ({ value: method, label: say(`add.method.${method}`) }))}
      />
      <CountFields {...props} paidNote={say('add.paidNote')} />
      <div className="form-row">
        <RateField {...props} label={say('dailyRateField')} />
        <TextField
          label={say('repayDayField')}
          inputMode="numeric"
          value={draft.repayDay}
          onChange={(repayDay) => set({ repayDay })}
          refusal={wrong('repayDay')}
        />
      </div>
    </>
  )
}

function RateField({ draft, set, wrong, ...names }: Props & { readonly label: string; readonly note?: string }) {
  return (
    <TextField
      {...names}
      inputMode="decimal"
      after="%"
      value={draft.rate}
      onChange={(rate) => set({ rate })}
      refusal={wrong('rate')}
    />
  )
}

function CountFields({ draft, set, wrong, paidNote }: Props & { readonly paidNote: string }) {
  const say = useWords(entriesWords)
  return (
    <div className="form-row">
      <TextField
        label={say('countField')}
        inputMode="numeric"
        value={draft.count}
        onChange={(count) => set({ count })}
        refusal={wrong('count')}
      />
      <TextField
        label={say('paidField')}
        note={paidNote}
        inputMode="numeric"
        value={draft.paid}
        onChange={(paid) => set({ paid })}
        refusal={wrong('paid')}
      />
    </div>
  )
}

function DeferralFields({ draft, set, wrong }: Props) {
  const say = useWords(entriesWords)
  return (
    <>
      <MonthField
        label={say('add.deferredBill')}
        value={draft.month}
        onChange={(month) => set({ month })}
        refusal={wrong('month')}
      />
      <MoneyField label={say('fee')} value={draft.fee} onChange={(fee) => set({ fee })} refusal={wrong('fee')} />
    </>
  )
}
