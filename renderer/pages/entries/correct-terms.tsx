import type { RequestInput } from '#shared/contract/contract.ts'
import type { FieldRefusal } from '#shared/contract/reply.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Entry, InstallmentPlan, Loan } from '#shared/ledger/entry.ts'
import { CheckField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { entriesWords } from './entries-words.ts'

/** Terms of a plan or a loan as typed. A file names neither fee nor rate: once the user has checked them, they are no longer assumed. */
export type TermsDraft = {
  readonly rate: string
  readonly count: string
  readonly paid: string
  readonly repayDay: string
  readonly checked: boolean
}

type Termed = InstallmentPlan | Loan

export const hasTerms = (entry: Entry): entry is Termed => entry.kind === 'installments' || entry.kind === 'loan'

export function termsOf(entry: Entry): TermsDraft | null {
  if (!hasTerms(entry)) return null
  const isLoan = entry.kind === 'loan'
  return {
    rate: percentText(isLoan ? entry.dailyRate : entry.feeRate),
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
  const isLoan = entry.kind === 'loan'
  const set = (changes: Partial<TermsDraft>) => props.onChange({ ...draft, ...changes })
  return (
    <>
      <TextField
        label={say(isLoan ? 'dailyRateField' : 'feeRateField')}
        value={draft.rate}
        onChange={(rate) => set({ rate, checked: true })}
        refusal={wrong(isLoan ? 'dailyRate' : 'feeRate')}
      />
      <TextField
        label={say('countField')}
        inputMode="numeric"
        value={draft.count}
        onChange={(count) => set({ count })}
        refusal={wrong('count')}
      />
      <TextField
        label={say('paidField')}
        inputMode="numeric"
        value={draft.paid}
        onChange={(paid) => set({ paid })}
        refusal={wrong('paidPeriods')}
      />
      {isLoan ? (
        <TextField
          label={say('repayDayField')}
          inputMode="numeric"
          value={draft.repayDay}
          onChange={(repayDay) => set({ repayDay })}
          refusal={wrong('repayDay')}
        />
      ) : null}
      {entry.certain ? null : (
        <CheckField label={say('termsChecked')} checked={draft.checked} onChange={(checked) => set({ checked })} />
      )}
    </>
  )
}

type Changes = RequestInput<'editEntry'>['changes']

/** What changed of the terms; the rate goes along when the user says that it was checked. */
export function termsChanges(entry: Entry, draft: TermsDraft | null): Changes {
  const before = termsOf(entry)
  if (draft === null || before === null || !hasTerms(entry)) return {}
  const rate = /%$/.test(draft.rate.trim()) ? draft.rate.trim() : `${draft.rate.trim()}%`
  const says = rate !== before.rate || (draft.checked && !entry.certain)
  const whole = (name: 'count' | 'paidPeriods' | 'repayDay', text: string, was: string): Changes =>
    text.trim() === was ? {} : { [name]: Number(text) }
  return {
    ...(says ? { [entry.kind === 'loan' ? 'dailyRate' : 'feeRate']: rate } : {}),
    ...whole('count', draft.count, before.count),
    ...whole('paidPeriods', draft.paid, before.paid),
    ...whole('repayDay', draft.repayDay, before.repayDay),
  }
}
