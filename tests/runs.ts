/** How often a property is tried: as often as it says, or a share of it where thousands of mutants are judged (tests/mutation). */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(count * Number(process.env.SHARE_OF_RUNS ?? 1)),
})
