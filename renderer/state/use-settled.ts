import { useEffect, useState } from 'react'

/** The value once it has stood still for a moment, so that typing does not ask at every key. */
export function useSettled<T>(value: T, milliseconds = 200): T {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return JSON.parse(settled) as T
}
