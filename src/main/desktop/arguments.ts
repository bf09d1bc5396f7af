/** The files named on a command line, which may be another program's: only what looks like one of ours. */
import { resolve } from 'node:path'

const FILES_MAX = 10

/**
 * Absolute paths, in order. `argv` as the process got it, without the executable; switches and Electron's
 * own entry script are no files of the user's.
 */
export function filesNamed(argv: readonly string[], workingFolder: string): readonly string[] {
  return argv
    .filter((argument) => !argument.startsWith('-') && !argument.includes('\0'))
    .filter((argument) => /\.(json|png)$/i.test(argument))
    .slice(0, FILES_MAX)
    .map((argument) => resolve(workingFolder, argument))
}
