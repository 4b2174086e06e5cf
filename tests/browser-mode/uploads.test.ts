import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeOldUploads, uploadName } from '../../electron/browser-mode/body.ts'
import { removeFolder } from '../remove-folder.ts'

test.each([
  ['账单.csv', '账单.csv'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['C:\\x\\y.csv', 'C__x_y.csv'],
  ['a\u0000\nb.csv', 'a__b.csv'],
  ['..', '_'],
  ['', 'file'],
  [null, 'file'],
])('the name of an upload cannot choose a place: %j', (given, kept) => {
  expect(uploadName(given)).toBe(kept)
})

test('uploads that a crash left behind are removed, fresh ones stay', async () => {
  const [old, fresh] = ['huaqing-upload-', 'huaqing-upload-'].map((prefix) => mkdtempSync(join(tmpdir(), prefix)))
  writeFileSync(join(old!, 'statement.csv'), 'private')
  const twoDaysAgo = new Date(Date.now() - 48 * 60 * 60_000)
  utimesSync(old!, twoDaysAgo, twoDaysAgo)
  await removeOldUploads(Date.now())
  expect([existsSync(old!), existsSync(fresh!)]).toEqual([false, true])
  removeFolder(fresh!)
})
