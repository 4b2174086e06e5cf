import './case.css'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { CaseView } from '#shared/contract/case-views.ts'
import { CASE_STEPS, type CaseStepCode } from '#shared/outlook/case/case-steps.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { caseWords } from './case-words.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { DossierActions } from './dossier-actions.tsx'
import { DueBoard } from './due-board.tsx'
import { StepAmount } from './step-amount.tsx'
import { StepChannels } from './step-channels.tsx'
import { StepContact } from './step-contact.tsx'
import { StepList } from './step-list.tsx'
import { StepPlan } from './step-plan.tsx'
import { StepPolicy } from './step-policy.tsx'
import { StepTalk } from './step-talk.tsx'
import { SystemClosingDialog } from './system-closing-dialog.tsx'

const isStep = (item: string | undefined): item is CaseStepCode => CASE_STEPS.some((code) => code === item)

/** `/case/record` opens the form of a contact. */
const RECORD = 'record'

/** What to do when credit is cut off: six steps, each with what it rests on. The address names the step: `/case/plan`. */
export function CasePage() {
  const say = useWords(caseWords)
  const { item } = useParams<{ item?: string }>()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'contact' | 'closing' | null>(null)
  const answer = useAsk('getCase', {}, { keepLast: true })
  const closeContact = () => {
    setOpen(null)
    if (item === RECORD) navigate('/case')
  }
  return (
    <Page
      title={say('title')}
      note={say('note')}
      tools={
        <>
          <Button small onPress={() => setOpen('closing')}>
            {say('lenderClosed')}
          </Button>
          <Button small kind="main" icon="plus" onPress={() => setOpen('contact')}>
            {say('recordContact')}
          </Button>
        </>
      }
    >
      <Answered answer={answer} rows={10}>
        {(view) => <CaseFile view={view} current={isStep(item) ? item : firstOpen(view)} />}
      </Answered>
      {open === 'contact' || item === RECORD ? <ContactDialog onClose={closeContact} /> : null}
      {open === 'closing' ? <SystemClosingDialog onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

const firstOpen = (view: CaseView): CaseStepCode => view.steps.find(({ state }) => state !== 'done')?.code ?? 'talk'

function CaseFile({ view, current }: { readonly view: CaseView; readonly current: CaseStepCode }) {
  return (
    <div className="column">
      {view.due.length === 0 ? null : <DueBoard due={view.due} />}
      <div className="case-layout">
        <StepList steps={view.steps} current={current} />
        <div className="column">
          <Step view={view} code={current} />
        </div>
      </div>
      <DossierActions />
    </div>
  )
}

function Step({ view, code }: { readonly view: CaseView; readonly code: CaseStepCode }) {
  switch (code) {
    case 'amount':
      return <StepAmount view={view} />
    case 'contact':
      return <StepContact view={view} />
    case 'plan':
      return <StepPlan view={view} />
    case 'channels':
      return <StepChannels view={view} />
    case 'policy':
      return <StepPolicy view={view} />
    case 'talk':
      return <StepTalk />
  }
}
