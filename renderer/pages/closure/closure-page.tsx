import './closure.css'
import { useLocation, useParams } from 'wouter'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { Consequences, ScamWarning, SystemRisks } from './after-closing.tsx'
import { closureWords } from './closure-words.ts'
import { Quote } from './quotes.tsx'
import { Requirements } from './requirements.tsx'
import { Steps } from './steps.tsx'
import { Verdict } from './verdict.tsx'

const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const
const isTarget = (item: string | undefined): item is ClosureTarget => TARGETS.some((target) => target === item)

/** May it be closed, what is in the way, and the way there. The address names the target: `/closure/huabei`. */
export function ClosurePage() {
  const say = useWords(closureWords)
  const { item } = useParams<{ item?: string }>()
  const [, navigate] = useLocation()
  const target: ClosureTarget = isTarget(item) ? item : 'credit-purchase'
  const answer = useAsk('getClosure', { target })
  const choices = TARGETS.map((value) => ({ value, label: say(`target.${value}`) }))
  return (
    <Page
      title={say('title')}
      tools={
        <Segmented
          label={say('targets')}
          choices={choices}
          value={target}
          onChange={(next) => navigate(`/closure/${next}`)}
        />
      }
    >
      <Answered answer={answer} rows={10}>
        {(closure) => (closure.payNow.accounts.length === 0 ? <Nothing /> : <Closing closure={closure} />)}
      </Answered>
      <div className="scam-place">
        <ScamWarning />
      </div>
    </Page>
  )
}

function Closing({ closure }: { readonly closure: Closure }) {
  const today = useToday()
  return (
    <div className="column">
      <Verdict closure={closure} />
      <div className="two">
        <Steps steps={closure.steps} />
        <Requirements closure={closure} />
      </div>
      {closure.payNow.accounts
        .filter((account) => account.amount > 0)
        .map((account) => (
          <Quote key={account.id} account={account.id} on={today} />
        ))}
      <div className="two">
        <Consequences closure={closure} />
        <SystemRisks risks={closure.systemRisks} />
      </div>
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
