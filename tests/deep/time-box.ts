import fc from 'fast-check'

/** Deep tests run until their time is over, not a number of times: `DEEP_SECONDS` each (60 unless set). */
export const deepSeconds = (): number => Number(process.env.DEEP_SECONDS ?? 60)

/** `DEEP_RUNS` asks for so many runs of each property instead, however long they take: null unless set. */
const deepRuns = (): number | null => (process.env.DEEP_RUNS === undefined ? null : Number(process.env.DEEP_RUNS))

/** How long a test of properties may take, in milliseconds: a number of runs has no time box. */
export const deepPatience = (): number => (deepRuns() === null ? deepSeconds() * 1000 + 540_000 : 14_400_000)

/** The seed of this run: `DEEP_SEED` repeats one. It is printed, so that what failed can be run again. */
export const deepSeed = (): number => Number(process.env.DEEP_SEED ?? Math.trunc(performance.timeOrigin % 2 ** 31))

/** A small generator of its own: what happens by chance follows from the seed that is printed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Runs a property for as long as its share of the time box lasts, or its share of the runs that were asked for. */
export async function forTheTime<T>(name: string, share: number, property: fc.IAsyncProperty<T>): Promise<number> {
  const seed = deepSeed()
  const asked = deepRuns()
  const details = await fc.check(property, {
    seed,
    numRuns: asked === null ? 10_000_000 : Math.ceil(asked * share),
    ...(asked === null ? { interruptAfterTimeLimit: deepSeconds() * 1000 * share, markInterruptAsFailure: false } : {}),
  })
  console.log(`${name}: ${details.numRuns} runs, seed ${seed}`)
  if (details.failed && details.counterexample !== null)
    throw new Error(fc.defaultReportMessage(details) ?? name, { cause: details.errorInstance })
  return details.numRuns
}
