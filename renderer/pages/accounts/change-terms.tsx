import { type FormEvent, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { percentText } from '#shared/kernel/rate.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { dayInput, rateInput, wholeInput } from '../../components/field-inputs.ts'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { accountsWords } from './accounts-words.ts'

/** New terms from a day on: issued bills stay as they are. */
export function ChangeTerms({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
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
          statementDay: wholeInput(days.statementDay),
          dueDay: wholeInput(days.dueDay),
          minRatio: rateInput(rates.minRatio),
          revolvingDailyRate: rateInput(rates.revolvingDailyRate),
          overdueDailyRate: rateInput(rates.overdueDailyRate),
        }
      : { repayDay: wholeInput(repayDay) }
    if ((await change.run({ account: account.id, from: dayInput(from, today, 'past'), set })) !== null) onClose()
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
