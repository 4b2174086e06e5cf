import type { PlanView } from '#shared/contract/outlook-views.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { useKept } from '../../state/use-kept.ts'
import { usePlanName } from './plan-tabs.tsx'
import { planWords } from './plan-words.ts'

/** More columns and lines than these cannot be told apart. */
export const MOST_BESIDE = 3

export type Beside = {
  readonly shown: readonly PlanView[]
  readonly toggle: (name: string) => void
}

/** Which of the other plans stand beside the one that is open: the first ones, until the user chooses. */
export function useBeside(others: readonly PlanView[], ledger: string): Beside {
  const [chosen, setChosen] = useKept<readonly string[] | null>(`plans beside in ${ledger}`, null)
  const names = chosen ?? others.map(({ plan }) => plan.name)
  const shown = others.filter(({ plan }) => names.includes(plan.name)).slice(0, MOST_BESIDE)
  const toggle = (name: string): void => {
    const before = shown.map(({ plan }) => plan.name)
    setChosen(() => (before.includes(name) ? before.filter((one) => one !== name) : [...before, name]))
  }
  return { shown, toggle }
}

/** A box for each of the other plans; where three stand already, one has to go first. */
export function BesideChoice(props: Beside & { readonly others: readonly PlanView[] }) {
  const say = useWords(planWords)
  const nameOf = usePlanName()
  const { others, shown, toggle } = props
  if (others.length === 0) return null
  const isFull = shown.length >= MOST_BESIDE
  return (
    <fieldset className="beside">
      <legend>{say('beside')}</legend>
      {others.map(({ plan }) => {
        const isShown = shown.some((one) => one.plan.name === plan.name)
        return (
          <label key={plan.name}>
            <input type="checkbox" checked={isShown} disabled={isFull && !isShown} onChange={() => toggle(plan.name)} />
            {nameOf(plan.name)}
          </label>
        )
      })}
      {isFull && others.length > MOST_BESIDE ? (
        <span className="note">{say('besideFull', { n: MOST_BESIDE })}</span>
      ) : null}
    </fieldset>
  )
}
