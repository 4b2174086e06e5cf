import { defineConfig } from 'vitest/config'

/** What the mutants of a room are run against: the room's own tests, with few runs of each property. */
export const ownTests = (room: string) =>
  defineConfig({
    test: {
      root: '.',
      include: [`tests/${room}/**/*.test.ts`],
      testTimeout: 60_000,
      env: { SHARE_OF_RUNS: '0.1' },
    },
  })
