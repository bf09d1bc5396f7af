/** Which lines of the list of shortcuts a typed text leaves. */

/**
 * Whether every typed word stands in one of the texts, whatever its case. Keys are found as they are shown,
 * with or without the plus signs: `ctrl+d`, `ctrl d` and `d ctrl` alike.
 */
export function isMatch(typed: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase()
  return wordsOf(typed).every((word) => all.includes(word))
}

function wordsOf(typed: string): readonly string[] {
  return typed
    .toLowerCase()
    .split(/\s+|\+(?=.)/)
    .filter((word) => word !== '')
}
