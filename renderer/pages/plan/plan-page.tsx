import { useState } from 'react'
import './plan.css'
import { useLocation, useParams } from 'wouter'
import type { PlanView } from '#shared/contract/outlook-views.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useFlowing } from '../../state/use-flowing.ts'
import { useDraft } from '../../state/use-kept.ts'
import { usePlanCourses } from '../../state/use-plan-courses.ts'
import { useResting } from '../../state/use-resting.ts'
import { BesideChoice, useBeside } from './plan-beside.tsx'
import { PlanDials } from './plan-dials.tsx'
import { draftOfPlan, hasOpenLines, type PlanDraft, planInput } from './plan-draft.ts'
import { PlanResults } from './plan-results.tsx'
import { PlanActions, PlanTabs, usePlanName } from './plan-tabs.tsx'
import { planWords } from './plan-words.ts'

/** How it is meant to be repaid: turn a dial at the left, and day, cost and curve at the right follow. */
export function PlanPage() {
  const say = useWords(planWords)
  const [, navigate] = useLocation()
  const plans = useAsk('listPlans', {})
  const owed = useAsk('getOwed', {})
  return (
    <Page title={say('title')} note={say('note')}>
      <Answered answer={owed}>
        {({ total }) =>
          total === 0 ? (
            <Empty title={say('emptyTitle')} text={say('emptyText')}>
              <Button kind="main" onPress={() => navigate('/bills')}>
                {say('goBills')}
              </Button>
            </Empty>
          ) : (
            <Answered answer={plans}>{(all) => <Plans plans={all} owed={total} />}</Answered>
          )
        }
      </Answered>
    </Page>
  )
}

/** The address names the plan: `/plan/慢一点`. What was changed in one stays while another, or another page, is looked at. */
function Plans({ plans, owed }: { readonly plans: readonly PlanView[]; readonly owed: Fen }) {
  const say = useWords(planWords)
  const nameOf = usePlanName()
  const today = useToday()
  const [, navigate] = useLocation()
  const { item } = useParams<{ item?: string }>()
  const ledger = hereOrNull(useAsk('getStatus', {}))?.path ?? ''
  const [drafts, setDrafts] = useDraft<Readonly<Record<string, PlanDraft>>>('plans', {})
  const asked = item === undefined ? undefined : decodeURIComponent(item)
  const view = plans.find(({ plan }) => plan.name === asked) ?? plans[0] ?? null
  const name = view?.plan.name ?? ''
  const open = (next: string | null) => navigate(next === null ? '/plan' : `/plan/${encodeURIComponent(next)}`)
  const save = useCommand('savePlan', { canUndo: true, done: (plan) => say('saved', { name: nameOf(plan.name) }) })
  const draft = drafts[name] ?? draftOfPlan(view?.plan ?? null)
  const another = async () => {
    const input = planInput(
      draft,
      freshName(plans, (n) => say('planNumber', { n })),
      today,
    )
    const saved = input === null ? null : await save.run(input)
    if (saved === null) return
    setDrafts((before) => withDraft(before, saved.name, null))
    open(saved.name)
  }
  /** What was changed and not saved goes with the plan to its new name. */
  const named = (to: string | null) => {
    const own = drafts[name]
    if (to !== null && own !== undefined) setDrafts((before) => withDraft(withDraft(before, name, null), to, own))
    open(to)
  }
  return (
    <>
      <div className="plan-head">
        <PlanTabs plans={plans} chosen={name} onChoose={open} onNew={() => void another()} />
        {view === null ? null : <PlanActions view={view} onNamed={named} />}
      </div>
      <Planning
        key={name}
        view={view}
        others={plans.filter(({ plan }) => plan.name !== name)}
        owed={owed}
        ledger={ledger}
        draft={draft}
        onDraft={(next) => setDrafts((before) => withDraft(before, name, next))}
        save={save}
      />
    </>
  )
}

function withDraft(drafts: Readonly<Record<string, PlanDraft>>, name: string, next: PlanDraft | null) {
  const { [name]: _before, ...rest } = drafts
  return next === null ? rest : { ...rest, [name]: next }
}

function freshName(plans: readonly PlanView[], nameOf: (n: number) => string): string {
  const taken = new Set(plans.map(({ plan }) => plan.name))
  let n = plans.length + 1
  while (taken.has(nameOf(n))) n += 1
  return nameOf(n)
}

type PlanningProps = {
  readonly view: PlanView | null
  readonly others: readonly PlanView[]
  readonly owed: Fen
  /** What was chosen belongs to it. */
  readonly ledger: string
  readonly draft: PlanDraft
  readonly onDraft: (draft: PlanDraft | null) => void
  readonly save: ReturnType<typeof useCommand<'savePlan'>>
}

function Planning({ view, others, owed, ledger, draft, onDraft, save }: PlanningProps) {
  const say = useWords(planWords)
  const today = useToday()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const name = view?.plan.name ?? ''
  const saved = draftOfPlan(view?.plan ?? null)
  const change = (changes: Partial<PlanDraft>) => {
    const next = { ...draft, ...changes }
    // What stands there again as it was saved is no draft.
    onDraft(JSON.stringify(next) === JSON.stringify(saved) ? null : next)
  }
  const input = planInput(draft, name, today)
  // While a field says nothing, all that stands on the screen is still of the plan that was asked last.
  const [asked, setAsked] = useState(input)
  if (input !== null && JSON.stringify(input) !== JSON.stringify(asked)) setAsked(input)
  const moving = hereOrNull(useFlowing('getCourse', asked === null ? null : { plan: asked }))
  const answer = useResting('getProjection', asked === null ? null : { plan: asked })
  const beside = useBeside(others, ledger)
  const courses = usePlanCourses(beside.shown.map(({ plan }) => plan))
  const changed = JSON.stringify(input) !== JSON.stringify(planInput(saved, name, today))
  const submit = async () => {
    // A line that is not complete is in no plan yet; what was typed in it stays.
    if (input !== null && (await save.run(input)) !== null) onDraft(hasOpenLines(draft, today) ? draft : null)
  }
  return (
    <div className="planning">
      <form
        className="dials"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PlanDials draft={draft} onChange={change} accounts={accounts} owed={owed} />
        <FailureNote failure={save.failure} />
        <div className="row">
          <Button
            kind="main"
            submit
            cannot={input === null ? say('saveUnreadable') : changed || view === null ? null : say('savedState')}
          >
            {say('save')}
          </Button>
          {changed ? (
            <Button kind="quiet" onPress={() => onDraft(null)}>
              {say('revert')}
            </Button>
          ) : null}
          <span className="note">{changed ? say('unsaved') : view === null ? '' : say('savedState')}</span>
        </div>
      </form>
      <div className="answers">
        <BesideChoice {...beside} others={others} />
        <Answered answer={answer} rows={6}>
          {(view) => (
            <PlanResults
              view={view}
              moving={moving}
              name={name}
              owed={owed}
              draft={draft}
              plan={asked}
              onChange={change}
              courses={courses}
            />
          )}
        </Answered>
      </div>
    </div>
  )
}
