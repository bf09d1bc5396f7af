/** Where Dryrun keeps its settings and, in the browser host, scenario files. `DRYRUN_HOME` moves both. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LibraryFolders } from './library/library'

/** `scenarios`, where given, is the folder the user named on the command line. */
export function userFolders(
  environment: NodeJS.ProcessEnv = process.env,
  scenarios?: string,
): LibraryFolders {
  const moved = environment.DRYRUN_HOME
  const own = scenarios === undefined ? undefined : resolve(scenarios)
  if (moved !== undefined && moved !== '') {
    return { settings: resolve(moved), scenarios: own ?? join(resolve(moved), 'scenarios') }
  }
  return { settings: settingsFolder(environment), scenarios: own ?? scenariosFolder() }
}

/** The same folder that Electron uses for an application of this name. */
function settingsFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'dryrun')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'dryrun')
    default:
      return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'dryrun')
  }
}

function scenariosFolder(): string {
  const documents = join(homedir(), 'Documents')
  return join(existsSync(documents) ? documents : homedir(), 'Dryrun')
}
