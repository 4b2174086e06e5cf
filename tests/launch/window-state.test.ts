import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fittingBox, readWindowState, type WindowState, writeWindowState } from '../../electron/desktop/window-state.ts'
import { removeFolder } from '../remove-folder.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }

test.each([
  ['no place yet: the usual size, centered', null, [laptop], { width: 1280, height: 820 }],
  ['no place yet on a small screen', null, [{ x: 0, y: 0, width: 1024, height: 700 }], { width: 1024, height: 700 }],
  ['where it stood', { x: 10, y: 30, width: 1000, height: 700 }, [laptop], { x: 10, y: 30, width: 1000, height: 700 }],
  [
    'on the second screen',
    { x: 1500, y: 40, width: 1000, height: 700 },
    [laptop, beside],
    { x: 1500, y: 40, width: 1000, height: 700 },
  ],
  ['the second screen is gone', { x: 1500, y: 40, width: 1000, height: 700 }, [laptop], { width: 1000, height: 700 }],
  [
    'its title bar is above the screen',
    { x: 10, y: -300, width: 1000, height: 700 },
    [laptop],
    { width: 1000, height: 700 },
  ],
  ['only a corner would show', { x: 1400, y: 800, width: 1000, height: 700 }, [laptop], { width: 1000, height: 700 }],
  [
    'larger than its screen',
    { x: 0, y: 25, width: 3000, height: 2000 },
    [laptop],
    { x: 0, y: 25, width: 1440, height: 875 },
  ],
])('%s', (_name, kept, areas, expected) => {
  expect(fittingBox(kept, areas)).toEqual(expected)
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-window-'))
})
afterEach(() => removeFolder(folder))

const state: WindowState = {
  box: { x: 1, y: 2, width: 1000, height: 700 },
  maximized: true,
  zoomLevel: 0.5,
  language: 'en',
  colorScheme: 'dark',
}

test('what is written is read again', () => {
  writeWindowState(folder, state)
  expect(readWindowState(folder)).toEqual(state)
})

test.each([
  '',
  '{',
  'null',
  '{"box":{"x":0,"y":0,"width":-1,"height":5}}',
  JSON.stringify({ ...state, language: 'fr' }),
])('a damaged file counts as none: %s', (content) => {
  writeFileSync(join(folder, 'window.json'), content)
  expect(readWindowState(folder)).toEqual({
    box: null,
    maximized: false,
    zoomLevel: 0,
    language: null,
    colorScheme: 'auto',
  })
})
