/** JSON values compared by content: the order of keys and keys that are undefined never matter. */

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equality by content. Keys whose value is undefined count as absent; -0 equals 0. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  for (const key of Object.keys(a)) if (!sameValue(a[key], b[key])) return false
  for (const key of Object.keys(b)) if (b[key] !== undefined && a[key] === undefined) return false
  return true
}
