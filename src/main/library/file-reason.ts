/** Which problem a failed system call is to the user. */
import { basename, dirname } from 'node:path'
import type { Problem } from '../../shared/base/problem'
import { hostProblem, reasonOf } from '../host-problem'
import { shownFolder } from './shown-folder'

/** What a failed write to `path` means: which thing, and what to do next. */
export function writeProblem(path: string, error: unknown): Problem {
  const reason = reasonOf(error)
  const values = { name: basename(path), folder: shownFolder(dirname(path)), reason }
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return hostProblem('host/disk-full', values)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return hostProblem('host/folder-read-only', values)
    case 'ENAMETOOLONG':
      return hostProblem('host/name-too-long', values)
    case 'ENOENT':
    case 'ENOTDIR':
    // A file stands where the folder was to be made.
    case 'EEXIST':
      return hostProblem('host/folder-missing', values)
    case 'EISDIR':
      return hostProblem('host/not-a-file', values)
    case 'EBUSY':
    case 'ETXTBSY':
      return hostProblem('host/file-in-use', values)
    default:
      return hostProblem('host/disk-error', values)
  }
}

/** What a failed read of `path` means. */
export function readProblem(path: string, error: unknown): Problem {
  const reason = reasonOf(error)
  const values = { name: basename(path), folder: shownFolder(dirname(path)), reason }
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return hostProblem('host/not-found', values)
    case 'EISDIR':
    case 'ENXIO':
      return hostProblem('host/not-a-file', values)
    default:
      return hostProblem('host/cannot-read', values)
  }
}
