/**
 * Sees to it that the tests of a failing disk have strace, on Debian's relatives and as root; elsewhere those
 * tests are left out and say so. Never fails: the same code is tested through a port as well.
 */
import { spawnSync } from 'node:child_process'

const APT_MS = 120_000
const has = (command) => spawnSync(command, ['-V'], { stdio: 'ignore' }).status === 0
const apt = (...words) =>
  spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], timeout: APT_MS })

if (process.platform === 'linux' && process.getuid() === 0 && !has('strace')) {
  process.stderr.write('tests: apt-get install strace\n')
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', 'strace').status
  if (install() !== 0) {
    apt('update', '-qq')
    install()
  }
}
