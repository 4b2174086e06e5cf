import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { zipEntries } from '../../electron/files/zip-directory.ts'

/** Archives made by hand, so that each byte of them can lie. */
export type MadeFile = {
  readonly name: string
  readonly data: Uint8Array
  readonly isStored?: boolean
  /** The size that the directory claims, where it is not the real one. */
  readonly claimedSize?: number
}

const header = (mark: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUInt32LE(mark, 0)
  return buffer
}

export function madeZip(files: readonly MadeFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, isStored = false, claimedSize = data.length } of files) {
    const packed = isStored ? Buffer.from(data) : deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    const local = header(0x04034b50, 30)
    local.writeUInt16LE(0x800, 6)
    local.writeUInt16LE(isStored ? 0 : 8, 8)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimedSize, 22)
    local.writeUInt16LE(nameBytes.length, 26)
    const entry = header(0x02014b50, 46)
    entry.writeUInt16LE(0x800, 8)
    local.copy(entry, 10, 8, 30)
    entry.writeUInt32LE(at, 42)
    parts.push(local, nameBytes, packed)
    directory.push(entry, nameBytes)
    at += local.length + nameBytes.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = header(0x06054b50, 22)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

/** The files of an archive without a password. */
export function filesOf(bytes: Uint8Array): MadeFile[] {
  const entries = zipEntries(bytes)
  if (!entries.ok) throw new Error('no archive')
  return entries.value.map(({ name, method, data }) => ({
    name,
    data: method === 8 ? inflateRawSync(data) : Uint8Array.from(data),
  }))
}

/** A workbook with one of its files changed. */
export function withChanged(workbook: Uint8Array, name: RegExp, change: (text: string) => string): Buffer {
  return madeZip(
    filesOf(workbook).map((file) =>
      name.test(file.name) ? { ...file, data: Buffer.from(change(Buffer.from(file.data).toString('utf8'))) } : file,
    ),
  )
}
