/** What a decision says, in one word or two: it takes the draft as it is given, or names the rule that it breaks. */
export const taken = <T>(value: T) => ({ ok: true, value })

export const breaks = (kind: string, values: Readonly<Record<string, string | number>> = {}) => ({
  ok: false,
  refusal: { kind, values },
})
