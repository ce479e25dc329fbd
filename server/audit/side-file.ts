import { closeSync, existsSync, fdatasyncSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Room for some 3,000 events, taken from the disk beforehand: a full disk must not keep anybody from reading. */
const SIZE = 1024 * 1024

/** A file of lines with its room taken in advance. Its first line names the batch that the others belong to. */
export type SideFile = {
  batchId: string
  lines: () => string[]
  /** Durable when it returns. Throws when there is no room left. */
  add: (line: string) => void
  /** Empties it and begins another batch. */
  clear: (batchId: string) => void
}

/** Opens (or makes) the side file. Lines that a crash tore are left out. */
export function openSideFile(path: string, newId: () => string): SideFile {
  if (!existsSync(path)) make(path, newId())
  const used = () => readFileSync(path, 'utf8').replace(/\n+$/, '')
  const first = used().split('\n')[0] ?? ''
  const file: SideFile = {
    batchId: first,
    lines: () => used().split('\n').slice(1).filter((line) => line.endsWith('}')),
    add: (line) => {
      const start = Buffer.byteLength(used()) + 1
      const bytes = Buffer.from(`${line}\n`)
      if (start + bytes.length > SIZE) throw new Error('the side file is full')
      const handle = openSync(path, 'r+')
      try {
        writeSync(handle, bytes, 0, bytes.length, start)
        fdatasyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
    clear: (batchId) => {
      make(path, batchId)
      file.batchId = batchId
    },
  }
  return file
}

function make(path: string, batchId: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const handle = openSync(`${path}.new`, 'w', 0o600)
  try {
    const bytes = Buffer.alloc(SIZE, '\n')
    bytes.write(batchId)
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${path}.new`, path)
}
