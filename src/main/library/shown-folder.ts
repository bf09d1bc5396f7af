/** A folder as a person reads it: `~/Documents/Dryrun`. For showing only; it is never read back. */
import { homedir } from 'node:os'
import { sep } from 'node:path'

export function shownFolder(folder: string, home: string = homedir()): string {
  if (folder === home) return '~'
  return folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder
}
