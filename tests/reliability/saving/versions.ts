/** What the saving process writes: a version tells itself from every other, and a torn one from a whole. */
const BYTES = 200_000

/** Version `version`, whole: its number, over and over, in a length of its own. */
export function versionOf(version: number): Buffer {
  return Buffer.alloc(BYTES + version * 10, `version ${version}\n`)
}

/** Which version `bytes` are; undefined where they are torn, mixed, or of something else. */
export function versionIn(bytes: Uint8Array): number | undefined {
  const [, digits] = /^version (\d+)\n/.exec(Buffer.from(bytes).toString('latin1', 0, 40)) ?? []
  if (digits === undefined) return undefined
  return versionOf(Number(digits)).equals(bytes) ? Number(digits) : undefined
}
