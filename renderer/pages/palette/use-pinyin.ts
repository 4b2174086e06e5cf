import { useEffect, useState } from 'react'
import type { NameMatch } from './find-commands.ts'

const nothing: NameMatch = () => false
let loaded: NameMatch | null = null

/** The table of pinyin is large and only the palette asks for it: until it is here, letters alone are compared. */
export function usePinyin(): NameMatch {
  const [, setHere] = useState(loaded !== null)
  useEffect(() => {
    if (loaded !== null) return
    void import('pinyin-match').then(({ default: pinyin }) => {
      loaded = (name, text) => pinyin.match(name, text) !== false
      setHere(true)
    })
  }, [])
  return loaded ?? nothing
}
