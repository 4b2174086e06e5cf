/** Two channels for failure: a refusal is a value that names the violated rule; a fault is a throw. */

export type Outcome<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const refused = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })

/** Ends a switch over a closed union: the compiler complains here when a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
