import { defineConfig } from 'vitest/config'

/** What the mutants of a room are run against: the room's own tests, and those of other rooms that ask it as well, with few runs of each property. */
export const ownTests = (room: string, beside: readonly string[] = []) =>
  defineConfig({
    test: {
      root: '.',
      include: [`tests/${room}/**/*.test.ts`, ...beside],
      testTimeout: 60_000,
      env: { SHARE_OF_RUNS: '0.1' },
    },
  })
