import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { measurePeak } from '../bench/peak-memory.ts'
import { removeFolder } from '../remove-folder.ts'

/** The peak of an import is that of its process (performance.md P4), whatever the process that measures it holds. */

it('measures what a program takes, not what its parent does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-peak-'))
  onTestFinished(() => removeFolder(folder))
  const [light, heavy] = [join(folder, 'light.mjs'), join(folder, 'heavy.mjs')]
  writeFileSync(light, '')
  writeFileSync(heavy, 'Buffer.alloc(300e6, 1)')
  const held = Buffer.alloc(500e6, 1)
  const small = measurePeak(light, '', folder)
  expect(held.at(-1)).toBe(1)
  expect(small).toBeLessThan(200)
  expect(measurePeak(heavy, '', folder) - small).toBeGreaterThan(250)
})
