import { type FormEvent, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import type { FieldProblem } from '../../components/field.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDraft } from '../../state/use-kept.ts'
import { accountsWords } from './accounts-words.ts'

/** Those copied last. */
export const quotasOf = ({ id }: AccountView) => ({ account: id, kind: 'quota', limit: 6 }) as const

/** The used quota as Alipay shows it, whenever it was copied: the master test of closing, beside what is worked out. */
export function AccountQuota({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const copied = hereOrNull(useAsk('listEntries', quotasOf(account)))?.rows ?? []
  if (account.kind === 'other') return null
  return (
    <Section title={say('quotas')}>
      {copied.length === 0 ? (
        <p className="note">{say('quotaNone')}</p>
      ) : (
        <dl className="facts">
          {copied.map((row) => (
            <div key={row.id} className="facts-line">
              <dt>
                <DayText day={row.on} form="year" />
              </dt>
              <dd>
                <CertaintyMark value="shown" /> <Amount value={row.amount} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <CopyLine account={account.id} />
    </Section>
  )
}

function CopyLine({ account }: { readonly account: string }) {
  const say = useWords(accountsWords)
  const [text, setText] = useDraft(`quota of ${account}`, '')
  const [wrong, setWrong] = useState<FieldProblem | null>(null)
  const copy = useCommand('copyQuota', { canUndo: true, done: () => say('quotaDone') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = parseMoneyField(text)
    if (!typed.ok) return setWrong(typed.refusal)
    if ((await copy.run({ account, used: yuanText(typed.value) })) !== null) setText('')
  }
  return (
    <form className="quota-line" onSubmit={(event) => void submit(event)} noValidate>
      <MoneyField
        label={say('quotaField')}
        note={say('quotaWhere')}
        value={text}
        refusal={wrong ?? copy.fieldRefusal('used')}
        onChange={(next) => {
          setText(next)
          setWrong(null)
        }}
      />
      <Button submit>{say('quotaSave')}</Button>
      <FailureNote failure={copy.failure} />
    </form>
  )
}
