/**
 * Has spin and a C compiler installed for the comparison of the explorer with an independent checker, where
 * apt-get can. Without them that comparison is skipped, and says so: nothing else needs them.
 */
import { spawnSync } from 'node:child_process'

const APT_MS = 300_000

const has = (command, version) => spawnSync(command, [version], { stdio: 'ignore' }).status === 0
const isThere = () => has('spin', '-V') && has('gcc', '--version')

function apt(args) {
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0
  const [command, all] = asRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]]
  process.stderr.write(`tests: ${command} ${all.join(' ')}\n`)
  return spawnSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], timeout: APT_MS })
}

if (!isThere() && has('apt-get', '--version')) {
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', 'spin', 'gcc', 'libc6-dev'])
}
if (!isThere())
  process.stderr.write(
    'tests: no spin and gcc here, and none could be installed: the comparison with spin is skipped.\n',
  )
