import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** Path inside the archive, `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

const UTF8_NAMES = 0x0800
/** 1 January 1980, the first day that ZIP can say: the same entries give the same bytes. */
const NO_DAY = 0x0021

/**
 * A ZIP archive whose entries are stored as they are: PDFs hold compressed streams already, and no version of a
 * compressor changes the bytes (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Under 4 GiB and 65,535 entries.
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8')
    const about = aboutEntry(path, bytes)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, bytes])
    directory.push(directoryEntry(about, path, offset))
    pieces.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...pieces, index, endRecord(entries.length, index.length, offset)])
}

/** The 26 bytes that the local header and the directory share. */
function aboutEntry(path: Buffer, bytes: Uint8Array): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(UTF8_NAMES, 2)
  about.writeUInt16LE(NO_DAY, 8)
  about.writeUInt32LE(crc32(bytes), 10)
  about.writeUInt32LE(bytes.length, 14)
  about.writeUInt32LE(bytes.length, 18)
  about.writeUInt16LE(path.length, 22)
  return about
}

function directoryEntry(about: Buffer, path: Buffer, offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, path])
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
