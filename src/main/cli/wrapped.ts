/** Sentences broken into lines for a terminal. */

/** Lines of at most so many letters, `indent` included, broken between words; a longer word stands alone. */
export function wrapped(text: string, lettersMax: number, indent = ''): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= lettersMax)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(indent + word)
  }
  return lines
}
