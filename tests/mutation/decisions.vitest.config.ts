import { defineConfig } from 'vitest/config'

/** What the mutants of the decisions are run against: every refusal with its sentence, on a real ledger file. */
export default defineConfig({
  test: {
    root: '.',
    pool: 'forks',
    include: ['tests/stories/{refusals,a-bill,commands-law}.test.ts', 'tests/ledger/edit-terms.test.ts'],
    testTimeout: 30_000,
    env: { SHARE_OF_RUNS: '0.5' },
  },
})
