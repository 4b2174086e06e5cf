import { defineConfig } from 'vitest/config'

/** What the mutants of the decisions are run against: every command and refusal with its sentence, on a real ledger file. */
export default defineConfig({
  test: {
    root: '.',
    pool: 'forks',
    include: ['tests/stories/*.test.ts', 'tests/handlers/*.test.ts', 'tests/ledger/edit-terms.test.ts'],
    exclude: ['tests/stories/{export-law,scenario-law}.test.ts'],
    testTimeout: 120_000,
    env: { SHARE_OF_RUNS: '0.2' },
  },
})
