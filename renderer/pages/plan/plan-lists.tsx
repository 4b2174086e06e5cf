import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { IconButton } from '../../components/button.tsx'
import { DayField, MonthField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import type { DialProps } from './plan-dials.tsx'
import { endsBefore, openLines } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

const replaced = <T,>(list: readonly T[], at: number, changes: Partial<T>): readonly T[] =>
  list.map((one, index) => (index === at ? { ...one, ...changes } : one))
const without = <T,>(list: readonly T[], at: number): readonly T[] => list.filter((_, index) => index !== at)

/** Lines of a plan that can be added, filled in and removed. */
export function DialList<T>(props: {
  readonly title: string
  readonly add: string
  readonly items: readonly T[]
  /** A line as it is when it is added. */
  readonly fresh: T
  readonly onChange: (items: readonly T[]) => void
  readonly row: (item: T, change: (changes: Partial<T>) => void, remove: () => void) => ReactNode
  /** Whether something was typed in a line that does not count yet. */
  readonly isOpen?: (item: T) => boolean
  readonly className?: string
}) {
  const say = useWords(planWords)
  const { items, onChange } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const [isAdded, setAdded] = useState(false)
  // Whoever adds a line goes on in it.
  useEffect(() => {
    if (isAdded) list.current?.querySelector<HTMLElement>('.dial-line:last-of-type :is(input, select)')?.focus()
    setAdded(false)
  }, [isAdded])
  const add = () => {
    onChange([...items, props.fresh])
    setAdded(true)
  }
  return (
    <fieldset className="dial" ref={list}>
      <legend>
        {props.title}
        <button type="button" className="link note" onClick={add}>
          {props.add}
          <span className="unseen">{props.title}</span>
        </button>
      </legend>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other identity
        <div className={`dial-line ${props.className ?? ''}`} key={at}>
          {props.row(
            item,
            (changes) => onChange(replaced(items, at, changes)),
            () => onChange(without(items, at)),
          )}
          {props.isOpen?.(item) ? <p className="note dial-open">{say('lineOpen')}</p> : null}
        </div>
      ))}
    </fieldset>
  )
}

/** Money that comes once, on a day. */
export function PlanLumps({ draft, onChange }: DialProps) {
  const say = useWords(planWords)
  const today = useToday()
  return (
    <DialList
      title={say('lumps')}
      add={say('addLump')}
      items={draft.lumps}
      fresh={{ on: '', amount: '' }}
      isOpen={(lump) => openLines.lumps(lump, today)}
      onChange={(lumps) => onChange({ lumps })}
      row={(lump, change, remove) => (
        <>
          <DayField label={say('lumpOn')} value={lump.on} leaning="future" onChange={(on) => change({ on })} />
          <MoneyField label={say('lumpAmount')} value={lump.amount} onChange={(amount) => change({ amount })} />
          <IconButton icon="close" small name={say('remove')} onPress={remove} />
        </>
      )}
    />
  )
}

/** Money that comes on top in some months: a second job, a rent that ends. */
export function PlanRecurring({ draft, onChange }: DialProps) {
  const say = useWords(planWords)
  const today = useToday()
  return (
    <DialList
      title={say('recurring')}
      add={say('addRecurring')}
      className="three"
      items={draft.recurring}
      fresh={{ from: '', through: '', amount: '' }}
      isOpen={(one) => openLines.recurring(one, today)}
      onChange={(recurring) => onChange({ recurring })}
      row={(one, change, remove) => (
        <>
          <MoneyField label={say('recurringAmount')} value={one.amount} onChange={(amount) => change({ amount })} />
          <MonthField
            label={say('recurringFrom')}
            leaning="future"
            value={one.from}
            onChange={(from) => change({ from })}
          />
          <MonthField
            label={say('recurringThrough')}
            leaning="future"
            value={one.through}
            refusal={endsBefore(one, today) ? { kind: 'month-before-first' } : null}
            onChange={(through) => change({ through })}
          />
          <IconButton icon="close" small name={say('remove')} onPress={remove} />
        </>
      )}
    />
  )
}

/** What will still be bought on credit, month by month. */
export function PlanSpending(props: DialProps & { readonly accounts: readonly AccountView[] }) {
  const say = useWords(planWords)
  const nameOf = useNameOf()
  const today = useToday()
  const { draft, onChange } = props
  const billed = inOrder(props.accounts.filter(isBilled))
  if (billed.length === 0) return null
  return (
    <DialList
      title={say('spending')}
      add={say('addSpending')}
      className="three"
      items={draft.spending}
      fresh={{ account: billed[0]!.id as string, monthly: '', through: '' }}
      isOpen={(one) => openLines.spending(one, today)}
      onChange={(spending) => onChange({ spending })}
      row={(one, change, remove) => (
        <>
          <SelectField
            label={say('spendingAccount')}
            choices={billed.map((account) => ({ value: account.id as string, label: nameOf(account) }))}
            value={one.account}
            onChange={(account) => change({ account })}
          />
          <MoneyField label={say('spendingMonthly')} value={one.monthly} onChange={(monthly) => change({ monthly })} />
          <MonthField
            label={say('spendingThrough')}
            leaning="future"
            value={one.through}
            onChange={(through) => change({ through })}
          />
          <IconButton icon="close" small name={say('remove')} onPress={remove} />
        </>
      )}
    />
  )
}
