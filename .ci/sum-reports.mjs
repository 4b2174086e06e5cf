// Prints "passed failed skipped" over all JSON reports of the test runner in a folder. A test file that could not even
// be loaded has no tests to count, so it counts as one failure.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? 'reports'
const sum = { passed: 0, failed: 0, skipped: 0 }
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  sum.passed += report.numPassedTests
  sum.failed += report.numFailedTests
  sum.skipped += report.numPendingTests + report.numTodoTests
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) sum.failed += 1
  }
}
console.log(`${sum.passed} ${sum.failed} ${sum.skipped}`)
