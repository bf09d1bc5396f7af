/**
 * Reads a scenario file's text: an ordinary file, not too large, in UTF-8, or a picture that carries one. What
 * the text means is not its business.
 */
import { constants } from 'node:fs'
import { access, open, realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { failed } from '../host-problem'
import { carriedText } from '../picture/carried'
import { readProblem } from './file-reason'
import { revisionOf } from './save-file'

const MEBIBYTE = 1024 * 1024
/** The format's limit for a file. */
export const FILE_BYTES_MAX = 16 * MEBIBYTE

export interface OpenedFile {
  /** The file itself where the path was a symbolic link. */
  readonly path: string
  readonly text: string
  /** SHA-256 of the bytes on disk, hex. */
  readonly revision: string
  /** Whether the disk would refuse a save. */
  readonly readOnly: boolean
  /** The text was inside a picture, which a save must not replace. */
  readonly isCarried: boolean
}

/** A picture is larger than what it carries. */
const PICTURE_BYTES_MAX = 64 * MEBIBYTE

/** Reads the file at `path`; every way it can fail is a problem that says what to do. */
export async function openFile(path: string): Promise<Outcome<OpenedFile>> {
  const name = basename(path)
  try {
    const bytes = await readCapped(path)
    if (bytes === 'not-a-file') return failed('host/not-a-file', { name })
    if (bytes === 'too-large') return tooLarge(name, PICTURE_BYTES_MAX)
    const carried = carriedText(bytes, name)
    if (carried?.ok === false) return carried
    if (carried === undefined && bytes.length > FILE_BYTES_MAX)
      return tooLarge(name, FILE_BYTES_MAX)
    const text = carried?.value ?? decode(bytes)
    if (text === undefined) return failed('host/not-text', { name })
    const real = await realpath(path)
    const readOnly = await isReadOnly(real)
    const isCarried = carried !== undefined
    return {
      ok: true,
      value: { path: real, text, revision: revisionOf(bytes), readOnly, isCarried },
    }
  } catch (error) {
    return { ok: false, problems: [readProblem(path, error)] }
  }
}

/** Without blocking, so that a pipe is recognised instead of waited for; sized by the open file itself. */
async function readCapped(path: string): Promise<Buffer | 'not-a-file' | 'too-large'> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return 'not-a-file'
    if (stats.size > PICTURE_BYTES_MAX) return 'too-large'
    const bytes = await file.readFile()
    // The file may have grown since its size was taken.
    return bytes.length > PICTURE_BYTES_MAX ? 'too-large' : bytes
  } finally {
    await file.close()
  }
}

const tooLarge = (name: string, bytesMax: number) =>
  failed('host/too-large', { name, mebibytes: bytesMax / MEBIBYTE })

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function isReadOnly(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => false,
    () => true,
  )
}
