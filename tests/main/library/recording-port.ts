/** The real disk behind a port that writes down every call and makes the chosen one fail. */
import { DISK, type FilePort, type OpenFile } from '../../../src/main/library/file-port'

export interface Failure {
  /** `open temporary`, `write temporary`, `sync folder`, ... as they are written down. */
  readonly call: string
  readonly code: string
}

export interface RecordingPort extends FilePort {
  readonly calls: readonly string[]
}

export function recordingPort(target: string, failure?: Failure): RecordingPort {
  const calls: string[] = []
  const nameOf = (path: string): string => {
    if (path === target) return 'file'
    if (/\.dryrun-[0-9a-f]{16}\.tmp$/.test(path)) return 'temporary'
    return target.startsWith(path) ? 'folder' : 'copy'
  }
  const note = (verb: string, path: string): void => {
    const call = `${verb} ${nameOf(path)}`
    calls.push(call)
    if (call === failure?.call) throw Object.assign(new Error(failure.code), { code: failure.code })
  }
  const recorded = (file: OpenFile, path: string): OpenFile => ({
    writeFile: async (bytes) => {
      note('write', path)
      return file.writeFile(bytes)
    },
    write: async (...given) => {
      note('write', path)
      return file.write(...given)
    },
    readFile: () => file.readFile(),
    stat: () => file.stat(),
    truncate: (length) => file.truncate(length),
    chmod: (mode) => file.chmod(mode),
    chown: (uid, gid) => file.chown(uid, gid),
    sync: async () => {
      note('sync', path)
      return file.sync()
    },
    close: () => file.close(),
  })
  return {
    ...DISK,
    calls,
    wait: async () => undefined,
    open: async (path, flags, mode) => {
      note('open', path)
      return recorded(await DISK.open(path, flags, mode), path)
    },
    rename: async (from, to) => {
      note('rename', from)
      return DISK.rename(from, to)
    },
    unlink: async (path) => {
      note('unlink', path)
      return DISK.unlink(path)
    },
  }
}
