/** What axe finds on a page, as lines a person can act on; an empty list is what every page must give. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * The page has no frames, so axe runs in it as a whole: gathering frames in a second page of the browser, and the list
 * of all that is well, took more than half of the time and found the same.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('a page with frames: axe must look into each of them')
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
  )
}
