import type { BillStatus } from '#shared/ledger/bill.ts'
import type { RequirementStatus } from '#shared/outlook/answers.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Icon } from './icon.tsx'
import { partsWords } from './parts-words.ts'

/** A bill's state as a pie of what is paid: ring unpaid, part, three quarters (minimum paid), tick, triangle overdue. `part` is 0 to 1. */
export function PaidPie({ status, part }: { readonly status: BillStatus; readonly part: number }) {
  if (status === 'paid' || status === 'in-installments') return <IconPie className="pie is-full" name="done" />
  if (status === 'overdue') return <IconPie className="pie is-late" name="late" />
  const filled = status === 'minimum-paid' ? 0.75 : status === 'partly-paid' ? Math.min(0.9, Math.max(0.1, part)) : 0
  const dashed = status === 'upcoming'
  return (
    <svg className="pie" viewBox="0 0 14 14" aria-hidden="true">
      <circle
        className="pie-ring"
        cx="7"
        cy="7"
        r="5.75"
        pathLength="100"
        {...(dashed ? { strokeDasharray: '6 6' } : {})}
      />
      {filled === 0 ? null : (
        <circle className="pie-part" cx="7" cy="7" r="2.5" pathLength="100" strokeDasharray={`${filled * 100} 100`} />
      )}
    </svg>
  )
}

function IconPie({ className, name }: { readonly className: string; readonly name: 'done' | 'late' }) {
  return (
    <span className={className}>
      <Icon name={name} size={14} />
    </span>
  )
}

/** Pie and word: a state is never a color alone. */
export function BillState({ status, part = 0 }: { readonly status: BillStatus; readonly part?: number }) {
  const say = useWords(partsWords)
  const quiet = status === 'paid' ? ' second' : status === 'overdue' ? ' is-attention' : ''
  return (
    <span className={`state${quiet}`}>
      <PaidPie status={status} part={part} />
      {say(`bill.${status}`)}
    </span>
  )
}

/** Ink bar open, dashed ring not known or yours to say, green tick met. */
export function RequirementMark({ status }: { readonly status: RequirementStatus }) {
  const say = useWords(partsWords)
  const met = status === 'met' || status === 'confirmed'
  return (
    <span className={met ? 'is-safe' : 'second'}>
      <Icon name={met ? 'done' : status === 'unmet' ? 'block' : 'unknown'} />
      <span className="unseen">{say(`requirement.${status}`)}</span>
    </span>
  )
}

export type CoverageState = 'proved' | 'total-only' | 'entries-only' | 'differs' | 'missing'

/** One month of one account: filled proved, half total only, outlined entries only, ≠ differs, dashed missing. */
export function Coverage({ state, label }: { readonly state: CoverageState; readonly label: string }) {
  const say = useWords(partsWords)
  return (
    <span className={`coverage ${state}`} title={`${label} ${say(`coverage.${state}`)}`}>
      {state === 'differs' ? <span aria-hidden="true">≠</span> : null}
      <span className="unseen">
        {label} {say(`coverage.${state}`)}
      </span>
    </span>
  )
}
