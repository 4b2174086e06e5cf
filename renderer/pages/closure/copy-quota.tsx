import { type FormEvent, useState } from 'react'
import { yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { Button } from '../../components/button.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useDraft } from '../../state/use-kept.ts'
import { closureWords } from './closure-words.ts'

/** The master test of closing: the used quota, copied from Alipay as it stands there, for every account in scope. */
export function CopyQuota({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  return (
    <div className="copy-quota">
      <p className="note">{say(closure.target === 'borrow' ? 'quotaWhereBorrow' : 'quotaWhere')}</p>
      {closure.payNow.accounts.map((account) => (
        <QuotaLine key={account.id} account={account.id} />
      ))}
    </div>
  )
}

function QuotaLine({ account }: { readonly account: AccountId }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const name = useAccountName()(account)
  const [text, setText] = useDraft(`quota of ${account}`, '')
  const [wrong, setWrong] = useState<FieldProblem | null>(null)
  const typed = parseMoneyField(text)
  const copy = useCommand('copyQuota', {
    canUndo: true,
    done: () => say('quotaDone', { name, amount: typed.ok ? format.amount(typed.value) : '' }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!typed.ok) return setWrong(typed.refusal)
    if ((await copy.run({ account, used: yuanText(typed.value) })) !== null) setText('')
  }
  return (
    <form className="copy-quota-line" onSubmit={(event) => void submit(event)} noValidate>
      <MoneyField
        label={say('quotaField', { name })}
        value={text}
        placeholder="0.00"
        refusal={wrong ?? copy.fieldRefusal('used')}
        onChange={(next) => {
          setText(next)
          setWrong(null)
        }}
      />
      <Button small submit>
        {say('quotaSave')}
      </Button>
      <FailureNote failure={copy.failure} />
    </form>
  )
}
