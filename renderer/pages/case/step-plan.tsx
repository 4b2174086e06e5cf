import { type FormEvent, useState } from 'react'
import type { CaseView } from '#shared/contract/case-views.ts'
import type { RequestInput } from '#shared/contract/contract.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { Button } from '../../components/button.tsx'
import { moneyInput } from '../../components/field-inputs.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { Section } from '../../components/section.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { dropDraft, useDraft } from '../../state/use-kept.ts'
import { caseWords, guideWords, useStepName } from './case-words.ts'
import { ReliefAnswer } from './relief-answer.tsx'

type Budget = RequestInput<'getRelief'>

const MEANS = 'means'

/** Step 3: from what comes in, what is needed and what should stay, to a plan that can be kept, or to what to ask for. */
export function StepPlan({ view }: { readonly view: CaseView }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const guide = useWords(guideWords)
  const [draft, setDraft] = useDraft(MEANS, draftOf(view))
  const [budget, setBudget] = useState<Budget | null>(null)
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBudget({
      income: [{ day: Number(draft.day), amount: moneyInput(draft.income) }],
      expenses: moneyInput(draft.expenses === '' ? '0' : draft.expenses),
      cushion: moneyInput(draft.cushion === '' ? '0' : draft.cushion),
    })
  }
  return (
    <>
      <Section title={stepName('plan')}>
        <form className="form" onSubmit={submit} noValidate>
          <p className="label prose">{guide('planHow')}</p>
          <div className="form-row">
            <MoneyField label={say('income')} value={draft.income} onChange={(income) => change({ income })} />
            <TextField
              label={say('incomeDay')}
              inputMode="numeric"
              value={draft.day}
              onChange={(day) => change({ day })}
            />
          </div>
          <div className="form-row">
            <MoneyField
              label={say('expenses')}
              note={say('expensesNote')}
              value={draft.expenses}
              onChange={(expenses) => change({ expenses })}
            />
            <MoneyField
              label={say('cushion')}
              note={say('cushionNote')}
              value={draft.cushion}
              onChange={(cushion) => change({ cushion })}
            />
          </div>
          <div className="row">
            <Button kind="main" submit>
              {say('workOut')}
            </Button>
          </div>
        </form>
      </Section>
      {budget === null ? null : <Worked budget={budget} />}
    </>
  )
}

/** A saved plan by income is where the wizard goes on. */
function draftOf({ plan }: CaseView) {
  if (plan?.money.kind !== 'income') return { income: '', day: '10', expenses: '', cushion: '' }
  const [first] = plan.money.income
  return {
    income: first ? yuanText(first.amount) : '',
    day: String(first?.day ?? 10),
    expenses: yuanText(plan.money.expenses),
    cushion: yuanText(plan.money.cushion),
  }
}

function Worked({ budget }: { readonly budget: Budget }) {
  const answer = useAsk('getRelief', budget, { keepLast: true })
  return (
    <Answered answer={answer} rows={6}>
      {(relief) => (
        <>
          <ReliefAnswer relief={relief} budget={budget} />
          <SavePlan budget={budget} />
        </>
      )}
    </Answered>
  )
}

/** The plan of the wizard under a name; it is then the one that the rest of the app follows. */
function SavePlan({ budget }: { readonly budget: Budget }) {
  const say = useWords(caseWords)
  const [typed, setName] = useState(() => say('planName'))
  const name = typed.trim()
  const plans = hereOrNull(useAsk('listPlans', {})) ?? []
  const [own, setOwn] = useState('')
  const isTaken = name !== own && plans.some(({ plan }) => plan.name === name)
  const save = useCommand('savePlan', {
    canUndo: true,
    done: (plan) => say(isTaken ? 'planReplaced' : 'planSaved', { name: plan.name }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await save.run({ ...budget, name, follow: true })) === null) return
    dropDraft((what) => what === MEANS)
    setOwn(name)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="case-save">
        <TextField
          label={say('planNameField')}
          value={typed}
          onChange={setName}
          refusal={save.fieldRefusal('name')}
          {...(isTaken ? { note: say('planNameTaken') } : {})}
        />
        <Button submit cannot={name === '' ? say('planNameMissing') : null}>
          {say('savePlan')}
        </Button>
      </div>
      <FailureNote failure={save.failure} />
    </form>
  )
}
