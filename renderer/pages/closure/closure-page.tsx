import './closure.css'
import './ways.css'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { ClosingView } from '#shared/contract/outlook-views.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { ALL_TARGETS, closesIn, isOwnedBy, targetsIn } from '#shared/outlook/closure/targets.ts'
import { Below } from '../../components/below.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { closurePerson, keepClosurePerson } from '../../state/closure-person.ts'
import { closureQuestion } from '../../state/closure-question.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { Consequences, ScamWarning, SystemRisks } from './after-closing.tsx'
import { ClosedWatch } from './closed-watch.tsx'
import { ClosingChoice } from './closing-choice.tsx'
import { ClosingDay } from './closing-day.tsx'
import { closureWords } from './closure-words.ts'
import { Quotes } from './quotes.tsx'
import { Requirements } from './requirements.tsx'
import { Steps } from './steps.tsx'
import { isOpen, Verdict } from './verdict.tsx'
import { WaysOut } from './ways-out.tsx'

const isTarget = (item: string | undefined): item is ClosureTarget => ALL_TARGETS.some((target) => target === item)

/**
 * May it be closed, what is in the way, and the way there. The address names the target: `/closure/huabei`; without one it
 * is the first that there is in the ledger.
 */
export function ClosurePage() {
  const say = useWords(closureWords)
  const { item } = useParams<{ item?: string }>()
  const [, navigate] = useLocation()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const target: ClosureTarget = isTarget(item) ? item : (targetsIn(accounts)[0] ?? 'credit-purchase')
  const [person, setPerson] = useState(closurePerson)
  const owners = hereOrNull(useAsk('getClosure', closureQuestion(target)))?.owners ?? []
  // Two people's accounts are closed apart: one of them is looked at.
  const owner = owners.length < 2 ? null : owners.includes(person ?? '') ? person : owners[0]!
  const whose = owner === null ? {} : { owner }
  const answer = useAsk('getClosure', closureQuestion(target, whose))
  const closing = useAsk('getClosing', { target, ...whose })
  const own = accounts.filter((one) => isOwnedBy(one, owner))
  const choices = ALL_TARGETS.map((value) => ({ value, label: say(`target.${closesIn(value, own)}`) }))
  return (
    <Page
      title={say('title')}
      tools={
        <>
          {owner === null ? null : (
            <Segmented
              label={say('whose')}
              choices={owners.map((one) => ({ value: one, label: one }))}
              value={owner}
              onChange={(chosen) => {
                keepClosurePerson(chosen)
                setPerson(chosen)
              }}
            />
          )}
          <Segmented
            label={say('targets')}
            choices={choices}
            value={target}
            onChange={(next) => navigate(`/closure/${next}`)}
          />
        </>
      }
    >
      <Answered answer={answer} rows={10}>
        {(closure) =>
          closure.payNow.accounts.length === 0 ? (
            <Nothing />
          ) : (
            <Answered answer={closing}>
              {(done) =>
                done.after === null ? (
                  <Closing closure={closure} closing={done} targets={targetsIn(own)} />
                ) : (
                  <ClosedWatch after={done.after} payNow={closure.payNow} />
                )
              }
            </Answered>
          )
        }
      </Answered>
      <div className="scam-place">
        <ScamWarning />
      </div>
    </Page>
  )
}

function Closing(props: {
  readonly closure: Closure
  readonly closing: ClosingView
  /** The ways out of whoever is looked at. */
  readonly targets: readonly ClosureTarget[]
}) {
  const { closure, closing } = props
  return (
    <div className="column">
      <Verdict closure={closure} state={closing.state} />
      <WaysOut closure={closure} targets={props.targets} />
      <div className="two">
        <Steps steps={closure.steps} requirements={closure.requirements} isRequested={closing.state === 'requested'} />
        <Requirements closure={closure} />
      </div>
      <Below>
        <Quotes
          key={`${closure.target}${closure.owner}`}
          accounts={closure.payNow.accounts.map(({ id }) => id)}
          suggested={closure.earliestOn}
        />
        <div className="two">
          <ClosingDay
            target={closure.target}
            owner={closure.owner}
            closing={closing}
            isReady={closure.verdict === 'ready'}
            open={closure.requirements.filter(isOpen)}
          />
          {closure.choice === null ? null : <ClosingChoice choice={closure.choice} />}
        </div>
        <div className="two">
          <Consequences closure={closure} />
          <SystemRisks risks={closure.systemRisks} />
        </div>
      </Below>
    </div>
  )
}

function Nothing() {
  const say = useWords(closureWords)
  const [, navigate] = useLocation()
  return (
    <Empty title={say('nothingTitle')} text={say('nothingText')}>
      <Button kind="main" onPress={() => navigate('/accounts/new')}>
        {say('addAccount')}
      </Button>
      <Button onPress={() => navigate('/import')}>{say('goImport')}</Button>
    </Empty>
  )
}
