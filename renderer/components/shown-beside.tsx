import { type Fen, fen } from '#shared/kernel/money.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Amount, type AmountForm } from './amount.tsx'
import { Ask } from './ask.tsx'
import { CertaintyMark } from './certainty.tsx'
import { partsWords } from './parts-words.ts'

/** A figure in which Alipay's own counts where it was copied: `derived` is then what was worked out. */
type Counted = { readonly amount: Fen; readonly derived: Fen | null; readonly explain: string }

/** Copied it carries its mark, worked out it can be asked; of nothing there is nothing to tell. */
export function ShownOrAsked({ amount, derived, explain, form = 'plain' }: Counted & { readonly form?: AmountForm }) {
  const isOther = derived !== null && derived !== amount
  return (
    <>
      {derived === null ? null : (
        <>
          <CertaintyMark value="shown" />{' '}
        </>
      )}
      {isOther || amount === 0 ? (
        <Amount value={amount} form={form} />
      ) : (
        <Ask figure={explain}>
          <Amount value={amount} form={form} />
        </Ask>
      )}
    </>
  )
}

/** Beside a figure in which Alipay's counts: what was worked out, which can be asked, and how much Alipay's is more or less. */
export function ShownBeside({ amount, derived, explain }: Counted) {
  const say = useWords(partsWords)
  if (derived === null || amount === derived) return null
  return say.rich(amount > derived ? 'shownMore' : 'shownLess', {
    derived: (
      <Ask key="derived" figure={explain}>
        <Amount value={derived} />
      </Ask>
    ),
    difference: <Amount key="difference" value={fen(Math.abs(amount - derived))} />,
  })
}
