import { createContext, useContext } from 'react'
import type { Warning } from '#shared/outlook/answers.ts'

/** What the frame offers to every page's bar. `undo` and `redo` name what they would take back or do again; null: nothing. */
export type Frame = {
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  readonly amountsHidden: boolean
  readonly toggleAmounts: () => void
  readonly openPalette: () => void
  readonly openShortcuts: () => void
  /** Sample data is on the screen, not the user's own debts. */
  readonly sample: boolean
  readonly leaveSample: () => void
  /** The file can be read but not written: the code of the reason. */
  readonly readOnly: string | null
  /** The file is an older copy of the ledger that was used here before. */
  readonly older: Warning | null
  /** It was looked at and is the ledger all the same. */
  readonly acceptLedger: () => void
}

export const FrameContext = createContext<Frame | null>(null)

export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (frame === null) throw new Error('no frame above this page')
  return frame
}
