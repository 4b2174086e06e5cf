import type { UnpackedFile } from './zip-bounds.ts'

/**
 * Files as an archive in which nothing is packed. What reads workbooks takes an archive; this one holds only what was
 * unpacked within bounds, so that it can neither grow nor say anything else than was looked at.
 */
export function storedZip(files: readonly UnpackedFile[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name)
    const local = headerOf(0x04034b50, 30)
    local.writeUInt16LE(UTF8_NAMES, 6)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(nameBytes.length, 26)
    const entry = headerOf(0x02014b50, 46)
    local.copy(entry, 8, 6, 30)
    entry.writeUInt32LE(at, 42)
    parts.push(local, nameBytes, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    directory.push(entry, nameBytes)
    at += local.length + nameBytes.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = headerOf(0x06054b50, 22)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Uint8Array.from(Buffer.concat([...parts, listed, end]))
}

const UTF8_NAMES = 0x800

function headerOf(mark: number, length: number): Buffer {
  const header = Buffer.alloc(length)
  header.writeUInt32LE(mark, 0)
  return header
}
