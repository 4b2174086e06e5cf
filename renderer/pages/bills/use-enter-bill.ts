import type { RequestInput } from '#shared/contract/contract.ts'
import { parseMonth } from '#shared/kernel/day.ts'
import { type Fen, parseYuan } from '#shared/kernel/money.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import { showToast } from '../../components/toast-list.ts'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { type Failure, useCommand } from '../../state/use-command.ts'
import { billsWords } from './bills-words.ts'

export type EnterBill = {
  /** True once it is written; `entry` is what it replaces. */
  readonly run: (request: RequestInput<'enterBill'>, entry: EntryId | null) => Promise<boolean>
  readonly failure: Failure | null
  readonly fieldKind: (path: string) => string | null
}

/** A bill entered, or entered again: what was there before is superseded and stays in the history. */
export function useEnterBill(): EnterBill {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const today = useToday()
  const said = ({ account, month, shown }: RequestInput<'enterBill'>) => {
    const [parsed, amount] = [parseMonth(month), parseYuan(shown ?? '')]
    return {
      name: nameOf(account),
      month: parsed.ok ? format.month(parsed.value) : month,
      amount: amount.ok ? format.amount(amount.value) : '',
    }
  }
  const once = (already: Fen) => (already > 0 ? say('paidAlready', { amount: format.amount(already) }) : '')
  const enter = useCommand('enterBill')
  const edit = useCommand('editEntry')

  const run: EnterBill['run'] = async (request, entry) => {
    enter.clear()
    edit.clear()
    if (entry === null) {
      const bill = await enter.run(request)
      if (bill === null) return false
      const isPaid = bill.total > 0 && request.paid === request.shown
      const isPast = bill.dueOn < today && bill.total > 0 && (request.paid ?? '0') === '0'
      const entered = say(isPaid ? 'enteredPaid' : isPast ? 'enteredPast' : 'entered', {
        ...said(request),
        due: format.day(bill.dueOn),
      })
      showToast({ text: `${entered}${once(bill.paidAlready)}`, undo: true })
      return true
    }
    const { shown, shownMinimum, parts, paid, paidOn } = request
    const changes = {
      shown: shown ?? null,
      shownMinimum: shownMinimum ?? null,
      parts: parts ?? null,
      paid: paid ?? '0',
      paidOn: paidOn ?? null,
    }
    const corrected = await edit.run({ id: entry, changes })
    if (corrected === null) return false
    showToast({ text: `${say('corrected', said(request))}${once(corrected.paidAlready)}`, undo: true })
    return true
  }
  return {
    run,
    failure: enter.failure ?? edit.failure,
    fieldKind: (path) => (enter.fieldRefusal(path) ?? edit.fieldRefusal(`changes.${path}`))?.kind ?? null,
  }
}
