/** The real browser host, as `dryrun serve FILE` starts it, with settings of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const CLI = join(PROJECT, 'out/main/cli.js')
const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\S*/
const START_MS = 30_000

/**
 * @param {string} folder for its settings and scenarios
 * @param {string} file the scenario to open
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} the address opens
 *   the file, once; closing twice does no harm
 */
export async function serveApp(folder, file) {
  if (!existsSync(CLI)) throw new Error('Dryrun is not built: npm run build first.')
  const child = spawn(process.execPath, [CLI, 'serve', file], {
    cwd: PROJECT,
    env: { ...process.env, DRYRUN_HOME: mkdtempSync(join(folder, 'home-')) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  try {
    return { address: await addressFrom(child), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The first address that it prints. */
function addressFrom(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => reject(new Error('the host did not start in time')), START_MS)
    child.once('exit', () => reject(new Error('the host ended by itself')))
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const [address] = ADDRESS.exec(printed) ?? []
      if (!address) return
      clearTimeout(late)
      resolve(address)
    })
  })
}
