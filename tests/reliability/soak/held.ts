/**
 * What a heap snapshot says is held by the program, in bytes: its strings, objects, arrays, numbers and
 * functions. Left out is what V8 keeps for itself (compiled code, feedback, lists of weak references), which
 * grows for thousands of rounds as more of the code is optimised, and shrinks when it is thrown away.
 */
import { readFile } from 'node:fs/promises'

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      /** The first is the list of types; the others are words. */
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  /** Numbers, `node_fields` a node. */
  readonly nodes: readonly number[]
}

const OF_V8 = ['hidden', 'code', 'synthetic', 'object shape']

export async function heldBytes(path: string): Promise<number> {
  const { snapshot, nodes } = JSON.parse(await readFile(path, 'utf8')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')]
  const counted = types[0].map((type) => !OF_V8.includes(type))
  if (typeAt < 0 || sizeAt < 0 || !types[0].includes('code')) throw new Error('another format')
  let held = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (counted[nodes[node + typeAt] ?? 0]) held += nodes[node + sizeAt] ?? 0
  }
  return held
}
