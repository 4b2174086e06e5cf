import { type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/preferences.tsx'
import { closureWords } from './closure-words.ts'

/** So many lines of evidence are read; of years of bills there may be hundreds. */
const FIRST = 10

/** The first lines, and below them a button for all of them. */
export function FirstLines<T>(props: { readonly all: readonly T[]; readonly line: (one: T) => ReactNode }) {
  const say = useWords(closureWords)
  const { all, line } = props
  const [isWhole, setWhole] = useState(false)
  // A button for one line would take the place of that line.
  const shown = isWhole || all.length <= FIRST + 1 ? all : all.slice(0, FIRST)
  return (
    <>
      {shown.map(line)}
      {shown.length === all.length ? null : (
        <button type="button" className="link note" onClick={() => setWhole(true)}>
          {say('linesAll', { n: all.length })}
        </button>
      )}
    </>
  )
}
