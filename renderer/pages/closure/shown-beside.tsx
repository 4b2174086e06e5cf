import { type Fen, fen } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { closureWords } from './closure-words.ts'

/** Beside a figure in which Alipay's counts: what was worked out, which can be asked, and how much Alipay's is more or less. */
export function ShownBeside(props: { readonly derived: Fen; readonly explain: string; readonly more: Fen }) {
  const say = useWords(closureWords)
  const { derived, explain, more } = props
  return say.rich(more > 0 ? 'payShownMore' : 'payShownLess', {
    derived: (
      <Ask key="derived" figure={explain}>
        <Amount value={derived} />
      </Ask>
    ),
    difference: <Amount key="difference" value={fen(Math.abs(more))} />,
  })
}
