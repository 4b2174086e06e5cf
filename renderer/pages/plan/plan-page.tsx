import './plan.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ProjectionView } from '#shared/contract/views.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { DebtCurve } from '../../charts/debt-curve.tsx'
import { Button } from '../../components/button.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useSettled } from '../../state/use-settled.ts'
import { PlanAnswers } from './plan-answers.tsx'
import { PlanAccounts, PlanChanges, PlanGoal, PlanMonths } from './plan-details.tsx'
import { PlanDials } from './plan-dials.tsx'
import { draftOfPlan, type PlanDraft, type PlanInput, planInput } from './plan-draft.ts'
import { PlanNotices } from './plan-notices.tsx'
import { PlanProgressTable } from './plan-progress-table.tsx'
import { PlanWait } from './plan-wait.tsx'
import { planWords } from './plan-words.ts'

/** How it is meant to be repaid: turn a dial at the left, and day, cost and curve at the right follow. */
export function PlanPage() {
  const say = useWords(planWords)
  const [, navigate] = useLocation()
  const saved = useAsk('getPlan', {})
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
            <Answered answer={saved}>{(plan) => <Planning key={JSON.stringify(plan)} saved={plan} />}</Answered>
          )
        }
      </Answered>
    </Page>
  )
}

function Planning({ saved }: { readonly saved: Plan | null }) {
  const say = useWords(planWords)
  const today = useToday()
  const [draft, setDraft] = useState<PlanDraft>(() => draftOfPlan(saved))
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const save = useCommand('savePlan', { done: () => say('saved'), canUndo: true })
  const change = (changes: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const input = planInput(draft, saved, today)
  const settled = useSettled(input)
  const answer = useAsk('getProjection', { plan: settled ?? {} }, { enabled: settled !== null, keepLast: true })
  const changed = JSON.stringify(input) !== JSON.stringify(planInput(draftOfPlan(saved), saved, today))
  return (
    <div className="planning">
      <form
        className="dials"
        onSubmit={(event) => {
          event.preventDefault()
          if (input !== null) void save.run(input)
        }}
      >
        <PlanDials draft={draft} onChange={change} accounts={accounts} />
        <FailureNote failure={save.failure} />
        <div className="row">
          <Button kind="main" submit cannot={changed || saved === null ? null : say('savedState')}>
            {say('save')}
          </Button>
          {changed ? (
            <Button kind="quiet" onPress={() => setDraft(draftOfPlan(saved))}>
              {say('revert')}
            </Button>
          ) : null}
          <span className="note">{changed ? say('unsaved') : saved === null ? '' : say('savedState')}</span>
        </div>
      </form>
      <div className="answers">
        <Answered answer={answer} rows={6}>
          {(view) => (
            <Answers view={view} plan={settled ?? {}} onUse={(monthly) => change({ monthly })} draft={draft} />
          )}
        </Answered>
      </div>
    </div>
  )
}

function Answers(props: {
  readonly view: ProjectionView
  readonly plan: PlanInput
  readonly draft: PlanDraft
  readonly onUse: (monthly: string) => void
}) {
  const { projection, series } = props.view
  const monthly = parseMoneyField(props.draft.monthly)
  return (
    <>
      <PlanAnswers projection={projection} plan={props.plan} />
      <PlanNotices projection={projection} onUse={props.onUse} />
      <DebtCurve points={series.points} today={series.today} freeOn={projection.freeOn} />
      <PlanGoal projection={projection} monthly={monthly.ok ? monthly.value : null} onUse={props.onUse} />
      <PlanChanges projection={projection} />
      <PlanWait projection={projection} />
      <PlanProgressTable />
      <PlanAccounts projection={projection} />
      <PlanMonths projection={projection} />
    </>
  )
}
