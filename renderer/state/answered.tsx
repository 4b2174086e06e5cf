import type { ReactNode } from 'react'
import { Failed, LoadingPanel, RefusalNote } from '../components/waiting.tsx'
import type { Answer } from './use-ask.ts'
import type { Failure } from './use-command.ts'

/** Waiting, refused and failed, handled once: the page says only what it shows when the answer is there. */
export function Answered<T>(props: {
  readonly answer: Answer<T>
  readonly rows?: number
  readonly children: (value: T, stale: boolean) => ReactNode
}) {
  const { answer } = props
  switch (answer.state) {
    case 'waiting':
      return <LoadingPanel rows={props.rows ?? 4} />
    case 'refused':
      return <RefusalNote refusal={answer.refusal} />
    case 'failed':
      return <Failed reference={answer.reference} onAgain={answer.again} />
    case 'here':
      return props.children(answer.value, answer.stale)
  }
}

/** Why a command was not done, above the buttons of its form; what is wrong with a field stands at the field. */
export function FailureNote({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null
  if ('fault' in failure) return <Failed reference={failure.fault.reference} />
  if ((failure.refusal.fields?.length ?? 0) > 0) return null
  return <RefusalNote refusal={failure.refusal} />
}
