/**
 * The schemas read as data, so that the printer knows the order of keys and the checker knows what was
 * wanted. Covers what our schemas are built of and refuses the rest loudly. Knows no values.
 */
import { z } from './zod'

export interface Field {
  readonly schema: z.ZodType
  readonly optional: boolean
}

export type SchemaShape =
  | {
      readonly shape: 'object'
      readonly fields: ReadonlyMap<string, Field>
      readonly required: readonly string[]
    }
  | { readonly shape: 'record'; readonly key: z.ZodType; readonly value: z.ZodType }
  | { readonly shape: 'list'; readonly element: z.ZodType; readonly max: number }
  | { readonly shape: 'tuple'; readonly items: readonly z.ZodType[] }
  | {
      readonly shape: 'text'
      readonly min: number
      readonly max: number
      readonly pattern?: RegExp
    }
  | {
      readonly shape: 'number'
      readonly min: number
      readonly max: number
      readonly whole: boolean
    }
  | { readonly shape: 'choice'; readonly values: readonly string[] }
  | { readonly shape: 'literal'; readonly value: string | number | boolean }
  | { readonly shape: 'boolean' }
  | { readonly shape: 'union'; readonly options: readonly z.ZodType[] }

const shapes = new WeakMap<z.ZodType, SchemaShape>()

/** Looks through `optional` and `lazy`: the same schema always gives the same shape value. */
export function shapeOf(schema: z.ZodType): SchemaShape {
  const known = shapes.get(schema)
  if (known) return known
  const shape = readShape(schema)
  shapes.set(schema, shape)
  return shape
}

/** The schema under `optional` and `lazy`, by which a schema can be recognised. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return bare(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodLazy) return bare(schema.unwrap() as z.ZodType)
  return schema
}

function readShape(outer: z.ZodType): SchemaShape {
  const schema = bare(outer)
  if (schema !== outer) return shapeOf(schema)
  if (schema instanceof z.ZodObject) {
    const fields = fieldsOf(schema)
    const required = [...fields.keys()].filter((name) => fields.get(name)?.optional === false)
    return { shape: 'object', fields, required }
  }
  if (schema instanceof z.ZodRecord) {
    return {
      shape: 'record',
      key: schema.keyType as z.ZodType,
      value: schema.valueType as z.ZodType,
    }
  }
  if (schema instanceof z.ZodArray) {
    return { shape: 'list', element: schema.element as z.ZodType, max: longest(schema) }
  }
  if (schema instanceof z.ZodTuple) {
    return { shape: 'tuple', items: schema.def.items as readonly z.ZodType[] }
  }
  if (schema instanceof z.ZodUnion) {
    return { shape: 'union', options: schema.options as readonly z.ZodType[] }
  }
  return readLeaf(schema)
}

function readLeaf(schema: z.ZodType): SchemaShape {
  if (schema instanceof z.ZodString) {
    const pattern = patternOf(schema)
    const bounds = { min: schema.minLength ?? 0, max: schema.maxLength ?? Number.POSITIVE_INFINITY }
    return pattern ? { shape: 'text', ...bounds, pattern } : { shape: 'text', ...bounds }
  }
  if (schema instanceof z.ZodNumber) {
    return {
      shape: 'number',
      min: schema.minValue ?? Number.NEGATIVE_INFINITY,
      max: schema.maxValue ?? Number.POSITIVE_INFINITY,
      whole: schema.isInt,
    }
  }
  if (schema instanceof z.ZodBoolean) return { shape: 'boolean' }
  if (schema instanceof z.ZodEnum) return { shape: 'choice', values: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) {
    const [value] = schema.values
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return { shape: 'literal', value }
    }
  }
  throw new Error(`a schema that the scenario room cannot read: ${schema.def.type}`)
}

function fieldsOf(schema: z.ZodObject): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>()
  for (const [name, field] of Object.entries(schema.shape)) {
    const given = field as z.ZodType
    fields.set(name, { schema: given, optional: given instanceof z.ZodOptional })
  }
  return fields
}

interface CheckDef {
  readonly check?: string
  readonly maximum?: number
  readonly pattern?: RegExp
}

function checksOf(schema: z.ZodType): readonly CheckDef[] {
  return (schema.def.checks ?? []).map((check) => check._zod.def as CheckDef)
}

function longest(schema: z.ZodType): number {
  const limits = checksOf(schema).flatMap(({ check, maximum }) =>
    check === 'max_length' && maximum !== undefined ? [maximum] : [],
  )
  return Math.min(Number.POSITIVE_INFINITY, ...limits)
}

function patternOf(schema: z.ZodType): RegExp | undefined {
  return checksOf(schema).find((check) => check.pattern !== undefined)?.pattern
}
