import { type FormEvent, useState } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import { dayText } from '#shared/kernel/day.ts'
import { percentText } from '#shared/kernel/rate.ts'
import { isBilled } from '#shared/ledger/account.ts'
import type { Notice } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { dayInput, dayOrNull, idOrNull } from './inputs.ts'
import { NoticeEffectLine } from './notice-effect-line.tsx'

/** The terms that a notice of Huabei or Credit Purchase may change; others are set on the accounts page. */
const DAYS = ['statementDay', 'dueDay'] as const
const RATES = ['minRatio', 'revolvingDailyRate', 'overdueDailyRate'] as const

type Props = { readonly notice?: Notice; readonly onClose: () => void }

/** What the lender announced, or one that is recorded, put right: its terms move with it. */
export function NoticeDialog({ notice, onClose }: Props) {
  const say = useWords(caseWords)
  return (
    <Dialog title={say(notice ? 'noticeCorrect' : 'recordNotice')} form="narrow" onClose={onClose}>
      <Form {...(notice ? { notice } : {})} onClose={onClose} />
    </Dialog>
  )
}

const EMPTY = {
  source: '',
  link: '',
  text: '',
  account: '',
  from: '',
  reviewOn: '',
  statementDay: '',
  dueDay: '',
  minRatio: '',
  revolvingDailyRate: '',
  overdueDailyRate: '',
}
type Draft = typeof EMPTY & { readonly on: string }
type Terms = NonNullable<RequestInput<'recordNotice'>['set']>

function draftOf(notice: Notice | undefined, today: string): Draft {
  if (notice === undefined) return { ...EMPTY, on: today }
  const { source, link, text, account, on, from, reviewOn, set } = notice
  const days = DAYS.map((key) => [key, set[key] === undefined ? '' : String(set[key])])
  const rates = RATES.map((key) => [key, set[key] === undefined ? '' : percentText(set[key]).replace('%', '')])
  return {
    ...EMPTY,
    ...{ source, link, text, account: account ?? '', on: dayText(on) },
    ...{ from: from === null ? '' : dayText(from), reviewOn: reviewOn === null ? '' : dayText(reviewOn) },
    ...Object.fromEntries([...days, ...rates]),
  }
}

/** Only what was typed: a term that is left empty stays as it is. */
function termsOf(draft: Draft): Terms {
  const days = DAYS.filter((key) => draft[key].trim() !== '').map((key) => [key, Number(draft[key])])
  const rates = RATES.filter((key) => draft[key].trim() !== '').map((key) => [
    key,
    `${draft[key].replace(/[%％\s]/g, '')}%`,
  ])
  return Object.fromEntries([...days, ...rates])
}

function Form({ notice, onClose }: Props) {
  const say = useWords(caseWords)
  const today = useToday()
  const [draft, setDraft] = useState(() => draftOf(notice, dayText(today)))
  const record = useCommand('recordNotice', { canUndo: true, done: () => say('noticeDone') })
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const set = termsOf(draft)
  const from = dayOrNull(draft.from, today, 'future')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { source, link, text, account, on, reviewOn } = draft
    const said = { source: source.trim(), link: link.trim(), text, account: idOrNull(account), set, from }
    const own = notice ? { id: notice.id } : {}
    const request = { ...own, ...said, on: dayInput(on, today, 'past'), reviewOn: dayOrNull(reviewOn, today, 'future') }
    if ((await record.run(request)) !== null) onClose()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="form-row">
        <DayField
          label={say('noticeOn')}
          leaning="past"
          value={draft.on}
          refusal={record.fieldRefusal('on')}
          onChange={(on) => change({ on })}
        />
        <TextField
          label={say('noticeSource')}
          placeholder={say('noticeSourcePlaceholder')}
          value={draft.source}
          onChange={(source) => change({ source })}
        />
      </div>
      <TextField label={say('noticeLink')} value={draft.link} onChange={(link) => change({ link })} />
      <TextArea label={say('noticeText')} rows={4} value={draft.text} onChange={(text) => change({ text })} />
      <DayField
        label={say('noticeReview')}
        leaning="future"
        optional
        value={draft.reviewOn}
        refusal={record.fieldRefusal('reviewOn')}
        onChange={(reviewOn) => change({ reviewOn })}
      />
      <fieldset className="case-terms">
        <legend className="strong">{say('noticeTerms')}</legend>
        <div className="form-row">
          <AccountChoice value={draft.account} onChange={(account) => change({ account })} only={isBilled} />
          <DayField
            label={say('noticeFrom')}
            leaning="future"
            optional
            value={draft.from}
            refusal={record.fieldRefusal('from')}
            onChange={(text) => change({ from: text })}
          />
        </div>
        <div className="form-row">
          {DAYS.map((key) => (
            <TextField
              key={key}
              label={say(`term.${key}`)}
              inputMode="numeric"
              value={draft[key]}
              refusal={record.fieldRefusal(`set.${key}`)}
              onChange={(text) => change({ [key]: text })}
            />
          ))}
        </div>
        <div className="form-row">
          {RATES.map((key) => (
            <TextField
              key={key}
              label={say(`term.${key}`)}
              inputMode="decimal"
              after="%"
              value={draft[key]}
              refusal={record.fieldRefusal(`set.${key}`)}
              onChange={(text) => change({ [key]: text })}
            />
          ))}
        </div>
        {draft.account !== '' && from !== null && Object.keys(set).length > 0 ? (
          <NoticeEffectLine request={{ account: draft.account, from, set }} />
        ) : (
          <p className="note">{say('noticeTermsNote')}</p>
        )}
      </fieldset>
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
