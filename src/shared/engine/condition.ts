/**
 * Expressions of the Common Expression Language over an order: parsed and checked once, evaluated over a
 * context that is filled from the packed state. Knows the language and the names, not the state.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js'

/** What an expression may name. Whole numbers are bigint: CEL's int, and arithmetic mixes nothing else. */
export interface ConditionContext {
  readonly rows: Record<string, string>
  readonly effects: Record<string, bigint>
  readonly intent: {
    orders: bigint
    effects: Record<string, bigint>
    replies: bigint[]
    /** Requests that got no answer in time: in `replies` they are 0, which in gRPC is OK. */
    unanswered: bigint
  }
  readonly last: Record<string, string | bigint>
  pending: bigint
  deadLetters: bigint
}

export interface Condition {
  readonly source: string
  /** Paths it reads, in the order of their first use: `effects.charge`. */
  readonly names: readonly string[]
  /** It counts messages and handlers, so that it may change though no row and no effect did. */
  readonly countsTokens: boolean
  /** True, false, or the reason why it could not be decided, which counts as false. */
  evaluate(context: ConditionContext): true | false | string
}

const environment = new Environment({
  unlistedVariablesAreDyn: false,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 2_000, maxDepth: 64 },
})
  .registerVariable('rows', 'map')
  .registerVariable('effects', 'map')
  .registerVariable('intent', 'map')
  .registerVariable('last', 'map')
  .registerVariable('pending', 'int')
  .registerVariable('deadLetters', 'int')

/** The condition, or in English why the text is none. */
export function parseCondition(source: string): Condition | string {
  try {
    const parsed = environment.parse(source)
    const checked = parsed.check()
    if (!checked.valid) return reasonOf(checked.error)
    if (checked.type !== 'bool' && checked.type !== 'dyn')
      return `it gives ${checked.type}, not true or false`
    const names = namesIn(parsed.ast)
    return {
      source,
      names,
      countsTokens: names.includes('pending') || names.includes('deadLetters'),
      evaluate(context) {
        try {
          const result: unknown = parsed(context)
          return typeof result === 'boolean' ? result : `it gave ${typeof result}`
        } catch (error) {
          return reasonOf(error)
        }
      },
    }
  } catch (error) {
    return reasonOf(error)
  }
}

/** The value behind a path of `names`, for showing; undefined where there is none. */
export function valueAt(context: ConditionContext, path: string): string | number | undefined {
  let value: unknown = context
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? `[${value.join(', ')}]` : undefined
}

const ROOTS = new Set(['rows', 'effects', 'intent', 'last', 'pending', 'deadLetters'])

function namesIn(ast: ASTNode): string[] {
  const names = new Set<string>()
  visit(ast, names)
  return [...names]
}

function visit(part: unknown, names: Set<string>): void {
  if (Array.isArray(part)) {
    for (const inner of part) visit(inner, names)
    return
  }
  if (typeof part !== 'object' || part === null || !('op' in part) || !('args' in part)) return
  const path = pathOf(part as ASTNode)
  if (path !== undefined) names.add(path)
  else visit((part as ASTNode).args, names)
}

/** `effects.charge` of a chain of members that starts at one of our names. */
function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return ROOTS.has(node.args) ? node.args : undefined
  if (node.op !== '.') return undefined
  const owner = pathOf(node.args[0])
  return owner === undefined ? undefined : `${owner}.${node.args[1]}`
}

/** The library's message without its drawing of the source. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? message).trim()
}
