import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store } from '../../electron/store/store.ts'
import { removeFolder } from '../remove-folder.ts'

/** A folder that vanishes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-test-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

/** A clock that moves one second per look, and ids that count up: every run is the same. */
export function testClock(start = Date.UTC(2026, 8, 1, 4)) {
  let time = start
  let id = 0
  return {
    now: () => {
      time += 1000
      return time
    },
    randomId: () => {
      id += 1
      return String(id).padStart(6, '0')
    },
  }
}

export function temporaryStore(path = join(temporaryFolder(), 'ledger.huaqing')): Store {
  const opened = openStore({ path, create: true, ...testClock() })
  if (!opened.ok) throw new Error(`not opened: ${opened.refusal.kind}`)
  onTestFinished(() => opened.value.close())
  return opened.value
}
