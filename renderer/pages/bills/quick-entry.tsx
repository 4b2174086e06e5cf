import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { AccountView, BillView } from '#shared/contract/views.ts'
import { addMonths, type Day, type Month, monthOf, monthText } from '#shared/kernel/day.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { Button } from '../../components/button.tsx'
import { MonthField } from '../../components/day-field.tsx'
import { parseMonthField } from '../../components/field-parsing.ts'
import { KeyHint } from '../../components/key-hint.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { draftOr, keepDraft } from '../../components/unrecorded.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { takeBillEntryStart } from '../../state/bill-entry-start.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { draftName } from '../../state/use-kept.ts'
import { type BillDraft, draftAfter, emptyDraft, forAccount, hasDetails, isTyped } from './bill-draft.ts'
import { BillDetails } from './bill-fields.tsx'
import { billsWords } from './bills-words.ts'
import { type CoverageRow, nextToEnter } from './coverage-months.ts'
import { useBillForm } from './use-bill-form.ts'
import { useEnterBill } from './use-enter-bill.ts'
import { useZeroBill, ZeroBillNote } from './zero-bill.tsx'

/** Account, month, amount, Enter, next: the month goes on by itself and the focus stays in the amount. */
export function QuickEntry(props: {
  readonly accounts: readonly AccountView[]
  readonly rows: readonly CoverageRow[]
  readonly bills: readonly BillView[]
  readonly today: Day
  /** Chosen in the grid; a new object for every press. */
  readonly chosen: BillKey | null
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useNameOf()
  const [, navigate] = useLocation()
  const amountBox = useRef<HTMLDivElement>(null)
  const { start, keep } = useKeptDraft(props)
  const [more, setMore] = useState(() => hasDetails(start))
  const enter = useEnterBill()
  const form = useBillForm(start, enter)
  const { draft } = form
  useEffect(() => keep(draft), [keep, draft])
  const row = props.rows.find(({ account }) => account.id === draft.account)
  const month = parseMonthField(draft.month, props.today)
  const copied = hereOrNull(useAsk('listEntries', { account: draft.account, kind: 'bill', limit: 500 }))
  const entry = copied?.rows.find((one) => month.ok && one.month === month.value)?.id ?? null
  const focusAmount = () => amountBox.current?.querySelector('input')?.focus()

  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const asked = takeBillEntryStart()
    if (asked === null) return
    wanted.current = asked.account
    amountBox.current?.querySelector('input')?.focus()
  }, [])

  const { change } = form
  // An account that was only just added is among the rows a moment later.
  useEffect(() => {
    const named = props.rows.find(({ account }) => account.id === wanted.current)
    if (named === undefined) return
    wanted.current = null
    change({ account: named.account.id, month: monthText(nextToEnter(named, [], props.today)), paidKind: 'none' })
  }, [props.rows, props.today, change])
  useEffect(() => {
    if (props.chosen === null) return
    change({ account: props.chosen.account, month: monthText(props.chosen.month) })
    amountBox.current?.querySelector('input')?.focus()
  }, [props.chosen, change])

  const before = props.bills.find((bill) => bill.account === draft.account && month.ok && bill.month === month.value)
  const dueOn = row && month.ok ? cycleOfMonth(row.account.terms, month.value).dueOn : null
  const zero = useZeroBill(before ?? null)
  const next = following(row, month.ok ? month.value : monthOf(props.today), props.today)
  const enterIt = async () => {
    zero.clear()
    if (!(await form.send(entry))) return focusAmount()
    form.change(draftAfter(draft, monthText(next), more))
    focusAmount()
  }
  const showMore = () => {
    setMore(!more)
    // Out of sight, a choice that only went on from the last bill would be one that nobody made.
    if (more && !isTyped(draft)) form.change({ paidKind: 'none' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!zero.ask(draft.amount)) void enterIt()
  }

  const hasMissing = row?.months.some(({ state }) => state === 'missing') ?? false
  const note =
    before?.shown != null
      ? say('exists', { month: format.month(before.month), amount: format.amount(before.shown) })
      : say(hasMissing ? 'quickMissing' : month.ok && next !== month.value ? 'quickNote' : 'quickLast')
  return (
    <form className="quick" aria-label={say('quick')} onSubmit={submit} noValidate>
      <div className="quick-line">
        <SelectField
          label={say('account')}
          choices={props.rows.map(({ account }) => ({ value: account.id, label: nameOf(account) }))}
          value={draft.account}
          onChange={(account) => {
            const other = props.rows.find((one) => one.account.id === account)
            form.change({
              ...forAccount(draft, account),
              ...(other ? { month: monthText(nextToEnter(other, [], props.today)) } : {}),
            })
          }}
        />
        <MonthField
          label={say('month')}
          value={draft.month}
          refusal={form.problemOf('month')}
          onChange={(text) => form.change({ month: text })}
        />
        <div ref={amountBox}>
          <MoneyField
            label={say('amount')}
            value={draft.amount}
            refusal={form.problemOf('amount')}
            onChange={(amount) => form.change({ amount })}
          />
        </div>
        <div className="quick-do">
          <Button kind="main" submit>
            {say('enter')} <KeyHint keys="Enter" />
          </Button>
        </div>
      </div>
      {more ? <BillDetails draft={draft} dueOn={dueOn} onChange={form.change} problemOf={form.problemOf} /> : null}
      <p className="note row">
        <span>{note}</span>
        <button type="button" className="link" aria-expanded={more} onClick={showMore}>
          {say(more ? 'less' : 'more')}
        </button>
        <button type="button" className="link" onClick={() => navigate('/bills/paste')}>
          {say('pasteButton')}
        </button>
      </p>
      {zero.isAsked && before ? <ZeroBillNote bill={before} onReplace={() => void enterIt()} /> : null}
      <FailureNote failure={enter.failure} />
    </form>
  )
}

/** What was typed and not entered is there again on the way back to the page; else the first bill that is missing. */
function useKeptDraft({ rows, today }: { readonly rows: readonly CoverageRow[]; readonly today: Day }) {
  const name = draftName('bill')
  const [start] = useState(() => {
    const kept = draftOr<BillDraft | null>(name, null)
    if (kept !== null && rows.some(({ account }) => account.id === kept.account)) return kept
    const first = rows[0]
    return emptyDraft(first?.account.id ?? '', monthText(first ? nextToEnter(first, [], today) : monthOf(today)))
  })
  const keepTyped = useCallback((draft: BillDraft) => keepDraft(name, isTyped(draft) ? draft : null, null), [name])
  return { start, keep: keepTyped }
}

/** The next month to enter: the next missing one, else the next in the calendar; never one whose bill cannot be out. */
function following(row: CoverageRow | undefined, month: Month, today: Day): Month {
  const missing = row?.months.find((one) => one.state === 'missing' && one.month > month)
  if (missing) return missing.month
  return Math.min(addMonths(month, 1), monthOf(today)) as Month
}
