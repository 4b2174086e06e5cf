import type { RequestInput } from '#shared/contract/contract.ts'
import { proposalText } from '#shared/contract/texts/proposal-text.ts'
import { dayText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Relief } from '#shared/outlook/case/relief.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskedUnlessZero } from '../../components/ask.tsx'
import { Board, BoardRow } from '../../components/board.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { useNotWhileHidden } from '../../components/not-while-hidden.ts'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { usePreferences, useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { caseWords } from './case-words.ts'

type Props = { readonly relief: Relief; readonly budget: RequestInput<'getRelief'> }

/** The id of a figure as it stands today. */
function useFigure(): (what: string) => string {
  const today = useToday()
  return (what) => `${what}@${dayText(today)}`
}

/** Enough: when it ends and what it costs. Not enough: what first, what then, what to ask, and the proposal in writing. */
export function ReliefAnswer({ relief, budget }: Props) {
  const say = useWords(caseWords)
  const figure = useFigure()
  const { month, enough, freeOn, cost, shortfall } = relief
  return (
    <Section title={say(enough ? 'enough' : 'notEnough')}>
      <div className="stack">
        <p>
          {say.rich(month.cushion === 0 ? 'leftOver' : 'leftOverKept', {
            income: <Amount key="income" value={month.income} />,
            expenses: <Amount key="expenses" value={month.expenses} />,
            cushion: <Amount key="cushion" value={month.cushion} />,
            left: (
              <AskedUnlessZero
                key="left"
                figure={figure('plan:money')}
                plan={budget}
                amount={month.left}
                form="sentence"
              />
            ),
          })}
        </p>
        {enough && freeOn !== null ? (
          <p>
            {say.rich('freeOn', {
              day: (
                <Ask key="day" figure={figure('plan:free')} plan={budget}>
                  <DayText day={freeOn} form="year" />
                </Ask>
              ),
              cost: (
                <AskedUnlessZero key="cost" figure={figure('plan:cost')} plan={budget} amount={cost} form="sentence" />
              ),
            })}
          </p>
        ) : null}
        {shortfall === null ? null : (
          <p className="is-attention">
            {say.rich('firstShort', {
              day: <DayText key="day" day={shortfall.on} />,
              required: <Amount key="required" value={shortfall.required} />,
              available: <Amount key="available" value={shortfall.available} />,
              missing: (
                <AskedUnlessZero
                  key="missing"
                  figure={figure(`plan:short:${dayText(shortfall.on)}`)}
                  plan={budget}
                  amount={fen(shortfall.required - shortfall.available)}
                />
              ),
            })}
          </p>
        )}
      </div>
      {enough ? null : <NotEnough relief={relief} budget={budget} />}
    </Section>
  )
}

function NotEnough({ relief, budget }: Props) {
  const say = useWords(caseWords)
  const figure = useFigure()
  const { accountName } = usePreferences()
  return (
    <div className="stack case-after">
      <h3 className="strong">{say('payFirst')}</h3>
      <Board label={say('payFirst')}>
        {relief.payFirst.map((item) => (
          <BoardRow
            key={`${item.account}${item.on}`}
            day={<DayText day={item.on} form="short" />}
            what={
              <>
                {accountName(item.account)} <Sentence {...item.why} room="case" />
              </>
            }
            note={item.rest === null ? null : <Sentence {...item.rest} room="case" />}
            amount={say.rich(item.pay === 0 ? 'payNotEnough' : 'payOfDue', {
              pay: (
                <AskedUnlessZero
                  key="pay"
                  figure={figure(`relief:pay:${item.account}:${dayText(item.on)}`)}
                  plan={budget}
                  amount={item.pay}
                />
              ),
              due: <AskedUnlessZero key="due" figure={item.explain} amount={item.due} />,
            })}
          />
        ))}
      </Board>
      <h3 className="strong">{say('askFor')}</h3>
      <ul className="case-points">
        {relief.asks.map((ask) => (
          <li key={ask.code}>
            <Sentence {...ask} room="case" />
          </li>
        ))}
      </ul>
      <Proposal relief={relief} budget={budget} />
    </div>
  )
}

/** What can be sent or read out as it stands; each debt its own share, so that no lender waits for the others. */
function Proposal({ relief, budget }: Props) {
  const say = useWords(caseWords)
  const figure = useFigure()
  const notWhileHidden = useNotWhileHidden()
  const { accountName, language, hideAmounts } = usePreferences()
  if (relief.proposal.length === 0) {
    return (
      <div className="call">
        <Icon name="warn" />
        <p>{say('nothingLeft')}</p>
      </div>
    )
  }
  const text = proposalText(relief, { language, nameOf: accountName })
  const copy = async () => {
    await bridge.shell.copyText(text)
    showToast({ text: say('copied') })
  }
  return (
    <>
      <h3 className="strong">{say('proposal')}</h3>
      <table className="grid-table dense">
        <thead>
          <tr>
            <th>{say('account')}</th>
            <th className="number">{say('proposal.owed')}</th>
            <th className="number">{say('proposal.monthly')}</th>
            <th className="number">{say('proposal.count')}</th>
            <th className="number">{say('proposal.last')}</th>
            <th className="number">{say('proposal.from')}</th>
          </tr>
        </thead>
        <tbody>
          {relief.proposal.map((part) => (
            <tr key={part.account}>
              <th scope="row">{accountName(part.account)}</th>
              <td className="number">
                <AskedUnlessZero figure={figure(`owed:${part.account}`)} amount={part.owed} />
              </td>
              <td className="number">
                <AskedUnlessZero
                  figure={figure(`relief:monthly:${part.account}`)}
                  plan={budget}
                  amount={part.monthly}
                />
              </td>
              <td className="number">{part.count}</td>
              <td className="number">
                <AskedUnlessZero figure={figure(`relief:last:${part.account}`)} plan={budget} amount={part.last} />
              </td>
              <td className="number">
                <DayText day={part.from} form="column" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hideAmounts ? null : <pre className="case-script case-letter">{text}</pre>}
      <div className="row">
        <Button small icon="copy" onPress={() => void copy()} cannot={notWhileHidden}>
          {say('copyProposal')}
        </Button>
      </div>
    </>
  )
}
