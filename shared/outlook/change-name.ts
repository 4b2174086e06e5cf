import type { Warning } from './answers.ts'

/** What a single change is called in `explain`: by its code, and of settling early by the plan that it settles. */
export const changeName = ({ code, values }: Warning): string =>
  values.plan === undefined ? code : `${code}:${values.plan}`
