/** Which member of a union a value means, going by the keys that only that member has. */
import { ACTION_KINDS, actionSchema } from './action'
import { bare, shapeOf } from './schema-shape'
import type { z } from './zod'

type Meant =
  | { readonly meant: 'one'; readonly option: z.ZodType }
  /** An object that names none of the ways; `tags` are the keys one of which it needs. */
  | { readonly meant: 'none'; readonly tags: readonly string[] }
  /** An object that names several at once. */
  | { readonly meant: 'several'; readonly tags: readonly string[] }
  /** Not even the right kind of value. */
  | { readonly meant: 'other' }

type Kind = 'object' | 'list' | 'text' | 'number' | 'boolean' | 'nothing'

export function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' && value !== null ? 'object' : 'nothing'
}

/** The member of `union` that `value` was meant to be, valid or not. */
export function meantOption(union: z.ZodType, value: unknown): Meant {
  const { options, tagOf } = membersOf(union)
  const kind = kindOf(value)
  const fitting = options.filter((option) => kindsOf(option).has(kind))
  const [first, ...others] = fitting
  if (first === undefined) return { meant: 'other' }
  if (others.length === 0) return { meant: 'one', option: first }
  if (typeof value !== 'object' || value === null) return { meant: 'one', option: first }
  const named = fitting.filter((option) => (tagOf.get(option) ?? []).some((t) => hasKey(value, t)))
  const tags = (of: readonly z.ZodType[]) => of.flatMap((option) => tagOf.get(option) ?? [])
  const [only, ...more] = named
  if (only === undefined) return { meant: 'none', tags: tags(fitting) }
  if (more.length > 0) {
    return { meant: 'several', tags: tags(named).filter((tag) => hasKey(value, tag)) }
  }
  return { meant: 'one', option: only }
}

/** A key whose value is undefined is no key: edits may leave such behind. */
function hasKey(value: object, key: string): boolean {
  return Object.hasOwn(value, key) && Reflect.get(value, key) !== undefined
}

interface Members {
  readonly options: readonly z.ZodType[]
  /** The keys of each object member that no other object member has. */
  readonly tagOf: ReadonlyMap<z.ZodType, readonly string[]>
}

const members = new WeakMap<z.ZodType, Members>()

function membersOf(union: z.ZodType): Members {
  const schema = bare(union)
  const known = members.get(schema)
  if (known) return known
  const shape = shapeOf(schema)
  if (shape.shape !== 'union') throw new Error('not a union')
  const options = shape.options.map(bare)
  const keysOf = (option: z.ZodType): readonly string[] => {
    const inner = shapeOf(option)
    return inner.shape === 'object' ? [...inner.fields.keys()] : []
  }
  const tagOf = new Map<z.ZodType, readonly string[]>()
  for (const option of options) {
    const foreign = new Set(options.filter((one) => one !== option).flatMap(keysOf))
    const own = keysOf(option).filter((key) => !foreign.has(key))
    // An action is named by its kind alone: `as` belongs only to `save`, but `{ "sav", "as" }` is no `save`.
    const isAction = schema === bare(actionSchema)
    tagOf.set(option, isAction ? own.filter((key) => ACTION_KINDS.some((k) => k === key)) : own)
  }
  const made = { options, tagOf }
  members.set(schema, made)
  return made
}

const kinds = new WeakMap<z.ZodType, ReadonlySet<Kind>>()

function kindsOf(schema: z.ZodType): ReadonlySet<Kind> {
  const known = kinds.get(schema)
  if (known) return known
  const made = readKinds(schema)
  kinds.set(schema, made)
  return made
}

function readKinds(schema: z.ZodType): ReadonlySet<Kind> {
  const shape = shapeOf(schema)
  switch (shape.shape) {
    case 'object':
    case 'record':
      return new Set(['object'])
    case 'list':
    case 'tuple':
      return new Set(['list'])
    case 'text':
    case 'choice':
      return new Set(['text'])
    case 'number':
      return new Set(['number'])
    case 'boolean':
      return new Set(['boolean'])
    case 'literal':
      return new Set([kindOf(shape.value)])
    case 'union':
      return new Set(shape.options.flatMap((option) => [...kindsOf(option)]))
  }
}
