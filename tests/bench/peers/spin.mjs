/** Spin over a hand-written model of the same three services, and what its tool chain takes. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MODEL = fileURLToPath(new URL('orders.pml', import.meta.url))

/** Whether `spin` and `gcc` are installed. */
export function hasSpin() {
  try {
    execFileSync('spin', ['-V'], { stdio: 'ignore' })
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * The model made into a program: depth first, or breadth first for a shortest counterexample.
 * @param {{ folder: string, orders: number, isFixed: boolean, breadthFirst?: boolean }} options
 * @returns {() => { states: number, seconds: number, bytes: number }} runs it to its end
 */
export function makeSpin({ folder, orders, isFixed, breadthFirst = false }) {
  const cwd = mkdtempSync(join(folder, 'spin-'))
  execFileSync('spin', ['-a', `-DK=${orders}`, `-DFIX=${isFixed ? 1 : 0}`, MODEL], {
    cwd,
    stdio: 'ignore',
  })
  const how = breadthFirst ? ['-DBFS'] : []
  execFileSync('gcc', ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', ...how, '-o', 'pan', 'pan.c'], {
    cwd,
  })
  return () => {
    const out = execFileSync('./pan', ['-m1000000'], { cwd, encoding: 'utf8' })
    const states = numberIn(out, /([\d.e+]+) states, stored/)
    return {
      states,
      seconds: numberIn(out, /elapsed time ([\d.]+)/),
      bytes: (numberIn(out, /([\d.]+)\s+actual memory usage for states/) * 2 ** 20) / states,
    }
  }
}

function numberIn(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? Number.NaN)
}
