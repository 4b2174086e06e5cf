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

export type FieldRefusal = { readonly path: string; readonly kind: string; readonly text?: string }

export type Progress = { readonly done: number; readonly total: number | null; readonly stage: string }
