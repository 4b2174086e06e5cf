import { useCallback, useState } from 'react'
import type { AccountView, BillView } from '#shared/contract/views.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { type BillFilter, filterBills, isFiltered, NO_BILL_FILTER } from './bill-filter.ts'
import { BillFilters } from './bill-filters.tsx'
import { BillsTable } from './bills-table.tsx'
import { billsWords } from './bills-words.ts'
import { ChosenBills } from './chosen-bills.tsx'

/** Fewer bills than these are seen at a glance: a filter would only be in the way. */
const WORTH_FILTERING = 6

/** The bills that the filter leaves, and what can be done with those that are chosen. */
export function BillsList(props: {
  readonly accounts: readonly AccountView[]
  readonly bills: readonly BillView[]
  readonly open: BillKey | null
  readonly onOpen: (key: BillKey) => void
}) {
  const say = useWords(billsWords)
  const nameOf = useAccountName()
  const format = useFormat()
  const [filter, setFilter] = useState<BillFilter>(NO_BILL_FILTER)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const shown = filterBills(props.bills, filter, { nameOf, monthName: format.month })
  // What the filter hides is not chosen: nothing is done to a bill that cannot be seen.
  const chosen = shown.filter((bill) => keys.has(keyText(bill)))
  const choose = useCallback(
    (bills: readonly BillKey[], isChosen: boolean) =>
      setKeys((before) => {
        const next = new Set(before)
        for (const bill of bills) {
          if (isChosen) next.add(keyText(bill))
          else next.delete(keyText(bill))
        }
        return next
      }),
    [],
  )
  return (
    <Section title={say('list')}>
      {props.bills.length < WORTH_FILTERING && !isFiltered(filter) ? null : (
        <BillFilters accounts={props.accounts} filter={filter} onChange={setFilter} />
      )}
      {chosen.length === 0 ? null : <ChosenBills bills={chosen} onDone={() => setKeys(new Set())} />}
      {shown.length === 0 ? (
        <Empty title={say('noMatch')} text={say('noMatchText')}>
          <Button onPress={() => setFilter(NO_BILL_FILTER)}>{say('clear')}</Button>
        </Empty>
      ) : (
        <BillsTable
          bills={shown}
          isAll={!isFiltered(filter)}
          open={props.open}
          onOpen={props.onOpen}
          isChosen={(bill) => keys.has(keyText(bill))}
          onChoose={choose}
        />
      )}
    </Section>
  )
}

const keyText = ({ account, month }: BillKey): string => `${account}/${month}`
