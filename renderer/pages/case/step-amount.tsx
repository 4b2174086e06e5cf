import type { FormEvent } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '#shared/contract/case-views.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import {
  COMPARED_FIGURES,
  type ComparedDifference,
  type ComparedFigure,
  type Comparison,
} from '#shared/ledger/case/case-fact.ts'
import { derivedFigures } from '#shared/ledger/case/derived-figures.ts'
import type { AccountOwed } from '#shared/ledger/owed.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { moneyOrNull } from '../../components/field-inputs.ts'
import { Icon } from '../../components/icon.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { owedFigure } from '../../state/owed-figure.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDraft } from '../../state/use-kept.ts'
import { Attachments } from './attachments.tsx'
import { caseWords, guideWords, useStepName } from './case-words.ts'

/** Step 1: what Alipay shows of each account beside the ledger; a difference is pinned and kept with its date. */
export function StepAmount({ view }: { readonly view: CaseView }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const guide = useWords(guideWords)
  const accounts = view.owed.accounts.filter(({ total, usedQuota }) => total > 0 || usedQuota > 0)
  if (accounts.length === 0) {
    return (
      <Section title={stepName('amount')}>
        <p className="second">{say('nothingOwed')}</p>
      </Section>
    )
  }
  return (
    <>
      <Section title={stepName('amount')}>
        <p className="label prose">{guide('amountHow')}</p>
      </Section>
      {accounts.map((owed) => {
        const last = view.comparisons.find(({ account }) => account === owed.id)
        return <CompareAccount key={owed.id} owed={owed} last={last ?? null} view={view} />
      })}
    </>
  )
}

type Props = { readonly owed: AccountOwed; readonly last: Comparison | null; readonly view: CaseView }

/** What is shown of an account there: bills of Huabei, parts of a loan, of a debt elsewhere what is left of it. */
type ToldAs = 'billed' | 'loans' | 'other'
const FIGURES: Readonly<Record<ToldAs, readonly ComparedFigure[]>> = {
  billed: COMPARED_FIGURES,
  loans: COMPARED_FIGURES,
  other: ['usedQuota'],
}

function useToldAs(id: AccountOwed['id']): ToldAs {
  const account = hereOrNull(useAsk('listAccounts', {}))?.find((one) => one.id === id)
  if (account === undefined || isBilled(account)) return 'billed'
  return isLending(account) ? 'loans' : 'other'
}

/** The parts of what is owed that each figure is made of. */
const PARTS: Readonly<Record<ComparedFigure, string>> = {
  billed: 'overdue+billed',
  unbilled: 'next',
  installments: 'future',
  usedQuota: 'usedQuota',
}

const EMPTY = { billed: '', unbilled: '', installments: '', usedQuota: '' }

function CompareAccount({ owed, last, view }: Props) {
  const say = useWords(caseWords)
  const nameOf = useAccountName()
  const today = useToday()
  const [shown, setShown] = useDraft(`comparison of ${owed.id}`, EMPTY)
  const derived = derivedFigures(owed)
  const toldAs = useToldAs(owed.id)
  const compare = useCommand('compareWithAlipay', {
    canUndo: true,
    done: ({ differences }) => say(differences === 0 ? 'comparedSame' : 'comparedDiffers', { n: differences }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const figures = Object.fromEntries(COMPARED_FIGURES.map((figure) => [figure, moneyOrNull(shown[figure])]))
    if ((await compare.run({ account: owed.id, shown: figures })) !== null) setShown(EMPTY)
  }
  return (
    <Section
      title={nameOf(owed.id)}
      aside={last === null ? say('notCompared') : say.rich('comparedOn', { day: <DayText key="day" day={last.on} /> })}
    >
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <table className="grid-table dense case-compare">
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                {say('inLedger')}
              </th>
              <th scope="col" className="number">
                {say(toldAs === 'other' ? 'inTheirs' : 'inAlipay')}
              </th>
            </tr>
          </thead>
          <tbody>
            {FIGURES[toldAs].map((figure) => (
              <tr key={figure}>
                <th scope="row">{say(figureWord(toldAs, figure))}</th>
                <td className="number">
                  <AskedUnlessZero figure={owedFigure(owed.id, PARTS[figure], today)} amount={derived[figure]} />
                </td>
                <td>
                  <MoneyField
                    label={`${nameOf(owed.id)} ${say(figureWord(toldAs, figure))}`}
                    labelHidden
                    value={shown[figure]}
                    refusal={compare.fieldRefusal(`shown.${figure}`)}
                    onChange={(text) => setShown((before) => ({ ...before, [figure]: text }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <FailureNote failure={compare.failure} />
        <div className="row">
          <Button submit>
            {say('compare')}
            <span className="unseen"> {nameOf(owed.id)}</span>
          </Button>
        </div>
      </form>
      {last === null ? null : <LastComparison comparison={last} view={view} toldAs={toldAs} />}
    </Section>
  )
}

function figureWord(toldAs: ToldAs, figure: ComparedFigure) {
  if (toldAs === 'other') return 'figure.other' as const
  return toldAs === 'loans' && figure !== 'usedQuota'
    ? (`figure.${figure}-of-loans` as const)
    : (`figure.${figure}` as const)
}

type LastProps = { readonly comparison: Comparison; readonly view: CaseView; readonly toldAs: ToldAs }

function LastComparison({ comparison, view, toldAs }: LastProps) {
  const say = useWords(caseWords)
  return (
    <div className="stack case-after">
      {comparison.differences.length === 0 ? (
        <p className="is-safe">{say('allSame')}</p>
      ) : (
        comparison.differences.map((one) => (
          <Difference key={one.figure} one={one} shown={comparison.shown[one.figure]} toldAs={toldAs} />
        ))
      )}
      <Attachments of={comparison.id} attachments={view.attachments} />
    </div>
  )
}

type DifferenceProps = { readonly one: ComparedDifference; readonly shown: number | null; readonly toldAs: ToldAs }

function Difference({ one, shown, toldAs }: DifferenceProps) {
  const say = useWords(caseWords)
  const format = useFormat()
  return (
    <div className="call">
      <Icon name="pin" />
      <p>
        {say(toldAs === 'other' ? 'differsThere' : 'differs', {
          figure: say(figureWord(toldAs, one.figure)),
          shown: format.amount(shown as ComparedDifference['difference']),
          difference: format.amount(one.difference),
        })}
      </p>
      {one.rows.length === 0 ? (
        <p className="second">{say('noRow')}</p>
      ) : (
        <ul className="case-points">
          {one.rows.map((set) => (
            <li key={set.entries.join()}>
              {say(set.take === 'out' ? 'rowOut' : 'rowIn')}{' '}
              {set.entries.map((entry, index) => (
                <Link key={entry} href={`/entries/${encodeURIComponent(entry)}`}>
                  {say('openRow', { n: index + 1 })}
                </Link>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
