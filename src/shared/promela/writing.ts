/** What all parts of the model share: the program, the words it uses as numbers, how many things it may hold. */
import type { AnswerOutcome, HandlerProgram, Program, ServiceProgram } from '../engine/program'

export interface Writing {
  readonly program: Program
  /** Requests, runs, messages and answers at one time. */
  readonly things: number
  /** Every text that is compared, by its number; 'none' is 0 and '' is 1. */
  readonly words: ReadonlyMap<string, number>
}

export function writingOf(program: Program, things: number): Writing {
  const texts = new Set<string>(['none', ''])
  for (const { statuses } of program.entities) for (const status of statuses) texts.add(status)
  for (const { says } of program.effects) for (const said of says) texts.add(said)
  for (const { outcome } of program.outcomes) texts.add(outcome)
  return { program, things, words: new Map([...texts].map((text, number) => [text, number])) }
}

/** A name of the user's as a Promela name: `card-charge` is `card_charge`. */
export function named(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_')
}

/** Text of the user's inside a comment, which it cannot end. */
export function comment(text: string): string {
  return `/* ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */`
}

export function slots({ things }: Writing): readonly number[] {
  return Array.from({ length: things }, (_, index) => index)
}

export function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'false' : `(${parts.join(' || ')})`
}

export function allOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'true' : `(${parts.join(' && ')})`
}

/** `if` over guarded statements; nothing happens where none of the guards holds. */
export function choose(ways: readonly (readonly [string, string])[], otherwise = 'skip'): string {
  if (ways.length === 0) return otherwise
  const lines = ways.map(([guard, body]) => `:: ${guard} -> ${body}`)
  return `if ${lines.join(' ')} :: else -> ${otherwise} fi`
}

/** The numbers of those outcomes, as a condition over one. */
export function isOutcome(
  { program }: Writing,
  what: string,
  is: (outcome: AnswerOutcome) => boolean,
): string {
  return anyOf(program.outcomes.flatMap((one, index) => (is(one) ? [`${what} == ${index}`] : [])))
}

/** A broker that is drawn nowhere is called by the first line that implies it. */
export function serviceTitle({ lines }: Program, { id, lines: implying }: ServiceProgram): string {
  return id ?? `broker of ${lines[implying[0] ?? -1]?.id ?? ''}`
}

export function handlerTitle({ program }: Writing, handler: HandlerProgram): string {
  return `${program.services[handler.service]?.id ?? ''}, on ${handler.trigger}`
}
