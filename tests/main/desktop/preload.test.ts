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

test('row 9: the page gets two functions, through which nothing of Electron is reached', async () => {
  const exposed: Record<string, Record<string, (...given: unknown[]) => unknown>> = {}
  const listeners: ((...given: unknown[]) => void)[] = []
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: (typeof exposed)[string]) => {
        exposed[key] = api
      },
    },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => given,
      on: (_: string, listener: (typeof listeners)[number]) => listeners.push(listener),
      off: (_: string, listener: (typeof listeners)[number]) =>
        listeners.splice(listeners.indexOf(listener), 1),
    },
  }
  const module = { exports: {} }
  runInContext(
    source(),
    createContext({ require: () => electron, module, exports: module.exports }),
  )
  expect(Object.keys(exposed)).toEqual(['dryrun'])
  expect(Object.keys(exposed.dryrun ?? {})).toEqual(['call', 'onEvent'])
  expect(await exposed.dryrun?.call?.('hostInfo', {}, 'more')).toEqual([
    'dryrun:call',
    'hostInfo',
    {},
  ])
  const heard: unknown[][] = []
  const stop = exposed.dryrun?.onEvent?.((...given: unknown[]) => heard.push(given)) as () => void
  listeners[0]?.({ sender: 'ipcRenderer' }, { event: 'open-requested' })
  expect(heard).toEqual([[{ event: 'open-requested' }]])
  stop()
  expect(listeners).toEqual([])
})
