/**
 * Has spin and a C compiler installed for the comparison of the explorer with an independent checker, where
 * apt-get can. Without them that comparison is skipped, and says so: nothing else needs them. tcc takes a
 * twentieth of the time that gcc takes over the models; with gcc alone the comparison is slower and the same.
 */
import { spawnSync } from 'node:child_process'

const APT_MS = 300_000
/** Nothing is lost without it. */
const FASTER_MS = 60_000

const has = (command, version) => spawnSync(command, [version], { stdio: 'ignore' }).status === 0
const hasFaster = () => has('tcc', '-v')
const isThere = () => has('spin', '-V') && (hasFaster() || has('gcc', '--version'))
const hasApt = has('apt-get', '--version')
const install = ['install', '-y', '-qq', '--no-install-recommends']

function apt(args, timeout = APT_MS) {
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0
  const [command, all] = asRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]]
  process.stderr.write(`tests: ${command} ${all.join(' ')}\n`)
  return spawnSync(command, all, { stdio: ['ignore', 'ignore', 'inherit'], timeout })
}

if (!isThere() && hasApt) {
  apt(['update', '-qq'])
  apt([...install, 'spin', 'gcc', 'tcc', 'libc6-dev'])
} else if (!hasFaster() && hasApt) apt([...install, 'tcc', 'libc6-dev'], FASTER_MS)
if (!isThere())
  process.stderr.write(
    'tests: no spin and gcc here, and none could be installed: the comparison with spin is skipped.\n',
  )
