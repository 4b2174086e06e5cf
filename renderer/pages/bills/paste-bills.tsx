import { type FormEvent, useState } from 'react'
import type { BillTableLine } from '#shared/contract/many-views.ts'
import type { AccountView } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { MonthText } from '../../components/month-text.tsx'
import { Section } from '../../components/section.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName, useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useSettled } from '../../state/use-settled.ts'
import { billsWords } from './bills-words.ts'

/** Many bills at once: pasted as text, shown line by line, written by one press that one undo takes back. */
export function PasteBills(props: { readonly accounts: readonly AccountView[]; readonly onClose: () => void }) {
  const say = useWords(billsWords)
  const nameOf = useNameOf()
  const billed = inOrder(props.accounts.filter(isBilled))
  const [text, setText] = useState('')
  const [account, setAccount] = useState(billed.length === 1 ? billed[0]!.id : '')
  const [skipWrong, setSkipWrong] = useState(false)
  const table = useSettled({ text, account: account === '' ? null : account })
  const preview = hereOrNull(useAsk('previewBillTable', table, { enabled: table.text.trim() !== '', keepLast: true }))
  const lines = text.trim() === '' ? [] : (preview?.lines ?? [])
  const wrong = lines.filter((line) => line.problem !== null).length
  const writes = lines.filter((line) => line.bill !== null && line.bill.fate !== 'same').length
  const enter = useCommand('enterBillTable', {
    done: ({ entered, replaced }) =>
      replaced === 0 ? say('pasteDone', { n: entered }) : say('pasteDoneReplaced', { entered, replaced }),
    canUndo: true,
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await enter.run({ text, account: account === '' ? null : account, skipWrong })
    if (done !== null) props.onClose()
  }
  const cannot =
    writes === 0
      ? say(lines.length === wrong ? 'pasteWaiting' : 'pasteNothing')
      : wrong > 0 && !skipWrong
        ? say('pasteWrong', { n: wrong })
        : null
  return (
    <Dialog title={say('pasteTitle')} onClose={props.onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p className="label">{say('pasteText')}</p>
        <TextArea
          label={say('pasteField')}
          placeholder={say('pasteExample')}
          value={text}
          onChange={setText}
          focusFirst
        />
        {billed.length < 2 ? null : (
          <SelectField
            label={say('pasteAccount')}
            value={account}
            onChange={setAccount}
            choices={[
              { value: '', label: say('pasteAccountNone') },
              ...billed.map((one) => ({ value: one.id, label: nameOf(one) })),
            ]}
          />
        )}
        <Section title={say('pasteLines')}>
          {lines.length === 0 ? <p className="note">{say('pasteWaiting')}</p> : <Lines lines={lines} />}
        </Section>
        {wrong > 0 && writes > 0 ? (
          <CheckField label={say('pasteSkip', { n: wrong })} checked={skipWrong} onChange={setSkipWrong} />
        ) : null}
        <FailureNote failure={enter.failure} />
        <div className="form-end">
          <Button kind="main" submit cannot={cannot}>
            {say('pasteDo', { n: writes })}
          </Button>
          <span className="note" role="status">
            {wrong > 0 ? say('pasteWrong', { n: wrong }) : null}
          </span>
        </div>
      </form>
    </Dialog>
  )
}

function Lines({ lines }: { readonly lines: readonly BillTableLine[] }) {
  return (
    <ol className="paste-lines">
      {lines.map((line) => (
        <li key={line.line}>
          {line.bill === null ? <WrongLine line={line} /> : <GoodLine line={line.line} bill={line.bill} />}
        </li>
      ))}
    </ol>
  )
}

type PastedBill = NonNullable<BillTableLine['bill']>

/** A part without its day counts as paid in time: that is said, because interest may have run longer. */
const paidKey = ({ paidOn, paid, paidAlready, shown }: PastedBill) =>
  paidOn !== null ? 'pastePaidOn' : paid + paidAlready < shown ? 'pastePaidNoDay' : 'pastePaid'

function GoodLine({ line, bill }: { readonly line: number; readonly bill: PastedBill }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  return (
    <>
      <span className="note">{say('pasteLine', { n: line })}</span>
      <span>
        {nameOf(bill.account)} <MonthText month={bill.month} />
        <small className="note">
          {bill.fate === 'new' ? say('pasteNew') : null}
          {bill.fate === 'same' ? say('pasteSame') : null}
          {bill.fate === 'replaces'
            ? say.rich('pasteReplaces', {
                before: <Amount key="before" value={bill.before ?? bill.shown} form="sentence" />,
              })
            : null}
          {bill.shownMinimum === null ? null : (
            <>
              {' '}
              ·{' '}
              {say.rich('pasteMinimum', { amount: <Amount key="minimum" value={bill.shownMinimum} form="sentence" /> })}
            </>
          )}
          {bill.paid === 0 ? null : (
            <>
              {' '}
              ·{' '}
              {say.rich(paidKey(bill), {
                amount: <Amount key="paid" value={bill.paid} form="sentence" />,
                day: bill.paidOn === null ? '' : format.day(bill.paidOn),
              })}
            </>
          )}
          {bill.paidAlready === 0 ? null : (
            <>
              {' '}
              ·{' '}
              {say.rich('pastePaidAlready', {
                amount: <Amount key="already" value={bill.paidAlready} form="sentence" />,
              })}
            </>
          )}
        </small>
      </span>
      <span className={bill.fate === 'same' ? 'number second' : 'number strong'}>
        <Amount value={bill.shown} />
      </span>
    </>
  )
}

/** As it was pasted, with the rule that it breaks: nothing is left out of sight. */
function WrongLine({ line }: { readonly line: BillTableLine }) {
  const say = useWords(billsWords)
  return (
    <>
      <span className="note">{say('pasteLine', { n: line.line })}</span>
      <span>
        <span className="second">{line.text}</span>
        <small className="is-attention state">
          <Icon name="warn" size={14} />
          {line.problem === null ? null : (
            <Sentence room="refusal" code={line.problem.kind} values={line.problem.values} />
          )}
        </small>
      </span>
    </>
  )
}
