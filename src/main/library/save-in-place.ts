/**
 * The way round a folder that takes no new files although the file itself may be written: the old content is
 * first kept elsewhere, then the file is overwritten where it is. Not atomic, hence the copy.
 */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Problem } from '../../shared/base/problem'
import { hostProblem, reasonOf } from '../host-problem'
import type { FilePort, OpenFile } from './file-port'
import { writeProblem } from './file-reason'
import { shownFolder } from './shown-folder'

interface InPlace {
  readonly port: FilePort
  readonly path: string
  readonly bytes: Uint8Array
  readonly old: Uint8Array
  readonly keepFolder: string
}

/** The problem that stopped it, or undefined. Where old content could not be put back, its copy is named. */
export async function writeInPlace({
  port,
  path,
  bytes,
  old,
  keepFolder,
}: InPlace): Promise<Problem | undefined> {
  let file: OpenFile
  try {
    file = await port.open(path, 'r+')
  } catch (error) {
    return writeProblem(path, error)
  }
  try {
    const copy = join(keepFolder, `${randomBytes(4).toString('hex')}-${basename(path)}`)
    try {
      await mkdir(keepFolder, { recursive: true })
      await keep(port, copy, old)
    } catch (error) {
      return writeProblem(copy, error)
    }
    const error = await overwrite(file, bytes)
    if (error === undefined || (await overwrite(file, old)) === undefined) {
      await port.unlink(copy).catch(() => undefined)
      return error === undefined ? undefined : writeProblem(path, error)
    }
    return hostProblem('host/damaged-while-saving', {
      name: basename(path),
      reason: reasonOf(error),
      copy: shownFolder(copy),
    })
  } finally {
    await file.close().catch(() => undefined)
  }
}

async function keep(port: FilePort, copy: string, old: Uint8Array): Promise<void> {
  const file = await port.open(copy, 'wx', 0o600)
  try {
    const error = await overwrite(file, old)
    if (error !== undefined) throw error
  } finally {
    await file.close()
  }
}

/** Counts the bytes of every write, as a full disk may accept fewer; what failed, or undefined. */
async function overwrite(file: OpenFile, bytes: Uint8Array): Promise<Error | undefined> {
  try {
    let at = 0
    while (at < bytes.length) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, at)
      if (bytesWritten === 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
      at += bytesWritten
    }
    await file.truncate(bytes.length)
    await file.sync()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
