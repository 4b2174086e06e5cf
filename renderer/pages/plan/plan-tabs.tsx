import { type FormEvent, useState } from 'react'
import type { PlanView } from '#shared/contract/outlook-views.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { planWords } from './plan-words.ts'

/** A plan without a name is the first one that was made. */
export function usePlanName(): (name: string) => string {
  const say = useWords(planWords)
  return (name) => (name === '' ? say('unnamed') : name)
}

/** The saved plans side by side; the one that is followed says so. */
export function PlanTabs(props: {
  readonly plans: readonly PlanView[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
  readonly onNew: () => void
}) {
  const say = useWords(planWords)
  const nameOf = usePlanName()
  const { plans, chosen } = props
  const names = plans.length === 0 ? [''] : plans.map(({ plan }) => plan.name)
  return (
    <nav className="plan-tabs" aria-label={say('plans')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="plan-tab"
          aria-current={name === chosen ? 'true' : undefined}
          onClick={() => props.onChoose(name)}
        >
          <svg width="20" height="8" aria-hidden="true">
            <path
              d="M0 4h20"
              stroke={name === chosen ? 'var(--owed)' : 'var(--ink-3)'}
              strokeWidth="2"
              strokeDasharray={name === chosen ? '5 4' : '1.5 3.5'}
            />
          </svg>
          {nameOf(name)}
          {plans.some(({ plan, followed }) => followed && plan.name === name) ? (
            <span className="tag">{say('followed')}</span>
          ) : null}
        </button>
      ))}
      {plans.length === 0 ? null : (
        <button type="button" className="plan-tab is-new" onClick={props.onNew}>
          <Icon name="plus" />
          {say('newPlan')}
        </button>
      )}
    </nav>
  )
}

/** What can be done with the plan that is open: follow it, call it otherwise, remove it. */
export function PlanActions(props: { readonly view: PlanView; readonly onNamed: (name: string | null) => void }) {
  const say = useWords(planWords)
  const nameOf = usePlanName()
  const { plan, followed } = props.view
  const name = nameOf(plan.name)
  const [renaming, setRenaming] = useState(false)
  const choose = useCommand('choosePlan', { canUndo: true, done: () => say('chosen', { name }) })
  const remove = useCommand('removePlan', {
    canUndo: true,
    done: () => say(followed ? 'removedFollowed' : 'removed', { name }),
  })
  const removeIt = async () => {
    if ((await remove.run({ name: plan.name })) !== null) props.onNamed(null)
  }
  return (
    <div className="plan-actions">
      {followed ? null : (
        <Button small onPress={() => void choose.run({ name: plan.name })}>
          {say('follow')}
        </Button>
      )}
      <Button small kind="quiet" onPress={() => setRenaming(true)}>
        {say('rename')}
      </Button>
      <Button small kind="quiet" onPress={() => void removeIt()}>
        {say('removePlan')}
      </Button>
      <FailureNote failure={choose.failure ?? remove.failure} />
      {renaming ? (
        <Dialog title={say('renameTitle', { name })} form="narrow" onClose={() => setRenaming(false)}>
          <Rename
            name={plan.name}
            onDone={(to) => {
              setRenaming(false)
              props.onNamed(to)
            }}
          />
        </Dialog>
      ) : null}
    </div>
  )
}

function Rename({ name, onDone }: { readonly name: string; readonly onDone: (name: string) => void }) {
  const say = useWords(planWords)
  const [to, setTo] = useState(name)
  const rename = useCommand('renamePlan', { canUndo: true, done: (plan) => say('renamed', { name: plan.name }) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = to.trim()
    if (wanted === name) return onDone(name)
    if ((await rename.run({ name, to: wanted })) !== null) onDone(wanted)
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <TextField label={say('planName')} value={to} focusFirst refusal={rename.fieldRefusal('to')} onChange={setTo} />
      <FailureNote failure={rename.failure} />
      <div className="form-end">
        <Button kind="main" submit cannot={to.trim() === '' ? say('nameMissing') : null}>
          {say('rename')}
        </Button>
      </div>
    </form>
  )
}
