import { rmSync } from 'node:fs'

/** Removes a folder with all that is in it, also where a process or thread that is ending still puts something there. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}
