import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unlessUnreadable } from '../../electron/handlers/unless-unreadable.ts'
import { LOG_FILE } from '../../electron/log.ts'
import { UnreadableRecord } from '../../electron/store/shapes.ts'
import { temporaryFolder } from './temporary-store.ts'

/** What cannot be read stands in nobody's way; what cannot be asked now is no damage, and a fault is not hidden. */

const coded = (code: string): Error => Object.assign(new Error('of the disk'), { code })
const failing = (folder: string, error: Error) => () =>
  unlessUnreadable(folder, () => {
    throw error
  })

it('takes damage and records that are none for nothing, without a word in the log', () => {
  const folder = temporaryFolder()
  for (const error of [coded('SQLITE_CORRUPT'), coded('SQLITE_NOTADB'), new UnreadableRecord('x')])
    expect(failing(folder, error)()).toBe(null)
  expect(existsSync(join(folder, LOG_FILE))).toBe(false)
})

it('lets go on what says nothing of the ledger: another process writes, the disk is full', () => {
  for (const code of ['SQLITE_BUSY', 'SQLITE_FULL'])
    expect(failing(temporaryFolder(), coded(code))).toThrow(expect.objectContaining({ code }))
})

it('writes a fault of the program into the log', () => {
  const folder = temporaryFolder()
  expect(failing(folder, new TypeError('undefined is no function'))()).toBe(null)
  expect(readFileSync(join(folder, LOG_FILE), 'utf8')).toMatch(
    / [0-9A-F]{8} unreadable\n +TypeError: undefined is no function/,
  )
})
