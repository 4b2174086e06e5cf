import { existsSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Folders that a service copies to other computers, and folders of other computers. A ledger there may be overwritten
 * by an older copy of itself, and a backup there leaves this computer: both are said, and the backup is locked.
 */
const SERVICES: readonly (readonly [name: string, part: RegExp])[] = [
  ['OneDrive', /^onedrive( - .*)?$/i],
  ['iCloud', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Dropbox', /^dropbox( \(.*\))?$/i],
  ['Google Drive', /^(google ?drive|my drive|我的云端硬盘|googledrive-.*)$/i],
  ['坚果云', /^(nutstore( files)?|我的坚果云)$/i],
  ['百度网盘', /^(baidusyncdisk|baidunetdisk.*|百度网盘.*)$/i],
  ['微云', /^(微云.*|weiyun.*)$/i],
  ['WPS', /^(wps ?drive|wps云盘|wpsdrive)$/i],
  ['Box', /^box( sync)?$/i],
  ['Nextcloud', /^(nextcloud|owncloud)$/i],
  ['MEGA', /^mega(sync)?$/i],
  ['Syncthing', /^(syncthing|sync)$/i],
]

/** What services leave in the folders that they copy. */
const MARKS: readonly (readonly [name: string, mark: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox'],
  ['Resilio', '.sync'],
  ['坚果云', '.nutstore'],
]

/** The service that copies this folder elsewhere, by name; null where none is known. */
export function syncServiceOf(folder: string): string | null {
  const parts = folder.split(/[\\/]+/)
  const named = SERVICES.find(([, part]) => parts.some((name) => part.test(name)))
  if (named) return named[0]
  for (let at = folder; ; at = dirname(at)) {
    const marked = MARKS.find(([, mark]) => existsSync(join(at, mark)))
    if (marked) return marked[0]
    if (dirname(at) === at) return null
  }
}

/** A folder on another computer leaves this one too. */
export const serviceOf = (folder: string): string | null =>
  syncServiceOf(folder) ?? (isOnNetwork(folder) ? 'network' : null)

/** Kinds of file systems of Linux whose disk is another computer's: NFS, SMB, CIFS, AFS, 9P. */
const NETWORK_KINDS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997])

/** Whether the folder lies on another computer: there SQLite's locks cannot be relied upon. */
export function isOnNetwork(folder: string): boolean {
  if (/^[\\/]{2}[^\\/?.]/.test(folder)) return true
  if (process.platform !== 'linux' || !existsSync(folder)) return false
  return NETWORK_KINDS.has(Number(statfsSync(folder).type) >>> 0)
}
