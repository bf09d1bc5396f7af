/** Why a check has its result, as a sentence of the catalogue `drills` in one language. */

import type { FaultTaken } from '../engine/counterexample'
import { connectionById, serviceById } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'
import { type Language, textIn } from '../scenario/text'
import type { Drill } from './drill'
import type { TypedFault } from './request-question'
import { ROLES } from './role'
import type { Why } from './why'

export type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string

interface About {
  readonly drill: Drill
  /** The board that was graded, for the names of its services. */
  readonly board: Scenario | undefined
  readonly language: Language
}

export function whySentence(translate: Translate, why: Why, about: About): string {
  const { why: key, ...values } = why
  const { drill, language } = about
  const role = (id: string) => {
    const known = drill.roles?.[id] ?? ROLES[id]
    return known === undefined ? id : textIn(known.title, language)
  }
  const words: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' || typeof value === 'number') words[name] = value
  if ('role' in why) words.role = role(why.role)
  if ('from' in why) Object.assign(words, { from: role(why.from), to: role(why.to) })
  if ('by' in why) words.by = translate(`link.${why.by}`, {})
  if (why.why === 'wrongLabels')
    words.items = why.items.map((item) => textIn(item, language)).join('; ')
  if (why.why === 'waitsFor')
    words.services = why.services.map((id) => serviceName(about, id)).join(', ')
  if (why.why === 'needs') words.checks = needed(translate, why.checks, about)
  if (why.why === 'broken') {
    const faults = why.faults.map((fault) => faultWords(translate, fault, about))
    words.faults = faults.join(', ') || translate('fault.none', {})
    if (why.searched !== undefined)
      return `${translate('why.broken', words)} ${translate('why.maybeShorter', { count: why.searched })}`
  }
  if (why.why === 'badRequest') {
    words.count = why.faults.length
    words.faults = why.faults.map((one) => requestFault(translate, one)).join(' ')
  }
  return translate(`why.${key}`, words)
}

function requestFault(translate: Translate, { fault, ...values }: TypedFault): string {
  return translate(`request.${fault}`, values)
}

const NEEDS_NAMED_MAX = 2

/** The first of them: what is to be done first, not a list of all that is missing. */
function needed(translate: Translate, ids: readonly string[], about: About): string {
  const named = ids.slice(0, NEEDS_NAMED_MAX).map((id) => titleOf(about, id))
  const more = ids.length - named.length
  return [...named, ...(more > 0 ? [translate('why.moreNeeds', { count: more })] : [])].join('; ')
}

function titleOf({ drill, language }: About, id: string): string {
  const check = drill.checks.find((one) => one.id === id)
  return check === undefined ? id : `«${textIn(check.title, language)}»`
}

function faultWords(
  translate: Translate,
  { kind, service, connection, half }: FaultTaken,
  about: About,
): string {
  const { board } = about
  const nameOf = (id: string | undefined) => serviceName(about, id ?? '')
  const line = board && connectionById(board).get(connection ?? '')
  const from = half === 'consumer' ? translate('fault.broker', {}) : nameOf(line?.from)
  const to = half === 'publisher' ? translate('fault.broker', {}) : nameOf(line?.to)
  const where = line ? `${from} → ${to}` : nameOf(service)
  return translate(`fault.${kind}`, { where })
}

function serviceName({ board, language }: About, id: string): string {
  const found = board && serviceById(board).get(id)
  return found === undefined ? id : textIn(found.name, language)
}
