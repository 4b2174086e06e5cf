import type { FieldRefusal } from '#shared/contract/reply.ts'
import { dayText } from '#shared/kernel/day.ts'
import { MonthField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { entriesWords } from './entries-words.ts'
import { type EntryDraft, refundSought } from './entry-draft.ts'
import { TermFields } from './term-fields.tsx'

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
  if (kind === 'deferral') return <DeferralFields {...props} />
  return (
    <>
      {kind === 'refund' ? <RefundOfField {...props} /> : null}
      <PendingField {...props} />
    </>
  )
}

const ALONE = ''

/** The purchases that fit what is typed, the likeliest first; the one that was chosen stays whatever is typed then. */
function RefundOfField({ draft, set, wrong }: Props) {
  const say = useWords(entriesWords)
  const format = useFormat()
  const today = useToday()
  const found = hereOrNull(useAsk('listRefundCandidates', refundSought(draft, today), { keepLast: true })) ?? []
  const chosen = draft.of
  const offered = chosen === null || found.some(({ entry }) => entry === chosen.entry) ? found : [chosen, ...found]
  const choose = (entry: string) => {
    const of = offered.find((one) => one.entry === entry) ?? null
    set({ of, ...(draft.label.trim() === '' && of !== null ? { label: of.label } : {}) })
  }
  return (
    <SelectField
      label={say('add.refundOf')}
      note={say('add.refundOfNote')}
      value={chosen?.entry ?? ALONE}
      onChange={choose}
      refusal={wrong('of')}
      choices={[
        { value: ALONE, label: say('add.refundAlone') },
        ...offered.map((one) => ({
          value: one.entry as string,
          label: `${dayText(one.on)}  ${one.label}  ${format.amount(one.amount)}`,
        })),
      ]}
    />
  )
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

function PlanFields({ draft, set, wrong }: Props) {
  const say = useWords(entriesWords)
  return (
    <>
      <SelectField
        label={say('add.origin')}
        value={draft.origin}
        onChange={(origin) => set({ origin })}
        choices={ORIGINS.map((origin) => ({ value: origin, label: say(`add.origin.${origin}`) }))}
      />
      <TermFields kind="installments" draft={draft} set={set} wrong={wrong} />
      <MonthField
        label={say(draft.origin === 'bill' ? 'add.fromBill' : 'add.firstBill')}
        value={draft.month}
        onChange={(month) => set({ month })}
        refusal={wrong('month')}
      />
    </>
  )
}

function LoanFields({ draft, set, wrong }: Props) {
  const say = useWords(entriesWords)
  return (
    <>
      <SelectField
        label={say('add.method')}
        value={draft.method}
        onChange={(method) => set({ method })}
        choices={METHODS.map((method) => ({ value: method, label: say(`add.method.${method}`) }))}
      />
      <TermFields kind="loan" draft={draft} set={set} wrong={wrong} />
    </>
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
