import type { ReactNode } from 'react'
import { useShownOnce } from './use-shown-once.ts'

/** What begins below the first window of a page: it is drawn once what is in sight has been shown. */
export function Below({ children }: { readonly children: ReactNode }) {
  return useShownOnce() ? children : <span hidden data-below />
}
