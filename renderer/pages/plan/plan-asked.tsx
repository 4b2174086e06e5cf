import type { ReactNode } from 'react'
import { Ask } from '../../components/ask.tsx'
import type { PlanInput } from './plan-draft.ts'

/** A figure that can be asked, once it is known which plan its lines follow: saved or not, it is the one on the screen. */
export function Asked(props: {
  readonly figure: string
  readonly plan: PlanInput | null
  readonly children: ReactNode
}): ReactNode {
  if (props.plan === null) return props.children
  return (
    <Ask figure={props.figure} plan={props.plan}>
      {props.children}
    </Ask>
  )
}
