/**
 * Sees to it that the end-to-end tests have a browser on a machine that has had none: Playwright's own where
 * its download works, else Debian's package. Says what it does; does nothing where a browser is there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.mjs'

const DOWNLOAD_MS = 240_000
const APT_MS = 600_000

const found = () => findChromium(chromium.executablePath(), existsSync)
const run = (command, args, timeout) => {
  process.stderr.write(`tests: ${command} ${args.join(' ')}\n`)
  const done = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout })
  return done.status === 0
}

function install() {
  if (run('npx', ['playwright', 'install', 'chromium'], DOWNLOAD_MS) && found()) return
  process.stderr.write("tests: Playwright's own browser cannot be downloaded here.\n")
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0
  const apt = (args) =>
    asRoot ? run('apt-get', args, APT_MS) : run('sudo', ['-n', 'apt-get', ...args], APT_MS)
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

if (!found()) install()
if (!found()) {
  process.stderr.write(
    'tests: no Chromium and none could be installed. Install Chromium or Chrome, or set CHROMIUM to its path.\n',
  )
  process.exit(1)
}
