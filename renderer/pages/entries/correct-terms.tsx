import type { RequestInput } from '#shared/contract/contract.ts'
import type { FieldRefusal } from '#shared/contract/reply.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Entry, InstallmentPlan, Loan } from '#shared/ledger/entry.ts'
import { rateInput, wholeInput } from '../../components/field-inputs.ts'
import { CheckField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { entriesWords } from './entries-words.ts'
import { TermFields, type TypedTerms } from './term-fields.tsx'

/** Terms of a plan or a loan as typed. A file names neither fee nor rate: once the user has checked them, they are no longer assumed. */
export type TermsDraft = TypedTerms & { readonly checked: boolean }

type Termed = InstallmentPlan | Loan

export const hasTerms = (entry: Entry): entry is Termed => entry.kind === 'installments' || entry.kind === 'loan'

export function termsOf(entry: Entry): TermsDraft | null {
  if (!hasTerms(entry)) return null
  const isLoan = entry.kind === 'loan'
  return {
    rate: percentText(isLoan ? entry.dailyRate : entry.feeRate).replace('%', ''),
    count: String(entry.count),
    paid: String(isLoan ? entry.paidParts : entry.paidPeriods),
    repayDay: isLoan ? String(entry.repayDay) : '',
    checked: entry.certain,
  }
}

export function TermsFields(props: {
  readonly entry: Termed
  readonly draft: TermsDraft
  readonly onChange: (draft: TermsDraft) => void
  readonly wrong: (field: string) => FieldRefusal | null
}) {
  const say = useWords(entriesWords)
  const { entry, draft, wrong } = props
  const set = (changes: Partial<TermsDraft>) => props.onChange({ ...draft, ...changes })
  return (
    <>
      <TermFields
        kind={entry.kind}
        draft={draft}
        // Whoever types the rate has looked it up.
        set={(changes) => set('rate' in changes ? { ...changes, checked: true } : changes)}
        wrong={(field) => wrong(nameOf(entry, field))}
      />
      {entry.certain ? null : (
        <CheckField label={say('termsChecked')} checked={draft.checked} onChange={(checked) => set({ checked })} />
      )}
    </>
  )
}

/** Where the border names what a field holds. */
function nameOf({ kind }: Termed, field: keyof TypedTerms): string {
  if (field === 'rate') return kind === 'loan' ? 'dailyRate' : 'feeRate'
  return field === 'paid' ? 'paidPeriods' : field
}

type Changes = RequestInput<'editEntry'>['changes']

/** What changed of the terms; the rate goes along when the user says that it was checked. */
export function termsChanges(entry: Entry, draft: TermsDraft | null): Changes {
  const before = termsOf(entry)
  if (draft === null || before === null || !hasTerms(entry)) return {}
  const rate = rateInput(draft.rate)
  const says = rate !== rateInput(before.rate) || (draft.checked && !entry.certain)
  const whole = (name: 'count' | 'paidPeriods' | 'repayDay', text: string, was: string): Changes =>
    text.trim() === was ? {} : { [name]: wholeInput(text) }
  return {
    ...(says ? { [entry.kind === 'loan' ? 'dailyRate' : 'feeRate']: rate } : {}),
    ...whole('count', draft.count, before.count),
    ...whole('paidPeriods', draft.paid, before.paid),
    ...whole('repayDay', draft.repayDay, before.repayDay),
  }
}
