import type { Page } from 'playwright-core'

/** Every error in the page, on its console, against its policy (Chromium reports one as a console error) or on its way out. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const aborted = request.failure()?.errorText === 'net::ERR_ABORTED'
    if (!aborted) problems.push(`request: ${request.url()} ${request.failure()?.errorText}`)
  })
  return problems
}
