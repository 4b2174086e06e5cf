import type { RequestInput } from '#shared/contract/contract.ts'
import { dayText } from '#shared/kernel/day.ts'
import { percentText } from '#shared/kernel/rate.ts'
import { isBilled } from '#shared/ledger/account.ts'
import type { Notice } from '#shared/ledger/case/case-fact.ts'
import { DayField } from '../../components/day-field.tsx'
import { dayInput, dayOrNull, idOrNull, wholeInput } from '../../components/field-inputs.ts'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { FactDialog, FactForm, useFactDraft } from './fact-form.tsx'
import { NoticeEffectLine } from './notice-effect-line.tsx'

/** The terms that a notice of Huabei or Credit Purchase may change; others are set on the accounts page. */
const DAYS = ['statementDay', 'dueDay'] as const
const RATES = ['minRatio', 'revolvingDailyRate', 'overdueDailyRate'] as const

type Props = { readonly notice?: Notice; readonly onClose: () => void }

/** What the lender announced, or one that is recorded, put right: its terms move with it. */
export function NoticeDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <FactDialog title={say(props.notice ? 'noticeCorrect' : 'recordNotice')} onClose={props.onClose}>
      <Form {...props} />
    </FactDialog>
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
  const days = DAYS.filter((key) => draft[key].trim() !== '').map((key) => [key, wholeInput(draft[key])])
  const rates = RATES.filter((key) => draft[key].trim() !== '').map((key) => [
    key,
    `${draft[key].replace(/[%％\s]/g, '')}%`,
  ])
  return Object.fromEntries([...days, ...rates])
}

function Form({ notice, onClose }: Props) {
  const say = useWords(caseWords)
  const today = useToday()
  const record = useCommand('recordNotice', { canUndo: true, done: () => say('noticeDone') })
  const { draft, at } = useFactDraft(() => draftOf(notice, dayText(today)), record)
  const set = termsOf(draft)
  const from = dayOrNull(draft.from, today, 'future')
  const request = () => {
    const { source, link, text, account, on, reviewOn } = draft
    const said = { source: source.trim(), link: link.trim(), text, account: idOrNull(account), set, from }
    const own = notice ? { id: notice.id } : {}
    return { ...own, ...said, on: dayInput(on, today, 'past'), reviewOn: dayOrNull(reviewOn, today, 'future') }
  }
  return (
    <FactForm record={record} request={request} onClose={onClose}>
      <div className="form-row">
        <DayField label={say('noticeOn')} leaning="past" {...at('on')} />
        <TextField label={say('noticeSource')} placeholder={say('noticeSourcePlaceholder')} {...at('source')} />
      </div>
      <TextField label={say('noticeLink')} {...at('link')} />
      <TextArea label={say('noticeText')} rows={4} {...at('text')} />
      <DayField label={say('noticeReview')} leaning="future" optional {...at('reviewOn')} />
      <fieldset className="case-terms">
        <legend className="strong">{say('noticeTerms')}</legend>
        <div className="form-row">
          <AccountChoice {...at('account')} only={isBilled} />
          <DayField label={say('noticeFrom')} leaning="future" optional {...at('from')} />
        </div>
        <div className="form-row">
          {DAYS.map((key) => (
            <TextField key={key} label={say(`term.${key}`)} inputMode="numeric" {...at(key, `set.${key}`)} />
          ))}
        </div>
        <div className="form-row">
          {RATES.map((key) => (
            <TextField key={key} label={say(`term.${key}`)} inputMode="decimal" after="%" {...at(key, `set.${key}`)} />
          ))}
        </div>
        {draft.account !== '' && from !== null && Object.keys(set).length > 0 ? (
          <NoticeEffectLine request={{ account: draft.account, from, set }} />
        ) : (
          <p className="note">{say('noticeTermsNote')}</p>
        )}
      </fieldset>
    </FactForm>
  )
}
