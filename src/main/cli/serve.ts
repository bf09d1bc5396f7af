/** `dryrun serve [FILE]`: the same application in a browser, served to this machine alone until Ctrl+C. */
import { resolve } from 'node:path'
import { createHost } from '../host/host'
import { reasonOf } from '../host-problem'
import { readPageFiles } from '../page-files'
import { rendererFolder } from '../resources'
import { userFolders } from '../user-folders'
import { startWebServer, type WebServer } from '../web/server'
import { openInBrowser } from './browser'
import { complain, print } from './output'
import { usableScenario } from './scenario-input'
import { STATUS, type Status } from './status'

export interface ServeOptions {
  readonly port?: number
  readonly folder?: string
  /** Whether to open the system's browser too. */
  readonly browser?: boolean
}

/** Ends when the user ends it. */
export async function serve(file: string | undefined, options: ServeOptions): Promise<Status> {
  if (file !== undefined && (await usableScenario(file)) === undefined) return STATUS.unusable
  return serveChecked(file, options)
}

/** The same for a file that has been looked at. */
export async function serveChecked(
  file: string | undefined,
  { port, folder, browser }: ServeOptions,
): Promise<Status> {
  const folders = userFolders(process.env, folder)
  const { locale } = Intl.DateTimeFormat().resolvedOptions()
  const host = createHost({ kind: 'browser', locale }, folders)
  await host.start()
  if (file !== undefined) host.requests.add(resolve(file))
  let server: WebServer
  try {
    server = await startWebServer(host, readPageFiles(rendererFolder()), port)
  } catch (error) {
    complain(`cannot listen on port ${port ?? 0} (${reasonOf(error)}); choose another --port.`)
    return STATUS.unusable
  }
  const ended = interrupted()
  const launched = browser === true && (await openInBrowser(server.launchAddress, folders.settings))
  print(
    launched
      ? `Dryrun is open in your browser. Should it not be, open ${server.launchAddress}`
      : `Dryrun is ready. Open ${server.launchAddress}`,
  )
  print('Press Ctrl+C to end it.')
  await ended
  await server.close()
  host.stop()
  return STATUS.fine
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => done())
  })
}
