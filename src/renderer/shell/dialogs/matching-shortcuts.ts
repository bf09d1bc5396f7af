/** Which lines of the list of shortcuts a typed text leaves. */

/**
 * Whether every typed word stands in `words`, whatever its case; or, all of them, are keys of one of the
 * bindings, as they are shown: `ctrl+d`, `ctrl d` and `d ctrl` find `Ctrl+D`.
 */
export function isMatch(
  typed: string,
  words: readonly string[],
  bindings: readonly string[] = [],
): boolean {
  const wanted = wordsOf(typed)
  const text = words.join('\n').toLowerCase()
  if (wanted.every((word) => text.includes(word))) return true
  return bindings.some((binding) => {
    const keys = wordsOf(binding)
    return wanted.every((word) => keys.some((key) => key.startsWith(word)))
  })
}

/** A plus at the end, or alone, is the key of that name. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+|\+(?=.)/)
    .filter((word) => word !== '')
}
