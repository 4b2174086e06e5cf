import { defineConfig } from 'vitest/config'

const forked = { pool: 'forks' as const }

/** A page answers when it can: what is polled has ten seconds, on a busy machine too. */
const patient = { expect: { poll: { timeout: 10_000 } } }

/** One project per tier. `npm test` runs the quick ones; `e2e` needs a Chromium and a build, `deep` takes its time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...forked,
          name: 'unit',
          include: ['tests/{kernel,ledger,outlook,statement-files,contract,architecture,renderer}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'store',
          include: ['tests/{store,handlers,cli,stories,browser-mode,launch}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'e2e',
          ...patient,
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
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
