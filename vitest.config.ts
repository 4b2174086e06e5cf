import { defineConfig } from 'vitest/config'

const forked = { pool: 'forks' as const }

/** One project per tier. `npm test` runs the quick ones; `e2e` needs a Chromium and a build, `deep` takes its time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...forked,
          name: 'unit',
          include: ['tests/{kernel,ledger,outlook,statement-files,contract,architecture,renderer}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...forked,
          name: 'store',
          include: ['tests/{store,handlers,cli,stories,browser-mode,launch}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...forked,
          name: 'e2e',
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
