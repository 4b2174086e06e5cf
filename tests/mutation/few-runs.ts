import fc from 'fast-check'

/** A fixed seed, so that a mutant is judged by the same cases as the code. */
fc.configureGlobal({ seed: 20_261_123, numRuns: 20 })
