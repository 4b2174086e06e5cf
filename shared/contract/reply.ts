/** What crosses the border: done, refused (a value) or failed (a fault with a reference into the local log). Errors cross as data. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly fault: { readonly reference: string } }

/** One violated rule by name, with the figures its sentence needs. Sentences in both languages: refusal-texts.ts. */
export type Refusal = {
  readonly kind: string
  readonly values?: Readonly<Record<string, string | number>>
  /** The fields that are wrong, by path; empty where the refusal is not about a field. */
  readonly fields?: readonly FieldRefusal[]
}

/** A backup may take the place of a file that nobody can use as a ledger. A locked, newer or full one is only waited for. */
export const isReplaceable = (kind: string): boolean => REPLACEABLE.includes(kind)

const REPLACEABLE: readonly string[] = [
  'ledger-damaged',
  'ledger-unreadable',
  'ledger-not-a-ledger',
  'ledger-foreign-schema',
  'ledger-not-found',
]

export type FieldRefusal = { readonly path: string; readonly kind: string; readonly text?: string }

export type Progress = { readonly done: number; readonly total: number | null; readonly stage: string }
