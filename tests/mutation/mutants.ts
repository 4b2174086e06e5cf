import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomFrom } from '../deep/time-box.ts'

/**
 * Mutates one room after the other; each is judged by its own tests. `npm run mutants -- ledger` keeps to one.
 * A whole room takes the better part of an hour: `--share 0.1 --seed 7` judges a tenth of its lines, drawn by the seed.
 */
const ROOMS = ['kernel', 'ledger', 'decisions', 'outlook']
const LINES_IN_A_ROW = 8

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
})
const share = Number(values.share)

for (const room of positionals.length > 0 ? positionals : ROOMS) {
  const config = `tests/mutation/${room}.json`
  const drawn = share < 1 ? ['--mutate', drawLines(patternsOf(config), randomFrom(Number(values.seed))).join(',')] : []
  const { status } = spawnSync('npx', ['stryker', 'run', config, ...drawn], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

function patternsOf(config: string): readonly string[] {
  return (JSON.parse(readFileSync(config, 'utf8')) as { readonly mutate: readonly string[] }).mutate
}

/** Stretches of lines, `path:first-last`, each taken or left by chance. */
function drawLines(patterns: readonly string[], random: () => number): string[] {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'))
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  return globSync(included, { exclude: excluded })
    .sort()
    .flatMap((path) => {
      const lines = readFileSync(path, 'utf8').split('\n').length
      const stretches = Array.from(
        { length: Math.ceil(lines / LINES_IN_A_ROW) },
        (_, index) => index * LINES_IN_A_ROW + 1,
      )
      return stretches
        .filter(() => random() < share)
        .map((first) => `${path}:${first}-${Math.min(first + LINES_IN_A_ROW - 1, lines)}`)
    })
}
