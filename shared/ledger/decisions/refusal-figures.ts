/** A refusal of a decision: the rule that it would break, and the figures of its sentence as text ready to be read. */
export type Refuses<K extends string, V extends string = never> = {
  readonly kind: K
  readonly values: { readonly [name in V]: string | number }
}
