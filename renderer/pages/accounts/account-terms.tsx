import { type FormEvent, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { dayText, FIRST_DAY } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { percentText, type Rate } from '#shared/kernel/rate.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import { type TermsSource, type TermValues, termsOn } from '#shared/ledger/terms.ts'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Section } from '../../components/section.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { dayInput, rateInput } from './account-draft.ts'
import { accountsWords } from './accounts-words.ts'

type ShownTerm =
  | 'statementDay'
  | 'dueDay'
  | 'minRatio'
  | 'minFloor'
  | 'revolvingDailyRate'
  | 'overdueDailyRate'
  | 'graceDays'
  | 'repayDay'
  | 'penaltyTenths'

const BILLED_TERMS: readonly ShownTerm[] = [
  'statementDay',
  'dueDay',
  'minRatio',
  'minFloor',
  'revolvingDailyRate',
  'overdueDailyRate',
  'graceDays',
]
const LOAN_TERMS: readonly ShownTerm[] = ['repayDay', 'penaltyTenths']

/** The terms in force today, each with who said it and since when; what nobody said is assumed. */
export function AccountTerms({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const [changing, setChanging] = useState(false)
  const shown = isBilled(account) ? BILLED_TERMS : isLending(account) ? LOAN_TERMS : []
  const values = termsOn(account.terms, today)
  if (shown.length === 0) return null
  return (
    <Section
      title={say('terms')}
      aside={
        <Button small onPress={() => setChanging(true)}>
          {say('changeTerms')}
        </Button>
      }
    >
      <dl className="facts">
        {shown.map((term) => (
          <TermLine key={term} account={account} term={term} values={values} />
        ))}
      </dl>
      <p className="note">{say('termsNote')}</p>
      {changing ? <ChangeTerms account={account} onClose={() => setChanging(false)} /> : null}
    </Section>
  )
}

function TermLine(props: { readonly account: AccountView; readonly term: ShownTerm; readonly values: TermValues }) {
  const say = useWords(accountsWords)
  const format = useFormat()
  const today = useToday()
  const { term, values } = props
  const said = props.account.terms.filter((dated) => dated.set[term] !== undefined && dated.from <= today).at(-1)
  const source: TermsSource = said?.source ?? 'default'
  const since =
    said === undefined || said.from <= FIRST_DAY ? '' : say('termFrom', { day: format.dayWithYear(said.from) })
  return (
    <>
      <dt>
        {say(`term.${term}`)}
        <small>
          {say(`source.${source}`)} {since}
        </small>
      </dt>
      <dd>
        {source === 'default' ? <CertaintyMark value="assumed" /> : null} <TermValue term={term} values={values} />
      </dd>
    </>
  )
}

function TermValue({ term, values }: { readonly term: ShownTerm; readonly values: TermValues }): string {
  const say = useWords(accountsWords)
  const value = values[term]
  switch (term) {
    case 'statementDay':
    case 'dueDay':
      return say('dayOfMonth', { n: value })
    case 'repayDay':
      return value === 0 ? say('loanDay') : say('dayOfMonth', { n: value })
    case 'minFloor':
      return yuanText(values.minFloor)
    case 'graceDays':
      return say('days0', { n: value })
    case 'penaltyTenths':
      return (value / 10).toFixed(1)
    default:
      return percentText(value as Rate)
  }
}

/** New terms from a day on: issued bills stay as they are. */
function ChangeTerms({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const say = useWords(accountsWords)
  const nameOf = useNameOf()
  const today = useToday()
  const values = termsOn(account.terms, today)
  const [from, setFrom] = useState(dayText(today))
  const [days, setDays] = useState({ statementDay: String(values.statementDay), dueDay: String(values.dueDay) })
  const [rates, setRates] = useState({
    minRatio: percentText(values.minRatio).replace('%', ''),
    revolvingDailyRate: percentText(values.revolvingDailyRate).replace('%', ''),
    overdueDailyRate: percentText(values.overdueDailyRate).replace('%', ''),
  })
  const [repayDay, setRepayDay] = useState(String(values.repayDay))
  const change = useCommand('changeTerms', { done: () => say('changed', { name: nameOf(account) }), canUndo: true })
  const billed = isBilled(account)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const set = billed
      ? {
          statementDay: Number(days.statementDay),
          dueDay: Number(days.dueDay),
          minRatio: rateInput(rates.minRatio),
          revolvingDailyRate: rateInput(rates.revolvingDailyRate),
          overdueDailyRate: rateInput(rates.overdueDailyRate),
        }
      : { repayDay: Number(repayDay) }
    if ((await change.run({ account: account.id, from: dayInput(from, today), set })) !== null) onClose()
  }
  return (
    <Dialog title={say('changeTerms')} form="narrow" onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <DayField label={say('changeFrom')} value={from} onChange={setFrom} refusal={change.fieldRefusal('from')} />
        {billed ? (
          <>
            <div className="form-row">
              {(['statementDay', 'dueDay'] as const).map((key) => (
                <TextField
                  key={key}
                  label={say(key)}
                  inputMode="numeric"
                  value={days[key]}
                  onChange={(text) => setDays({ ...days, [key]: text })}
                  refusal={change.fieldRefusal(`set.${key}`)}
                />
              ))}
            </div>
            {(['minRatio', 'revolvingDailyRate', 'overdueDailyRate'] as const).map((key) => (
              <TextField
                key={key}
                label={say(`term.${key}`)}
                inputMode="decimal"
                after="%"
                value={rates[key]}
                onChange={(text) => setRates({ ...rates, [key]: text })}
                refusal={change.fieldRefusal(`set.${key}`)}
              />
            ))}
          </>
        ) : (
          <TextField
            label={say('term.repayDay')}
            inputMode="numeric"
            value={repayDay}
            onChange={setRepayDay}
            refusal={change.fieldRefusal('set.repayDay')}
          />
        )}
        <p className="note">{say('changeNote')}</p>
        <FailureNote failure={change.failure} />
        <div className="form-end">
          <Button kind="main" submit>
            {say('changeSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
