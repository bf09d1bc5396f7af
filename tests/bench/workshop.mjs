/** What benchmarks share, each made when first asked for and put away at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveApp } from './ours/host.mjs'
import { buildModules } from './ours/modules.mjs'
import { launchBrowser } from './pages/browser.mjs'
import { servePeers } from './peers/build.mjs'

/**
 * @typedef {object} Workshop
 * @property {number} runs how often a measurement is repeated; its median counts
 * @property {string} folder for files, removed at the end
 * @property {() => Promise<import('@playwright/test').Browser>} browser
 * @property {(file: string) => ReturnType<typeof serveApp>} serve Dryrun's browser host with a scenario file
 * @property {() => Promise<{ origin: string }>} peers the peers' pages, built and served
 * @property {() => ReturnType<typeof buildModules>} modules our own modules, built
 * @property {() => Promise<void>} close
 */

/**
 * @param {number} runs
 * @returns {Workshop}
 */
export function openWorkshop(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'dryrun-bench-'))
  const closers = []
  const once = (make, close) => {
    let made
    return () => {
      made ??= make().then((value) => {
        closers.push(() => close(value))
        return value
      })
      return made
    }
  }
  return {
    runs,
    folder,
    browser: once(launchBrowser, (browser) => browser.close()),
    serve: async (file) => {
      const host = await serveApp(folder, file)
      closers.push(host.close)
      return host
    },
    peers: once(
      () => servePeers(join(folder, 'peers')),
      (server) => server.close(),
    ),
    modules: once(buildModules, () => {}),
    close: async () => {
      for (const close of closers.reverse()) await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
