/** The system calls that saving makes, behind one name, so that tests can make any of them fail. */
import type { Stats } from 'node:fs'
import { lstat, open, realpath, rename, unlink } from 'node:fs/promises'

/** An open file; the part of node's FileHandle that the saver uses. */
export interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>
  write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<WriteCount>
  readFile(): Promise<Buffer>
  stat(): Promise<Stats>
  truncate(length: number): Promise<void>
  chmod(mode: number): Promise<void>
  chown(uid: number, gid: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

interface WriteCount {
  readonly bytesWritten: number
}

export interface FilePort {
  readonly platform: NodeJS.Platform
  realpath(path: string): Promise<string>
  lstat(path: string): Promise<Stats>
  open(path: string, flags: string, mode?: number): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  wait(milliseconds: number): Promise<void>
}

/** The disk itself. */
export const DISK: FilePort = {
  platform: process.platform,
  realpath,
  lstat,
  open,
  rename,
  unlink,
  wait: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
}
