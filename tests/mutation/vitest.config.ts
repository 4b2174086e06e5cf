import { defineConfig } from 'vitest/config'

/** What the mutants of kernel and ledger are run against: their own tests, with few runs of each property. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/kernel/**/*.test.ts', 'tests/ledger/**/*.test.ts'],
    setupFiles: ['tests/mutation/few-runs.ts'],
  },
})
