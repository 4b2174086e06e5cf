import { createContext, type ReactNode, useContext } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Amount, type AmountForm } from './amount.tsx'
import { partsWords } from './parts-words.ts'

/** A figure by its id, the plan that it follows where that is not the ledger's own, and the notice of which it is. */
export type AskedFigure = RequestInput<'explain'>

/** Given by the frame: `open` opens the panel that explains a figure, `ahead` asks for what it will say. */
export type Asking = {
  readonly open: (asked: AskedFigure) => void
  readonly ahead: (asked: AskedFigure) => void
}
export const AskContext = createContext<Asking>({ open: () => undefined, ahead: () => undefined })

/** A figure that can be asked: dotted underline, a button with a name, the panel behind it. `figure` is an id that `explain` takes. */
export function Ask({ children, ...props }: AskedFigure & { readonly children: ReactNode }) {
  const say = useWords(partsWords)
  const { open, ahead } = useContext(AskContext)
  const { figure, plan, notice } = props
  const asked: AskedFigure = { figure, ...(plan && { plan }), ...(notice && { notice }) }
  return (
    <button
      type="button"
      className="ask"
      onPointerDown={() => ahead(asked)}
      onClick={() => open(asked)}
      title={say('howMadeUp')}
    >
      {children}
      <span className="unseen">{say('howMadeUp')}</span>
    </button>
  )
}

/** An amount that can be asked where there is one: of nothing there is nothing to tell. */
export function AskedUnlessZero(
  props: Omit<AskedFigure, 'figure'> & {
    readonly figure: string | null
    readonly amount: Fen
    readonly form?: AmountForm
  },
) {
  const { figure, amount, form = 'plain', ...asked } = props
  const shown = <Amount value={amount} form={form} />
  return figure === null || amount === 0 ? (
    shown
  ) : (
    <Ask figure={figure} {...asked}>
      {shown}
    </Ask>
  )
}

/** The same as words beside a large figure: 怎么来的. */
export function AskWords({ figure }: { readonly figure: string }) {
  const say = useWords(partsWords)
  const { open, ahead } = useContext(AskContext)
  return (
    <button
      type="button"
      className="ask ask-words"
      onPointerDown={() => ahead({ figure })}
      onClick={() => open({ figure })}
    >
      {say('howMadeUp')}
    </button>
  )
}
