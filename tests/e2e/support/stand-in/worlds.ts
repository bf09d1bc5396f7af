/**
 * The code that runs inside a page: one function in the page's own world, one in the preload script's. They
 * are sent as text, so each stands alone. The worlds share nothing but the window's events, and those carry
 * strings: as with Electron's context bridge, only plain data and functions get across.
 */

/** In the page's world: makes what the preload script exposes. */
export function pageWorld(channel: string): void {
  const plain = (value: unknown): unknown => {
    const refuse = (_: string, part: unknown): unknown => {
      if (['function', 'symbol', 'bigint', 'undefined'].includes(typeof part)) {
        throw new Error(`An object could not be cloned: ${typeof part}`)
      }
      return part
    }
    return value === undefined ? null : JSON.parse(JSON.stringify(value, refuse))
  }
  const callbacks: ((...given: unknown[]) => unknown)[] = []
  const promises = new Map<number, { resolve(v: unknown): void; reject(e: Error): void }>()
  let returned: { value?: unknown; promise?: number; function?: number; error?: string } = {}
  const send = (kind: string, detail: unknown) =>
    window.dispatchEvent(new CustomEvent(`${channel}:${kind}`, { detail: JSON.stringify(detail) }))
  const receive = (kind: string, take: (detail: never) => void) =>
    window.addEventListener(`${channel}:${kind}`, (event) =>
      take(JSON.parse((event as CustomEvent<string>).detail) as never),
    )
  // A file gets across as it would in a drag: the other world takes it from the event.
  const handOver = (file: File): { file: true } => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(file)
    window.dispatchEvent(new DragEvent(`${channel}:file`, { dataTransfer }))
    return { file: true }
  }
  const coded = (one: unknown) => {
    if (one instanceof File) return handOver(one)
    return typeof one === 'function'
      ? { callback: callbacks.push(one as (...more: unknown[]) => unknown) - 1 }
      : { value: plain(one) }
  }
  const across = (target: string | number) =>
    function call(...given: unknown[]): unknown {
      send('call', { target, given: given.map(coded) })
      const { value, promise, function: made, error } = returned
      if (error !== undefined) throw new Error(error)
      if (made !== undefined) return across(made)
      if (promise === undefined) return value
      return new Promise((resolve, reject) => promises.set(promise, { resolve, reject }))
    }
  receive('expose', ({ key, members }: { key: string; members: string[] }) => {
    const api = Object.fromEntries(members.map((member) => [member, across(member)]))
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true })
  })
  receive('returned', (outcome: typeof returned) => {
    returned = outcome
  })
  receive('settled', (settled: { promise: number; value?: unknown; error?: string }) => {
    const waiting = promises.get(settled.promise)
    promises.delete(settled.promise)
    if (settled.error === undefined) waiting?.resolve(settled.value)
    else waiting?.reject(new Error(settled.error))
  })
  receive('callback', ({ callback, given }: { callback: number; given: unknown[] }) => {
    callbacks[callback]?.(...given)
  })
}

interface PreloadParts {
  readonly channel: string
  readonly binding: string
  /** The functions that the main process calls, as globals of the preload script's world. */
  readonly answer: string
  /** The global that holds a file while its path is asked for. */
  readonly file: string
  readonly deliver: string
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void

/** In the preload script's world: gives the script its `require('electron')`. */
export function preloadWorld(parts: PreloadParts, preload: Preload): void {
  // Electron runs it in the main frame alone.
  if (window.top !== window) return
  type Callable = (...given: unknown[]) => unknown
  const { channel } = parts
  const globals = globalThis as unknown as Record<string, Callable>
  const send = (kind: string, detail: unknown) =>
    window.dispatchEvent(new CustomEvent(`${channel}:${kind}`, { detail: JSON.stringify(detail) }))
  const invocations = new Map<number, { resolve(v: unknown): void; reject(e: Error): void }>()
  const listeners = new Map<string, Set<Callable>>()
  let nextInvocation = 1
  globals[parts.answer] = (id, ok, value) => {
    const waiting = invocations.get(id as number)
    invocations.delete(id as number)
    if (ok) waiting?.resolve(value)
    else waiting?.reject(new Error(String(value)))
  }
  globals[parts.deliver] = (name, given) => {
    const event = { senderId: 0 }
    for (const listener of listeners.get(String(name)) ?? []) {
      listener(event, ...(given as unknown[]))
    }
  }
  const ipcRenderer = {
    invoke: (name: string, ...given: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = nextInvocation
        nextInvocation += 1
        invocations.set(id, { resolve, reject })
        globals[parts.binding]?.(JSON.stringify({ id, name, given: structuredClone(given) }))
      }),
    on: (name: string, listener: Callable) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
    },
    off: (name: string, listener: Callable) => {
      listeners.get(name)?.delete(listener)
    },
  }
  const functions: Callable[] = []
  const outcomeOf = (value: unknown): unknown => {
    if (typeof value === 'function') return { function: functions.push(value as Callable) - 1 }
    if (!(value instanceof Promise)) return { value }
    const promise = functions.push(() => undefined) - 1
    value.then(
      (settled: unknown) => send('settled', { promise, value: settled }),
      (error: unknown) => send('settled', { promise, error: String((error as Error).message) }),
    )
    return { promise }
  }
  // Electron knows a file's path at once; here Chromium is asked before the script is.
  let dropped: File | undefined
  const paths = new WeakMap<File, string>()
  window.addEventListener(`${channel}:file`, (event) => {
    dropped = (event as DragEvent).dataTransfer?.files[0]
  })
  const pathAsked = (file: File) =>
    new Promise<void>((resolve, reject) => {
      const id = nextInvocation
      nextInvocation += 1
      const known = (path: unknown) => resolve(void paths.set(file, String(path)))
      invocations.set(id, { resolve: known, reject })
      ;(globalThis as unknown as Record<string, File>)[parts.file] = file
      globals[parts.binding]?.(JSON.stringify({ id, pathOf: parts.file }))
    })
  const webUtils = { getPathForFile: (file: File) => paths.get(file) ?? '' }
  const contextBridge = {
    exposeInMainWorld(key: string, api: Record<string, Callable>) {
      window.addEventListener(`${channel}:call`, (event) => {
        const { target, given } = JSON.parse((event as CustomEvent<string>).detail) as {
          target: string | number
          given: { callback?: number; file?: true; value?: unknown }[]
        }
        const file = dropped
        dropped = undefined
        const decoded = given.map((one) => {
          if (one.file) return file
          const { callback, value } = one
          if (callback === undefined) return value
          return (...more: unknown[]) => send('callback', { callback, given: more })
        })
        const called = typeof target === 'string' ? api[target] : functions[target]
        try {
          const outcome = file
            ? pathAsked(file).then(() => called?.(...decoded))
            : called?.(...decoded)
          send('returned', outcomeOf(outcome))
        } catch (error) {
          send('returned', { error: (error as Error).message })
        }
      })
      send('expose', { key, members: Object.keys(api) })
    },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return { ipcRenderer, contextBridge, webUtils }
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  const process = { platform: 'linux', type: 'renderer', sandboxed: true, contextIsolated: true }
  preload(require, module, module.exports, process)
}
