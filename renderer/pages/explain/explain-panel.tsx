import './explain.css'
import { useMemo, useState } from 'react'
import { derivationRows } from '#shared/contract/derivation-rows.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Amount } from '../../components/amount.tsx'
import type { AskedFigure } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence, useSentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useRowsInSight } from '../../state/use-rows-in-sight.ts'
import { stretchesOf } from './day-strip.ts'
import { DayStrip } from './day-strip-view.tsx'
import { isOwnPlan, MOST_ROWS_OF_A_DAY, shownRows } from './explain-rows.ts'
import { explainWords } from './explain-words.ts'

/** Any figure, in lines that add up to it, with rule and source, and in a sentence for customer service. */
export function ExplainPanel({ asked, onClose }: { readonly asked: AskedFigure; readonly onClose: () => void }) {
  const say = useWords(explainWords)
  const answer = useAsk('explain', asked)
  return (
    <Dialog title={say('title')} onClose={onClose}>
      <Answered answer={answer}>{(derivation) => <Explained derivation={derivation} />}</Answered>
    </Dialog>
  )
}

const ROWS = { above: 140, row: 30 }

function Explained({ derivation }: { readonly derivation: Derivation }) {
  const say = useWords(explainWords)
  const [all, setAll] = useState(false)
  const most = derivation.day === undefined ? undefined : MOST_ROWS_OF_A_DAY
  const { rows, hidden } = useMemo(() => shownRows(derivation.lines, all, most), [derivation, all, most])
  const stretches = useMemo(() => stretchesOf(derivation.lines), [derivation])
  const drawn = rows.slice(0, useRowsInSight(rows.length, ROWS))
  return (
    <>
      <Answer derivation={derivation} />
      <DayStrip stretches={stretches} />
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('line')}</th>
            <th scope="col" className="number">
              {say(derivation.day === undefined ? 'amount' : 'leftThen')}
            </th>
            <th scope="col">
              <span className="unseen">{say('certainty')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.length > 0 ? null : (
            <tr>
              <td className="second" colSpan={3}>
                {say('nothingIn')}
              </td>
            </tr>
          )}
          {drawn.map(({ line, depth, path }) => (
            <Line key={path} line={line} depth={depth} marked={line.certainty !== derivation.certainty} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(derivation.day === undefined ? 'total' : 'leftInAll')}</th>
            <td className="number total">
              <Amount value={derivation.amount} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {hidden === 0 ? null : (
        <button type="button" className="link note" onClick={() => setAll(true)}>
          {say('showAll', { n: hidden })}
        </button>
      )}
      <CopyLines derivation={derivation} />
      {derivation.lines.length === 0 || isOwnPlan(derivation.figure) ? null : <ForService derivation={derivation} />}
    </>
  )
}

/** The figure itself; of one that is a day, the day. */
function Answer({ derivation: { day, amount, certainty } }: { readonly derivation: Derivation }) {
  const say = useWords(explainWords)
  return (
    <p className="row wide">
      {day === undefined ? (
        <Amount value={amount} form="answer" />
      ) : (
        <span className={day === null ? 'figure-day' : 'answer-day is-safe'}>
          {day === null ? say('neverEnds') : <DayText day={day} form="year" />}
        </span>
      )}
      <span className="state">
        <CertaintyMark value={certainty} />
        <span className="label">{say(day === undefined ? 'addsUp' : 'untilWhen')}</span>
      </span>
    </p>
  )
}

function Line({
  line,
  depth,
  marked,
}: {
  readonly line: DerivationLine
  readonly depth: number
  readonly marked: boolean
}) {
  const say = useWords(explainWords)
  const notes = [
    line.rounding === null ? '' : say(`rounding.${line.rounding}`),
    line.source === '' ? '' : say('ruleSource', { source: line.source }),
  ].filter((note) => note !== '')
  return (
    <tr className={`explain-line depth-${Math.min(depth, 3)}`}>
      <td>
        <Sentence room="rule" code={line.rule} values={line.values} />
        {notes.length === 0 ? null : <small>{notes.join(' · ')}</small>}
      </td>
      <td className="number">
        <Amount value={line.amount} />
      </td>
      <td className="number">{marked ? <CertaintyMark value={line.certainty} /> : null}</td>
    </tr>
  )
}

/** The whole tree as text: the same lines as on the command line, with tabs between their columns. */
function CopyLines({ derivation }: { readonly derivation: Derivation }) {
  const say = useWords(explainWords)
  const sentence = useSentence('rule')
  const format = useFormat()
  const copy = async () => {
    const rows = derivationRows(derivation, {
      text: (line) => sentence({ code: line.rule, values: line.values }),
      amount: format.amount,
    })
    const total = [say(derivation.day === undefined ? 'total' : 'leftInAll'), format.amount(derivation.amount)]
    await bridge.shell.copyText([...rows, total].map((cells) => cells.join('\t').trimEnd()).join('\n'))
    showToast({ text: say('copied') })
  }
  return (
    <div className="explain-copy">
      <Button small icon="copy" onPress={() => void copy()}>
        {say('copyLines')}
      </Button>
    </div>
  )
}

function ForService({ derivation }: { readonly derivation: Derivation }) {
  const say = useWords(explainWords)
  const sentence = useSentence('rule')
  const format = useFormat()
  const lines = derivation.lines.map((line) =>
    say('serviceLine', {
      what: sentence({ code: line.rule, values: line.values }),
      amount: format.amount(line.amount),
    }),
  )
  const text = say('service', { amount: format.amount(derivation.amount), lines: lines.join(say('serviceJoin')) })
  const copy = async () => {
    await bridge.shell.copyText(text)
    showToast({ text: say('copied') })
  }
  return (
    <section className="explain-words">
      <header>
        <h3>{say('forService')}</h3>
        <Button small icon="copy" onPress={() => void copy()}>
          {say('copy')}
        </Button>
      </header>
      <p>{text}</p>
    </section>
  )
}
