/** Installs the peers and builds their pages, and one of ours, as one would ship them, then serves them on loopback. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const PEERS = dirname(fileURLToPath(import.meta.url))
const BENCH = dirname(PEERS)
const EXCALIDRAW_FONTS = 'node_modules/@excalidraw/excalidraw/dist/prod/fonts'

/** Into tests/bench/node_modules, which git ignores; does nothing where they are. */
function install() {
  if (existsSync(join(BENCH, EXCALIDRAW_FONTS))) return
  process.stderr.write('bench: installing the peers (once)\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
  const done = spawnSync(npm, ['install', ...flags], {
    cwd: BENCH,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) throw new Error('The peers cannot be installed: npm install failed.')
}

/**
 * @param {string} folder an empty folder for the built pages
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function servePeers(folder) {
  install()
  await build({
    root: BENCH,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome120',
      chunkSizeWarningLimit: 100_000,
      rollupOptions: {
        input: ['peers/flow.html', 'peers/excalidraw.html', 'ours/picture.html'].map((page) =>
          join(BENCH, page),
        ),
      },
    },
  })
  // Without its own copy it would fetch its fonts from the network.
  cpSync(join(BENCH, EXCALIDRAW_FONTS), join(folder, 'fonts'), { recursive: true })
  const server = await preview({
    root: BENCH,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, open: false },
  })
  const address = server.httpServer.address()
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}
