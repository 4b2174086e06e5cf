import './bills.css'
import { useCallback, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { AccountView, BillView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { rollingOf } from '#shared/ledger/rolling.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { billPath } from '../../state/places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { billOfItem, repayOfItem } from './bill-item.ts'
import { BillSide } from './bill-side.tsx'
import { BillsList } from './bills-list.tsx'
import { billsWords } from './bills-words.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { coverageOf } from './coverage-months.ts'
import { PasteBills } from './paste-bills.tsx'
import { QuickEntry } from './quick-entry.tsx'
import { RepaymentDialog } from './repayment-dialog.tsx'

/** `/bills/repay` opens the form of a repayment, `/bills/paste` the table to paste, `/bills/2026-07~huabei` a bill. */
const PASTE = 'paste'

/** Bills by month and account: which are here, entering the next one, one of them opened at the side. */
export function BillsPage() {
  const say = useWords(billsWords)
  const { item } = useParams<{ item?: string }>()
  const [, navigate] = useLocation()
  const bills = useAsk('listBills', {})
  const accounts = useAsk('listAccounts', {})
  const [repaying, setRepaying] = useState<BillKey | null>(null)
  const open = useMemo(() => billOfItem(item), [item])
  const openBill = useCallback((key: BillKey) => navigate(billPath(key)), [navigate])
  const all = hereOrNull(bills) ?? []
  const side = open === null ? null : <BillSide item={open} onClose={() => navigate('/bills')} onRepay={setRepaying} />
  const asked = repayOfItem(item)
  const closeRepayment = () => {
    setRepaying(null)
    if (asked !== null) navigate('/bills')
  }
  // Who came to pay what is due on one account sees what is owed now.
  const seeWhatIsOwed = () => navigate('/')
  return (
    <Page title={say('title')} note={all.length === 0 ? null : <OpenNote bills={all} />} side={side}>
      <Answered answer={accounts} rows={8}>
        {(list) => (
          <Answered answer={bills} rows={8}>
            {(views) => <Content accounts={list} bills={views} open={open} onOpen={openBill} />}
          </Answered>
        )}
      </Answered>
      {item === PASTE ? <PasteBills accounts={hereOrNull(accounts) ?? []} onClose={() => navigate('/bills')} /> : null}
      {repaying !== null || asked !== null ? (
        <RepaymentDialog
          bill={repaying}
          account={asked?.account ?? null}
          onClose={closeRepayment}
          onRecorded={asked?.account == null ? closeRepayment : seeWhatIsOwed}
        />
      ) : null}
    </Page>
  )
}

function OpenNote({ bills }: { readonly bills: readonly BillView[] }) {
  const say = useWords(billsWords)
  const open = bills.filter((bill) => bill.unpaid > 0 && bill.status !== 'upcoming')
  const rolling = rollingOf(bills)
  const on = dayText(useToday())
  const rolled = <AskedUnlessZero key="rolled" figure={`bills:rolling@${on}`} amount={rolling} form="sentence" />
  if (open.length === 0) return rolling === 0 ? say('noteNone') : say.rich('noteRolling', { rolled })
  const sum = sumFen(open.map((bill) => bill.unpaid))
  const total = <AskedUnlessZero key="total" figure={`bills:unpaid@${on}`} amount={sum} form="sentence" />
  return rolling === 0
    ? say.rich('noteOpen', { n: open.length, total })
    : say.rich('noteOpenRolling', { n: open.length, total, rolled })
}

function Content(props: {
  readonly accounts: readonly AccountView[]
  readonly bills: readonly BillView[]
  readonly open: BillKey | null
  readonly onOpen: (key: BillKey) => void
}) {
  const say = useWords(billsWords)
  const today = useToday()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<BillKey | null>(null)
  const rows = coverageOf(props.accounts, props.bills, today)
  if (rows.length === 0) {
    return (
      <Empty title={say('emptyTitle')} text={say('emptyText')}>
        <Button kind="main" onPress={() => navigate('/accounts/new')}>
          {say('addAccount')}
        </Button>
        <Button onPress={() => navigate('/import')}>{say('goImport')}</Button>
      </Empty>
    )
  }
  return (
    <div className="column bills-column">
      <CoverageGrid
        rows={rows}
        today={today}
        open={props.open}
        onChoose={(key, missing) => (missing ? setChosen({ ...key }) : props.onOpen(key))}
      />
      <QuickEntry accounts={props.accounts} rows={rows} bills={props.bills} today={today} chosen={chosen} />
      {props.bills.length === 0 ? null : (
        <BillsList accounts={props.accounts} bills={props.bills} open={props.open} onOpen={props.onOpen} />
      )}
    </div>
  )
}
