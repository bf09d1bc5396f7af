import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../out/preload')
const source = () => readFileSync(resolve(FOLDER, 'preload.cjs'), 'utf8')

/** What a sandboxed preload script may require (Electron's documentation, "Process Sandboxing"). */
const ALLOWED = ['electron']

test('row 10: the preload script is one CommonJS file that requires electron alone', () => {
  expect(readdirSync(FOLDER)).toEqual(['preload.cjs'])
  const required = [...source().matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(
    (match) => match[1],
  )
  expect(required).toEqual(ALLOWED)
  expect(source()).not.toMatch(/^import |import\(/m)
})

test('row 9: the page gets three functions, through which nothing of Electron is reached', async () => {
  const exposed: Record<string, Record<string, (...given: unknown[]) => unknown>> = {}
  const invoked: unknown[][] = []
  const listeners: ((...given: unknown[]) => void)[] = []
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: (typeof exposed)[string]) => {
        exposed[key] = api
      },
    },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => {
        invoked.push(given)
        return given[0] === 'dryrun:drop' ? true : given
      },
      on: (_: string, listener: (typeof listeners)[number]) => listeners.push(listener),
      off: (_: string, listener: (typeof listeners)[number]) =>
        listeners.splice(listeners.indexOf(listener), 1),
    },
    webUtils: { getPathForFile: ({ path }: Dropped) => path },
  }
  class Dropped {
    constructor(readonly path: string) {}
  }
  const module = { exports: {} }
  runInContext(
    source(),
    createContext({ require: () => electron, module, exports: module.exports, File: Dropped }),
  )
  expect(Object.keys(exposed)).toEqual(['dryrun'])
  expect(Object.keys(exposed.dryrun ?? {})).toEqual(['call', 'onEvent', 'openDropped'])
  expect(await exposed.dryrun?.call?.('hostInfo', {}, 'more')).toEqual([
    'dryrun:call',
    'hostInfo',
    {},
  ])
  // A path reaches the main process out of a file that the user dropped, and in no other way.
  expect(await exposed.dryrun?.openDropped?.('/etc/passwd')).toBe(false)
  expect(await exposed.dryrun?.openDropped?.({ path: '/etc/passwd' })).toBe(false)
  expect(await exposed.dryrun?.openDropped?.(new Dropped(''))).toBe(false)
  expect(invoked).toHaveLength(1)
  expect(await exposed.dryrun?.openDropped?.(new Dropped('/home/me/a.json'), 'more')).toBe(true)
  expect(invoked.at(-1)).toEqual(['dryrun:drop', '/home/me/a.json'])
  const heard: unknown[][] = []
  const stop = exposed.dryrun?.onEvent?.((...given: unknown[]) => heard.push(given)) as () => void
  listeners[0]?.({ sender: 'ipcRenderer' }, { event: 'open-requested' })
  expect(heard).toEqual([[{ event: 'open-requested' }]])
  stop()
  expect(listeners).toEqual([])
})
