import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const forked = { pool: 'forks' as const }
/** All but one processor are the default, which on two is one file at a time: much of what the files do is waiting. */
const parallel = { ...forked, maxWorkers: Math.max(2, availableParallelism() - 1) }

const unitTests = 'tests/{kernel,ledger,outlook,statement-files,contract,architecture,renderer}/**/*.test.ts'
const storeTests = 'tests/{store,handlers,cli,stories,browser-mode,launch}/**/*.test.ts'

/** A page answers when it can: what is polled has twenty seconds, on a busy machine too. */
const patient = { expect: { poll: { timeout: 20_000 } } }

/** One project per tier. `npm test` runs the quick ones; `e2e` needs a Chromium and a build, `deep` takes its time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...parallel,
          name: 'unit',
          include: [unitTests],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...parallel,
          name: 'store',
          include: [storeTests],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'e2e',
          ...patient,
          include: ['tests/e2e/**/*.test.ts'],
          // Each file has a browser, a ledger and a port of its own.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'desktop',
          ...patient,
          include: ['tests/desktop/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The quick tests again, each property from new seeds and ten times as often (tests/runs.ts).
        test: {
          ...forked,
          name: 'properties',
          include: [unitTests, storeTests],
          env: { PROPERTY_SEED: 'random', SHARE_OF_RUNS: '10' },
          testTimeout: 1_800_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
    ],
  },
})
