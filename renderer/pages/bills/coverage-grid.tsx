import { Fragment } from 'react'
import type { Day, Month } from '#shared/kernel/day.ts'
import { monthOf } from '#shared/kernel/day.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { partsWords } from '../../components/parts-words.ts'
import { Section } from '../../components/section.tsx'
import { Coverage } from '../../components/state-marks.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { billsWords } from './bills-words.ts'
import type { CoverageRow } from './coverage-months.ts'

const STATES = ['proved', 'total-only', 'entries-only', 'differs', 'missing'] as const

/** Which months are here, proved, and missing; a press opens the bill or begins to enter it. */
export function CoverageGrid(props: {
  readonly rows: readonly CoverageRow[]
  readonly today: Day
  readonly open: BillKey | null
  readonly onChoose: (key: BillKey, missing: boolean) => void
}) {
  const say = useWords(billsWords)
  const parts = useWords(partsWords)
  const format = useFormat()
  const nameOf = useNameOf()
  const months = props.rows[0]?.months.map(({ month }) => month) ?? []
  const legend = (
    <span className="coverage-key" aria-hidden="true">
      {STATES.map((state) => (
        <span key={state}>
          <span className={`coverage ${state}`}>{state === 'differs' ? '≠' : ''}</span>
          {parts(`coverage.${state}`)}
        </span>
      ))}
    </span>
  )
  return (
    <Section title={say('coverage')} aside={legend}>
      <table className="coverage-grid">
        <thead>
          <tr>
            <td />
            {yearsOf(months).map(({ year, count }) => (
              <th key={year} scope="colgroup" colSpan={count} className="coverage-year">
                {year}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col" className={month === monthOf(props.today) ? 'is-now' : undefined}>
                {(month % 12) + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ account, months: covered }) => (
            <tr key={account.id}>
              <th scope="row">{nameOf(account)}</th>
              {covered.map(({ month, state }) => {
                const values = { name: nameOf(account), month: format.month(month) }
                const isOpen = props.open?.account === account.id && props.open.month === month
                return (
                  <td key={month}>
                    {state === 'before' ? (
                      <Fragment />
                    ) : (
                      <button
                        type="button"
                        className={`coverage-cell${isOpen ? ' is-open' : ''}`}
                        onClick={() => props.onChoose({ account: account.id, month }, state === 'missing')}
                      >
                        <Coverage state={state} label={say(state === 'missing' ? 'missingOpen' : 'open', values)} />
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function yearsOf(months: readonly Month[]): readonly { readonly year: number; readonly count: number }[] {
  const years = [...new Set(months.map((month) => Math.floor(month / 12)))]
  return years.map((year) => ({ year, count: months.filter((month) => Math.floor(month / 12) === year).length }))
}
