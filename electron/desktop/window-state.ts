/** Where the window stood last time. A screen may be gone since: what no longer shows is put back in sight. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const SMALLEST = { width: 960, height: 640 } as const
const DEFAULT_SIZE = { width: 1280, height: 820 } as const
const FILE = 'window.json'

const boxSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
const stateSchema = z.object({
  box: boxSchema.nullable(),
  maximized: z.boolean(),
  zoomLevel: z.number().min(-3).max(5),
  language: z.enum(['zh-CN', 'en']).nullable(),
  colorScheme: z.enum(['light', 'dark', 'auto']),
})
export type WindowState = Readonly<z.infer<typeof stateSchema>>

const fresh: WindowState = { box: null, maximized: false, zoomLevel: 0, language: null, colorScheme: 'auto' }

/** A file that is absent or damaged is no reason not to start. */
export function readWindowState(folder: string): WindowState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    return fresh
  }
}

/** Written beside and renamed, so that a crash leaves the old or the new state, never half of one. */
export function writeWindowState(folder: string, state: WindowState): void {
  const beside = join(folder, `${FILE}.new`)
  writeFileSync(beside, JSON.stringify(state), { mode: 0o600 })
  renameSync(beside, join(folder, FILE))
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)

/**
 * The box to open at.
 * @param kept from last time, or null
 * @param areas work areas of the screens that are there now, the primary first
 * @returns the kept box, shrunk to its screen, when enough of its title bar can be grabbed; else null position, to be centered
 */
export function fittingBox(kept: Box | null, areas: readonly Box[]): Partial<Box> & { width: number; height: number } {
  const primary = areas[0]
  const smaller = (size: { width: number; height: number }, area: Box | undefined) => ({
    width: Math.min(size.width, area?.width ?? size.width),
    height: Math.min(size.height, area?.height ?? size.height),
  })
  if (kept === null) return smaller(DEFAULT_SIZE, primary)
  const screen = areas.find(
    (area) =>
      overlap(kept.x, kept.width, area.x, area.width) >= 160 && kept.y >= area.y && kept.y <= area.y + area.height - 40,
  )
  return screen === undefined ? smaller(kept, primary) : { x: kept.x, y: kept.y, ...smaller(kept, screen) }
}
