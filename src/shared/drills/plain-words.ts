/**
 * A board in the words of the checks: effects and rows by their meaning, so that one expression reads every
 * answer. Only names change, never what happens; names that no expression could say are spelled in Latin.
 */
import { handlersOf } from '../engine/infer'
import type { Handler } from '../scenario/handler'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { Cast } from './cast'
import { means, type Standing, standingOf } from './words'

export interface PlainBoard {
  readonly board: Scenario
  /** By meaning; several where the board has several words for one thing. */
  readonly effects: ReadonlyMap<string, readonly string[]>
  readonly entities: ReadonlyMap<string, readonly string[]>
  /** Every status and every notice of the board, by how an order stands with it. */
  readonly statuses: Readonly<Record<Standing, readonly string[]>>
}

/** What the built-in expressions speak of. */
const EFFECTS = ['charge', 'refund', 'notify']
const ENTITIES = ['order', 'payment', 'saga', 'user']

export function inPlainWords(cast: Cast): PlainBoard {
  const own = Object.keys(cast.words)
  const { effects, entities, statuses } = wordsOf(cast)
  const effectNames = plainNames(effects, [...EFFECTS, ...own], cast)
  const entityNames = plainNames(entities, [...ENTITIES, ...own], cast, firstSavedBy(cast))
  const rename: Rename = {
    effect: (word) => effectNames.plain.get(word) ?? word,
    entity: (word) => entityNames.plain.get(word) ?? word,
  }
  const services = cast.board.services.map((service) => renamedService(cast, service, rename))
  return {
    board: { ...cast.board, services },
    effects: effectNames.byMeaning,
    entities: entityNames.byMeaning,
    statuses,
  }
}

interface Found {
  readonly effects: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  readonly statuses: Readonly<Record<Standing, readonly string[]>>
}

function wordsOf({ reading }: Cast): Found {
  const effects = new Set<string>()
  const entities = new Set<string>()
  const statuses: Record<Standing, Set<string>> = {
    paid: new Set(['paid']),
    rejected: new Set(['rejected', 'cancelled']),
    open: new Set(['new', 'pending']),
  }
  for (const { action } of reading.handlers.flatMap(({ sites }) => sites)) {
    if ('effect' in action) {
      effects.add(action.effect)
      if (action.says !== undefined) statuses[standingOf(action.says)].add(action.says)
    } else if ('save' in action) {
      entities.add(action.save)
      statuses[standingOf(action.as)].add(action.as)
    }
  }
  return {
    effects,
    entities,
    statuses: {
      paid: [...statuses.paid],
      rejected: [...statuses.rejected],
      open: [...statuses.open],
    },
  }
}

/** Where no row is called anything like an order: the row that the keeper of orders saves first. */
function firstSavedBy(cast: Cast): string | undefined {
  for (const { action } of cast.sites('orders')) if ('save' in action) return action.save
  return undefined
}

interface PlainNames {
  readonly plain: ReadonlyMap<string, string>
  readonly byMeaning: ReadonlyMap<string, readonly string[]>
}

function plainNames(
  words: ReadonlySet<string>,
  meanings: readonly string[],
  cast: Cast,
  order?: string,
): PlainNames {
  const plain = new Map<string, string>()
  const byMeaning = new Map<string, readonly string[]>()
  const taken = new Set(words)
  for (const meaning of meanings) {
    const meant = [...words].filter((word) => !plain.has(word) && means(word, meaning, cast.words))
    const found = meant.length === 0 && meaning === 'order' && order ? [order] : meant
    const [only, ...more] = found
    // Two words for one thing stay two: made one they would share an idempotency key.
    if (only !== undefined && more.length === 0 && (only === meaning || !words.has(meaning)))
      plain.set(only, meaning)
    for (const word of found) if (!plain.has(word)) plain.set(word, spelled(word, taken))
    if (found.length > 0)
      byMeaning.set(
        meaning,
        found.map((word) => plain.get(word) ?? word),
      )
  }
  for (const word of words) if (!plain.has(word)) plain.set(word, spelled(word, taken))
  return { plain, byMeaning }
}

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [
    letter,
    'a b v g d e e zh z i y k l m n o p r s t u f h c ch sh sch  y  e yu ya'.split(' ')[at] ?? '',
  ]),
)

/** A name of the expression language: Latin letters, digits and underscores, none of them taken. */
function spelled(word: string, taken: Set<string>): string {
  if (/^[A-Za-z_]\w*$/.test(word)) return word
  const letters = [...word.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('')
  const stem = letters.replace(/\W+/g, '_').replace(/^(?=\d)|^$/, 'x')
  let name = stem
  for (let number = 2; taken.has(name); number += 1) name = `${stem}${number}`
  taken.add(name)
  return name
}

interface Rename {
  effect(word: string): string
  entity(word: string): string
}

function renamedService({ board }: Cast, service: Service, rename: Rename): Service {
  const written = service.handlers ?? handlersOf(board, service)
  const handlers = renamedIn(written, rename) as Handler[]
  const isSame = JSON.stringify(handlers) === JSON.stringify(written)
  const outcomes = service.outcomes && {
    outcomes: Object.fromEntries(
      Object.entries(service.outcomes).map(([word, how]) => [rename.effect(word), how]),
    ),
  }
  return { ...service, ...(isSame ? {} : { handlers }), ...outcomes }
}

/** Actions are plain data: `save`, `effect` and the expressions of `if` are the places of names. */
function renamedIn(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      if (typeof inner !== 'string') return [field, renamedIn(inner, rename)]
      if (field === 'save') return [field, rename.entity(inner)]
      if (field === 'effect') return [field, rename.effect(inner)]
      return [field, field === 'if' ? renamedText(inner, rename) : inner]
    }),
  )
}

function renamedText(text: string, rename: Rename): string {
  return text.replace(
    /\b(rows|effects|last)\.([A-Za-z_]\w*)/g,
    (whole, root: string, word: string) => {
      if (root === 'last' && (word === 'outcome' || word === 'status')) return whole
      return `${root}.${root === 'rows' ? rename.entity(word) : rename.effect(word)}`
    },
  )
}
