/** The promises of the scenario, from CEL over an order into Promela over the state. */
import { type ASTNode, parse } from '@marcbachmann/cel-js'
import type { ProblemCode, ProblemValues } from '../engine/problem-texts'
import { word } from './header'
import { anyOf, isOutcome, named, slots, type Writing } from './writing'

/** A case an expression is about: texts that stand for a key, an order of it, and the two as one number. */
export interface Subject {
  readonly key: string
  readonly order: string
  readonly of: string
  /** The outcome that `last` speaks of. */
  readonly last: string
}

/** Thrown inside this room only: what the model cannot say, and which. */
export class Inexpressible extends Error {
  constructor(
    readonly code: Extract<ProblemCode, `promela/${string}`>,
    readonly values: ProblemValues = {},
  ) {
    super(code)
  }
}

/** @throws Inexpressible */
export function expressed(writing: Writing, source: string, subject: Subject): string {
  return new Expressing(writing, subject).of(parse(source).ast)
}

const SAME: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '+',
  '-',
  '*',
])

class Expressing {
  constructor(
    private readonly writing: Writing,
    private readonly subject: Subject,
  ) {}

  of(node: ASTNode): string {
    if (SAME.has(node.op)) {
      const [a, b] = node.args as [ASTNode, ASTNode]
      return `(${this.of(a)} ${node.op} ${this.of(b)})`
    }
    switch (node.op) {
      case 'value':
        return this.value(node.args)
      case '!_':
        return `!(${this.of(node.args as ASTNode)})`
      case '-_':
        return `(0 - ${this.of(node.args as ASTNode)})`
      case '?:': {
        const [test, yes, no] = node.args as [ASTNode, ASTNode, ASTNode]
        return `(${this.of(test)} -> ${this.of(yes)} : ${this.of(no)})`
      }
      case 'in':
        return this.isIn(node.args as [ASTNode, ASTNode])
      default:
        return this.name(pathOf(node) ?? this.cannot(node.op))
    }
  }

  private value(value: unknown): string {
    if (typeof value === 'string') return this.known(value)
    if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean')
      return String(value)
    return this.cannot(String(value))
  }

  /** A text that nothing ever is equals nothing. */
  private known(text: string): string {
    return this.writing.words.has(text) ? word(text) : '255'
  }

  private isIn([wanted, list]: [ASTNode, ASTNode]): string {
    const { subject, writing } = this
    const what = this.of(wanted)
    if (list.op === 'list')
      return anyOf((list.args as ASTNode[]).map((one) => `${what} == ${this.of(one)}`))
    if (pathOf(list) !== 'intent.replies') return this.cannot('in')
    const places = writing.program.layout.key.replies.map(
      (_, index) =>
        `(replies[${subject.key}] > ${index} && ${this.status(`reply[${subject.key} * REPLIES + ${index}]`)} == ${what})`,
    )
    return anyOf(places)
  }

  private unanswered(key: string): string {
    const { writing } = this
    const counts = writing.program.layout.key.replies.map((_, index) => {
      const reply = `reply[${key} * REPLIES + ${index}]`
      const isSilence = isOutcome(writing, reply, ({ outcome }) => outcome === 'timeout')
      return `(replies[${key}] > ${index} && ${isSilence})`
    })
    return `(${[...counts, '0'].join(' + ')})`
  }

  private name(path: string): string {
    const { key, order, of, last } = this.subject
    const { program } = this.writing
    const [root = '', member = '', inner = ''] = path.split('.')
    const matches = (slot: number) => `it[${slot}].key == ${key} && it[${slot}].ord == ${order}`
    switch (root) {
      case 'rows':
        return program.entities.some(({ name }) => name === member)
          ? `row_${named(member)}[${of}]`
          : this.known('none')
      case 'effects':
        return this.effect(member, of)
      case 'intent':
        if (member === 'orders') return program.createsOrders ? `made[${key}]` : '1'
        if (member === 'unanswered') return this.unanswered(key)
        if (member !== 'effects') return this.cannot(path)
        return `(${Array.from({ length: program.ordersPerKey }, (_, each) =>
          this.effect(inner, `${key} * ORDERS + ${each}`),
        ).join(' + ')})`
      case 'last':
        if (member === 'status') return this.status(last)
        if (member === 'outcome')
          return program.outcomes.reduceRight(
            (rest, { outcome }, index) => `(${last} == ${index} -> ${word(outcome)} : ${rest})`,
            word('none'),
          )
        return program.effects.some(({ name }) => name === member)
          ? `said_${named(member)}[${of}]`
          : word('')
      case 'pending':
        return `(${slots(this.writing)
          .map((slot) => `(it[${slot}].at != FREE && !dead(${slot}) && ${matches(slot)})`)
          .join(' + ')})`
      case 'deadLetters':
        return `(${slots(this.writing)
          .map((slot) => `(dead(${slot}) && ${matches(slot)})`)
          .join(' + ')})`
      default:
        return this.cannot(path)
    }
  }

  private effect(name: string, of: string): string {
    const known = this.writing.program.effects.some((effect) => effect.name === name)
    return known ? `effect_${named(name)}[${of}]` : '0'
  }

  private status(outcome: string): string {
    return this.writing.program.outcomes.reduceRight(
      (rest, { status }, index) => `(${outcome} == ${index} -> ${status} : ${rest})`,
      '0',
    )
  }

  private cannot(what: string): never {
    throw new Inexpressible('promela/expression', { what })
  }
}

function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return String(node.args)
  if (node.op !== '.') return undefined
  const [owner, member] = node.args as [ASTNode, string]
  const path = pathOf(owner)
  return path === undefined ? undefined : `${path}.${member}`
}

/** Checks after every step, and at rest. Each broken promise is told by its number. */
export function promises(writing: Writing): string {
  const { program } = writing
  const checks = (when: 'always' | 'finally') =>
    program.invariants.flatMap((invariant, number) => {
      if (invariant.when !== when) return []
      return program.keys.flatMap((_, key) =>
        Array.from({ length: program.ordersPerKey }, (_, order) => {
          const of = `${key * program.ordersPerKey + order}`
          const subject = { key: `${key}`, order: `${order}`, of, last: '0' }
          const applies = order === 0 ? '' : `made[${key}] > ${order} && `
          const holds = expressed(writing, invariant.condition.source, subject)
          return `  if :: ${applies}!(${holds}) -> broken_${number}() :: else fi;`
        }),
      )
    })
  return [
    ...program.invariants.map(
      ({ id, when, condition }, number) =>
        `/* promise ${number}: ${id}, ${when} ${condition.source.replaceAll('*/', '* /')} */`,
    ),
    '#ifdef TELL',
    'c_decl { static int told_broken[64]; }',
    ...program.invariants.map(
      (_, number) =>
        `inline broken_${number}() { c_code { if (!told_broken[${number}]) { told_broken[${number}] = 1; printf("dryrun broken ${number}\\n"); } } }`,
    ),
    '#else',
    ...program.invariants.map((_, number) => `inline broken_${number}() { assert(false) }`),
    '#endif',
    `inline always() {\n${checks('always').join('\n')}\n  skip\n}`,
    `inline finally() {\n${checks('finally').join('\n')}\n  skip\n}`,
  ].join('\n')
}
