/**
 * Every way in which a value differs from a schema, as faults with a path. Zod says yes or no; this says why
 * in words for a person: a union's twelve complaints become one, about the member that was meant. It stops
 * at a limit, so that a hostile file cannot make more complaints than memory holds.
 */
import { ACTION_KINDS, actionSchema } from './action'
import { connectionSchema } from './connection'
import { durationSchema } from './duration'
import { meantOption } from './option'
import { type Fault, type Path, quoted, shortened } from './problem-texts'
import { bare, type SchemaShape, shapeOf } from './schema-shape'
import { serviceSchema } from './service'
import { mostSimilar } from './similar'
import { textSchema } from './text'
import type { z } from './zod'

type Faults = Generator<Fault, void>

/** At most `limit` faults; none: zod accepts the value. Recursive, so the value's depth must be bounded. */
export function faultsOf(schema: z.ZodType, value: unknown, limit: number): readonly Fault[] {
  const faults: Fault[] = []
  for (const fault of visit(schema, value, [])) {
    faults.push(fault)
    if (faults.length >= limit) break
  }
  return faults
}

function* visit(schema: z.ZodType, value: unknown, path: Path): Faults {
  const shape = shapeOf(schema)
  switch (shape.shape) {
    case 'object':
      yield* visitObject(shape, value, path)
      return
    case 'record':
      yield* visitRecord(shape, value, path)
      return
    case 'list':
      yield* visitList(shape, value, path)
      return
    case 'tuple':
      yield* visitTuple(shape, value, path)
      return
    case 'union':
      yield* visitUnion(schema, value, path)
      return
    default: {
      const fault = leafFault(shape, value)
      if (fault) yield { ...fault, path }
    }
  }
}

/** Most values are leaves, and most leaves are right: those cost neither a generator nor a path. */
function* visitInside(schema: z.ZodType, value: unknown, path: Path, key: string | number): Faults {
  const shape = shapeOf(schema)
  if (isLeaf(shape)) {
    const fault = leafFault(shape, value)
    if (fault) yield { ...fault, path: [...path, key] }
  } else yield* visit(schema, value, [...path, key])
}

type Of<Name extends SchemaShape['shape']> = Extract<SchemaShape, { shape: Name }>

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function* visitObject(shape: Of<'object'>, value: unknown, path: Path): Faults {
  const { fields, required } = shape
  if (!isRecord(value)) {
    yield { ...wrongKind('object', value), path }
    return
  }
  const meant = new Set<string>()
  for (const name of Object.keys(value)) {
    const field = fields.get(name)
    if (field) {
      if (value[name] !== undefined) yield* visitInside(field.schema, value[name], path, name)
      continue
    }
    const absent = [...fields.keys()].filter((one) => !Object.hasOwn(value, one))
    const suggestion = mostSimilar(name, absent)
    if (suggestion !== undefined) meant.add(suggestion)
    yield {
      code: 'scenario/unknown-field',
      path: [...path, name],
      values: { field: shortened(name) },
      suggestion,
    }
  }
  for (const field of required) {
    // A field that was only mistyped is not missing as well.
    if (has(value, field) || meant.has(field)) continue
    yield {
      code: 'scenario/missing-field',
      path: [...path, field],
      values: { field },
    }
  }
}

function has(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined
}

function* visitRecord(shape: Of<'record'>, value: unknown, path: Path): Faults {
  if (!isRecord(value)) {
    yield { ...wrongKind('object', value), path }
    return
  }
  for (const name of Object.keys(value)) {
    // Assigned as a key it would become the prototype of the object that it is copied into.
    if (name === '__proto__') {
      yield { code: 'scenario/forbidden-key', path: [...path, name], values: { field: name } }
      continue
    }
    yield* visitInside(shape.key, name, path, name)
    yield* visitInside(shape.value, value[name], path, name)
  }
}

const COUNTED: ReadonlyMap<z.ZodType, Fault['code']> = new Map<z.ZodType, Fault['code']>([
  [bare(serviceSchema), 'scenario/too-many-services'],
  [bare(connectionSchema), 'scenario/too-many-connections'],
])

function* visitList({ element, max }: Of<'list'>, value: unknown, path: Path): Faults {
  if (!Array.isArray(value)) {
    yield { ...wrongKind('list', value), path }
    return
  }
  if (value.length > max) {
    yield {
      code: COUNTED.get(bare(element)) ?? 'scenario/too-many',
      path,
      values: { found: value.length, limit: max },
    }
  }
  const end = Math.min(value.length, max)
  for (let index = 0; index < end; index += 1) {
    yield* visitInside(element, value[index], path, index)
  }
}

function* visitTuple({ items }: Of<'tuple'>, value: unknown, path: Path): Faults {
  if (!Array.isArray(value)) {
    yield { ...wrongKind('list', value), path }
    return
  }
  if (value.length !== items.length) {
    yield {
      code: 'scenario/wrong-length',
      path,
      values: { found: value.length, limit: items.length },
    }
    return
  }
  for (const [index, item] of items.entries()) yield* visitInside(item, value[index], path, index)
}

function* visitUnion(schema: z.ZodType, value: unknown, path: Path): Faults {
  const meant = meantOption(schema, value)
  const isAction = bare(schema) === bare(actionSchema)
  const list = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ')
  switch (meant.meant) {
    case 'one':
      yield* visit(meant.option, value, path)
      return
    case 'other':
      yield {
        code: UNION_KINDS.get(bare(schema)) ?? 'scenario/expected-object',
        path,
        values: { found: quoted(value) },
      }
      return
    case 'several':
      yield {
        code: 'scenario/needs-only-one-of',
        path,
        values: { found: list(meant.tags) },
      }
      return
    case 'none': {
      const tags: readonly string[] = isAction ? ACTION_KINDS : meant.tags
      const written = isRecord(value) ? Object.keys(value) : []
      const slips = written.map((word) => ({ word, suggestion: mostSimilar(word, tags) }))
      const slip = slips.find((one) => one.suggestion !== undefined)
      const word = slip?.word ?? written[0]
      yield {
        code: isAction ? 'scenario/unknown-action' : 'scenario/needs-one-of',
        path,
        values: { found: word === undefined ? '{}' : quoted(word), allowed: list(tags) },
        suggestion: slip?.suggestion,
      }
      return
    }
  }
}

const UNION_KINDS: ReadonlyMap<z.ZodType, Fault['code']> = new Map<z.ZodType, Fault['code']>([
  [bare(textSchema), 'scenario/expected-words'],
  [bare(durationSchema), 'scenario/expected-duration'],
  [bare(actionSchema), 'scenario/expected-action'],
])

function wrongKind(
  kind: 'object' | 'list' | 'text' | 'number' | 'boolean',
  value: unknown,
): LeafFault {
  return { code: `scenario/expected-${kind}`, values: { found: quoted(value) } }
}

type Leaf = Of<'text' | 'number' | 'choice' | 'literal' | 'boolean'>
type LeafFault = Omit<Fault, 'path'>

function isLeaf(shape: SchemaShape): shape is Leaf {
  return !['object', 'record', 'list', 'tuple', 'union'].includes(shape.shape)
}

function leafFault(shape: Leaf, value: unknown): LeafFault | undefined {
  switch (shape.shape) {
    case 'text':
      return textFault(shape, value)
    case 'number':
      return numberFault(shape, value)
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongKind('boolean', value)
    case 'literal': {
      if (value === shape.value) return undefined
      const values = { expected: quoted(shape.value), found: quoted(value) }
      return { code: 'scenario/expected-value', values }
    }
    case 'choice': {
      if (shape.values.some((one) => one === value)) return undefined
      const suggestion = typeof value === 'string' ? mostSimilar(value, shape.values) : undefined
      const values = { found: quoted(value), allowed: shape.values.join(', ') }
      return { code: 'scenario/unknown-value', values, suggestion }
    }
  }
}

function textFault(shape: Of<'text'>, value: unknown): LeafFault | undefined {
  if (typeof value !== 'string') return wrongKind('text', value)
  if (shape.pattern && !shape.pattern.test(value)) {
    return { code: 'scenario/bad-id', values: { found: quoted(value) } }
  }
  if (value.length < shape.min) return { code: 'scenario/text-empty' }
  if (value.length > shape.max) {
    const values = { found: value.length, limit: shape.max }
    return { code: 'scenario/text-too-long', values }
  }
  return undefined
}

function numberFault(shape: Of<'number'>, value: unknown): LeafFault | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return wrongKind('number', value)
  const found = quoted(value)
  if (value < shape.min) {
    return { code: 'scenario/number-too-small', values: { found, limit: shape.min } }
  }
  if (value > shape.max) {
    return { code: 'scenario/number-too-big', values: { found, limit: shape.max } }
  }
  if (shape.whole && !Number.isInteger(value)) {
    return { code: 'scenario/not-whole', values: { found } }
  }
  return undefined
}
