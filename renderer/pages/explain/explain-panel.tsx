import './explain.css'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { showToast } from '../../components/toast-list.ts'
import { explain as en } from '../../i18n/en/explain.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence, useSentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { dictionary } from '../../i18n/words.ts'
import { explain as zh } from '../../i18n/zh-cn/explain.ts'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'

const words = dictionary(zh, en)

/** Any figure, in lines that add up to it, with rule and source, and in a sentence for customer service. */
export function ExplainPanel({ figure, onClose }: { readonly figure: string; readonly onClose: () => void }) {
  const say = useWords(words)
  const answer = useAsk('explain', { figure })
  return (
    <Dialog title={say('title')} onClose={onClose}>
      <Answered answer={answer}>{(derivation) => <Explained derivation={derivation} />}</Answered>
    </Dialog>
  )
}

function Explained({ derivation }: { readonly derivation: Derivation }) {
  const say = useWords(words)
  return (
    <>
      <p className="row wide">
        <Amount value={derivation.amount} form="answer" />
        <span className="state">
          <CertaintyMark value={derivation.certainty} />
          <span className="label">{say('addsUp')}</span>
        </span>
      </p>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('line')}</th>
            <th scope="col" className="number">
              {say('amount')}
            </th>
            <th scope="col">
              <span className="unseen">{say('certainty')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{rowsOf(derivation.lines, 0, '')}</tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('total')}</th>
            <td className="number total">
              <Amount value={derivation.amount} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <ForService derivation={derivation} />
    </>
  )
}

/** Lines of lines follow the line that they make up, set in by their depth. */
function rowsOf(lines: readonly DerivationLine[], depth: number, path: string): React.ReactNode[] {
  return lines.flatMap((line, index) => {
    const place = `${path}${index}.`
    return [<Line key={place} line={line} depth={depth} />, ...rowsOf(line.lines, depth + 1, place)]
  })
}

function Line({ line, depth }: { readonly line: DerivationLine; readonly depth: number }) {
  const say = useWords(words)
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
      <td className="number">
        <CertaintyMark value={line.certainty} />
      </td>
    </tr>
  )
}

function ForService({ derivation }: { readonly derivation: Derivation }) {
  const say = useWords(words)
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
