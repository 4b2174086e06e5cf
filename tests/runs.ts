const share = Number(process.env.SHARE_OF_RUNS ?? 1)

/**
 * How often a property is tried, and from which seed.
 *
 * The seed is one constant, so that a red run is the fault of the change and not of the draw. New seeds are drawn by
 * `npm run test:properties` (many times the runs), or by `PROPERTY_SEED=random`; a number repeats one. What fails prints
 * its seed. `SHARE_OF_RUNS` takes a share or a multiple of the runs.
 */
export const runs = (count: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: Math.ceil(count * share),
  ...seedOf(process.env.PROPERTY_SEED ?? '20261123'),
})

const seedOf = (asked: string): { readonly seed?: number } => (asked === 'random' ? {} : { seed: Number(asked) })

/** How long a slow property may take, in milliseconds: longer where it is tried more often. */
export const patience = (milliseconds: number): number => milliseconds * Math.max(1, share)
