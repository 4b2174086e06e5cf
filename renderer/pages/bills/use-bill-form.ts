import { useCallback, useState } from 'react'
import type { FieldProblem } from '../../components/field.tsx'
import { useToday } from '../../i18n/preferences.tsx'
import type { Command } from '../../state/use-command.ts'
import { type BillDraft, type BillProblem, billRequest } from './bill-draft.ts'

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
export function useBillForm(initial: BillDraft, command: Command<'enterBill'>) {
  const today = useToday()
  const [draft, setDraft] = useState(initial)
  const [wrong, setWrong] = useState<BillProblem | null>(null)

  const change = useCallback((changes: Partial<BillDraft>) => {
    setDraft((before) => ({ ...before, ...changes }))
    setWrong(null)
  }, [])
  const problemOf = (path: keyof BillDraft): FieldProblem | null =>
    wrong?.path === path ? wrong.problem : command.fieldRefusal(PATHS[path] ?? path)
  const send = async (): Promise<boolean> => {
    const request = billRequest(draft, today)
    if (!request.ok) {
      setWrong(request.refusal)
      return false
    }
    setWrong(null)
    return (await command.run(request.value)) !== null
  }
  return { draft, change, problemOf, send }
}
