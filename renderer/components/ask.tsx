import { createContext, type ReactNode, useContext } from 'react'
import type { RequestInput } from '#shared/contract/contract.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Amount } from './amount.tsx'
import { partsWords } from './parts-words.ts'

/** A figure by its id, and the plan that it follows where that is not the ledger's own. */
export type AskedFigure = Pick<RequestInput<'explain'>, 'figure' | 'plan'>

/** Opens the panel that explains a figure; given by the frame. */
export const AskContext = createContext<(asked: AskedFigure) => void>(() => undefined)

/** A figure that can be asked: dotted underline, a button with a name, the panel behind it. `figure` is an id that `explain` takes. */
export function Ask(props: AskedFigure & { readonly children: ReactNode }) {
  const say = useWords(partsWords)
  const open = useContext(AskContext)
  return (
    <button
      type="button"
      className="ask"
      onClick={() => open({ figure: props.figure, ...(props.plan && { plan: props.plan }) })}
      title={say('howMadeUp')}
    >
      {props.children}
      <span className="unseen">{say('howMadeUp')}</span>
    </button>
  )
}

/** An amount that can be asked where there is one: of nothing there is nothing to tell. */
export const AskedUnlessZero = ({ figure, amount }: { readonly figure: string | null; readonly amount: Fen }) =>
  figure === null || amount === 0 ? (
    <Amount value={amount} />
  ) : (
    <Ask figure={figure}>
      <Amount value={amount} />
    </Ask>
  )

/** The same as words beside a large figure: 怎么来的. */
export function AskWords({ figure }: { readonly figure: string }) {
  const say = useWords(partsWords)
  const open = useContext(AskContext)
  return (
    <button type="button" className="ask ask-words" onClick={() => open({ figure })}>
      {say('howMadeUp')}
    </button>
  )
}
