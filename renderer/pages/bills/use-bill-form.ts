import { useCallback, useState } from 'react'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { FieldProblem } from '../../components/field.tsx'
import { useToday } from '../../i18n/preferences.tsx'
import { type BillDraft, type BillProblem, billRequest } from './bill-draft.ts'
import type { EnterBill } from './use-enter-bill.ts'

/** Where the border names a field differently from the form. */
const PATHS: Partial<Record<keyof BillDraft, string>> = {
  amount: 'shown',
  minimum: 'shownMinimum',
  principal: 'parts.principal',
  fee: 'parts.fee',
  interest: 'parts.interest',
  penalty: 'parts.penalty',
}

/** One form for a new bill and for a correction: entering a bill again replaces what was entered. */
export function useBillForm(initial: BillDraft, command: EnterBill) {
  const today = useToday()
  const [draft, setDraft] = useState(initial)
  const [wrong, setWrong] = useState<BillProblem | null>(null)

  const change = useCallback((changes: Partial<BillDraft>) => {
    setDraft((before) => ({ ...before, ...changes }))
    setWrong(null)
  }, [])
  const problemOf = (path: keyof BillDraft): FieldProblem | null =>
    wrong?.path === path ? wrong.problem : problemNamed(command.fieldKind(PATHS[path] ?? path))
  const send = async (entry: EntryId | null): Promise<boolean> => {
    const request = billRequest(draft, today)
    if (!request.ok) {
      setWrong(request.refusal)
      return false
    }
    setWrong(null)
    return command.run(request.value, entry)
  }
  return { draft, change, problemOf, send }
}

const problemNamed = (kind: string | null): FieldProblem | null => (kind === null ? null : { kind })
