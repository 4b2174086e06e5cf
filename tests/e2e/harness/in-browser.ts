/** `describe` for tests in a browser: where there is no Chromium they are reported as skipped, with the reason. */
import { beforeEach, describe } from 'vitest'
import { chromiumPath } from './chromium.ts'

export function describeInBrowser(name: string, tests: () => void): void {
  describe(name, () => {
    beforeEach((context) => context.skip(chromiumPath === null, 'no Chromium here; set CHROMIUM'))
    tests()
  })
}
