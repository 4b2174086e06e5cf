import { proposalText } from '#shared/contract/texts/proposal-text.ts'
import type { Relief } from '#shared/outlook/case/relief.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Amount } from '../../components/amount.tsx'
import { Board, BoardRow } from '../../components/board.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { useNotWhileHidden } from '../../components/not-while-hidden.ts'
import { Section } from '../../components/section.tsx'
import { showToast } from '../../components/toast-list.ts'
import { usePreferences, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { caseWords } from './case-words.ts'

/** Enough: when it ends and what it costs. Not enough: what first, what then, what to ask, and the proposal in writing. */
export function ReliefAnswer({ relief }: { readonly relief: Relief }) {
  const say = useWords(caseWords)
  const { month, enough, freeOn, cost, shortfall } = relief
  return (
    <Section title={say(enough ? 'enough' : 'notEnough')}>
      <div className="stack">
        <p>
          {say.rich('leftOver', {
            income: <Amount key="income" value={month.income} />,
            expenses: <Amount key="expenses" value={month.expenses} />,
            left: <Amount key="left" value={month.left} form="sentence" />,
          })}
        </p>
        {enough && freeOn !== null ? (
          <p>
            {say.rich('freeOn', {
              day: <DayText key="day" day={freeOn} form="year" />,
              cost: <Amount key="cost" value={cost} form="sentence" />,
            })}
          </p>
        ) : null}
        {shortfall === null ? null : (
          <p className="is-attention">
            {say.rich('firstShort', {
              day: <DayText key="day" day={shortfall.on} />,
              required: <Amount key="required" value={shortfall.required} />,
              available: <Amount key="available" value={shortfall.available} />,
            })}
          </p>
        )}
      </div>
      {enough ? null : <NotEnough relief={relief} />}
    </Section>
  )
}

function NotEnough({ relief }: { readonly relief: Relief }) {
  const say = useWords(caseWords)
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
              pay: <Amount key="pay" value={item.pay} />,
              due: <Amount key="due" value={item.due} />,
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
      <Proposal relief={relief} />
    </div>
  )
}

/** What can be sent or read out as it stands; each debt its own share, so that no lender waits for the others. */
function Proposal({ relief }: { readonly relief: Relief }) {
  const say = useWords(caseWords)
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
                <Amount value={part.owed} />
              </td>
              <td className="number">
                <Amount value={part.monthly} />
              </td>
              <td className="number">{part.count}</td>
              <td className="number">
                <Amount value={part.last} />
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
