/**
 * Files of a version that came after this one: what we know of them is shown, the rest is left out. Only for
 * looking: such a file is never written back.
 */

import { meantOption } from './option'
import type { Fault, Path } from './problem-texts'
import { pathText } from './problem-texts'
import { shapeOf } from './schema-shape'
import type { z } from './zod'

/** Leaving a thing out can strand what refers to it, which goes in the next round; chains are short. */
const ROUNDS_MAX = 20

interface Salvaged {
  readonly raw: Readonly<Record<string, unknown>>
  /** Paths of what was left out first, before anything had moved up. */
  readonly leftOut: readonly string[]
}

/**
 * Cuts out of `raw` (which it changes) whatever has an error, each time as little as makes the rest valid: a
 * field that may be absent, or the nearest element of a list. `undefined` where that does not lead to a
 * scenario.
 */
export function salvaged(
  schema: z.ZodType,
  raw: Record<string, unknown>,
  errorsOf: (raw: unknown) => readonly Fault[],
): Salvaged | undefined {
  let leftOut: readonly string[] | undefined
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const faults = errorsOf(raw)
    if (faults.length === 0) return { raw, leftOut: leftOut ?? [] }
    const cuts = new Map<string, Path>()
    for (const fault of faults) {
      const cut = cutFor(schema, raw, fault.path)
      if (!cut) return undefined
      cuts.set(pathText(cut), cut)
    }
    leftOut ??= [...cuts.keys()]
    // Later elements first, so that the places of earlier ones stay right.
    for (const cut of [...cuts.values()].sort((a, b) => comparePaths(b, a))) remove(raw, cut)
  }
  return undefined
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [left, right] = [a[i], b[i]]
    if (left === right || left === undefined || right === undefined) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return String(left) < String(right) ? -1 : 1
  }
  return a.length - b.length
}

/** The shortest cut around a fault, from the innermost place outwards. */
function cutFor(schema: z.ZodType, raw: unknown, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parentPath = path.slice(0, length - 1)
    const key = path[length - 1]
    const parent = follow(schema, raw, parentPath)
    if (!parent) continue
    const shape = shapeOf(parent)
    if (shape.shape === 'list' && typeof key === 'number') return path.slice(0, length)
    if (shape.shape === 'record') return path.slice(0, length)
    if (shape.shape === 'object' && typeof key === 'string') {
      const field = shape.fields.get(key)
      if (!field || field.optional) return path.slice(0, length)
    }
  }
  return undefined
}

/** The schema of the value at a path, through the members of unions that were meant. */
function follow(schema: z.ZodType, raw: unknown, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = resolved(schema, raw)
  let value = raw
  for (const key of path) {
    if (!current || typeof value !== 'object' || value === null) return undefined
    const shape = shapeOf(current)
    value = Reflect.get(value, key)
    if (shape.shape === 'object') current = shape.fields.get(String(key))?.schema
    else if (shape.shape === 'list') current = shape.element
    else return undefined
    current = current && resolved(current, value)
  }
  return current
}

function resolved(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  if (shapeOf(schema).shape !== 'union') return schema
  const meant = meantOption(schema, value)
  return meant.meant === 'one' ? resolved(meant.option, value) : undefined
}

function remove(raw: unknown, path: Path): void {
  let parent: unknown = raw
  for (const key of path.slice(0, -1)) {
    if (typeof parent !== 'object' || parent === null) return
    parent = Reflect.get(parent, key)
  }
  const key = path.at(-1)
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1)
  else if (typeof parent === 'object' && parent !== null && key !== undefined) {
    Reflect.deleteProperty(parent, key)
  }
}
