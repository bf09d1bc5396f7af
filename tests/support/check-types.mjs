/**
 * Checks the types of every part of the tree, each with the libraries that it may use. A compiler of one thread
 * takes half of the processor time that it takes with its four, so as many parts as cores are checked at a time.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

// The longest first.
const PARTS = ['src/renderer', 'tests', 'src/main', 'src/shared']

const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')))

const isRight = (part) =>
  new Promise((resolve) => {
    const args = [compiler, '-p', part, '--singleThreaded']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.once('close', (code) => {
      process.stdout.write(said)
      resolve(code === 0)
    })
  })

const left = [...PARTS]
const checkAll = async () => {
  let areRight = true
  for (let part = left.shift(); part !== undefined; part = left.shift())
    areRight = (await isRight(part)) && areRight
  return areRight
}
const all = await Promise.all(Array.from({ length: availableParallelism() }, checkAll))
process.exitCode = all.every(Boolean) ? 0 : 1
