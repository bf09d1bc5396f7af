/**
 * What the page keeps between starts, with the host: like the browser's own storage, which is another one for
 * every port that the browser host may get. Read once before anything is drawn.
 */
import { getHost } from './host'

const AFTER_MS = 300

const values = new Map<string, string>()
let changes: Record<string, string> = {}
let timer: ReturnType<typeof setTimeout> | undefined

/** After connecting. A host that cannot read them has the defaults. */
export async function loadKept(): Promise<void> {
  const answer = await getHost().call('readPreferences', {})
  if (!answer.ok) return
  for (const [key, value] of Object.entries(answer.value)) values.set(key, value)
  window.addEventListener('pagehide', flush)
}

export const keptStorage = {
  getItem: (key: string): string | null => values.get(key) ?? null,
  setItem: (key: string, value: string): void => {
    if (values.get(key) === value) return
    values.set(key, value)
    changes[key] = value
    timer ??= setTimeout(flush, AFTER_MS)
  },
}

/** Losing a preference is no reason to bother anybody. */
function flush(): void {
  clearTimeout(timer)
  timer = undefined
  const now = changes
  changes = {}
  if (Object.keys(now).length > 0) {
    getHost()
      .call('keepPreferences', { changes: now })
      .catch(() => undefined)
  }
}
