/**
 * A fault of the scenario's own list, once its moment has come: it happens to the service, or to the first
 * message on the connection that it can happen to, and waits for such a one as long as it takes.
 */
import { packChoice, unpackChoice } from './choice'
import { Offers } from './offers'
import { CUTS, canCut } from './partition'
import type { Place } from './place'
import type { PlaceRule, PlaceRules } from './place-rule'
import type { ScriptProgram } from './program'
import type { Choice } from './state'
import type { Token, View } from './view'

/** The fault as a choice of this very state; undefined while its moment has not come or nothing is there. */
export function struckBy(
  view: View,
  token: Token,
  script: ScriptProgram,
  rules: PlaceRules,
): Choice | undefined {
  if (view.get(view.fields.attempt, token) > 0) return undefined
  if (script.service !== undefined) return crashOf(view, script.service)
  if (script.fault.kind === 'partition') return partitionOf(view, script)
  for (let t = view.first; t < view.last; t += view.stride) {
    const place = view.place(t)
    if (lineOf(view, place) !== script.line) continue
    const offers = new Offers(view)
    offers.about(view.indexOf(t))
    const rule = rules[place.at] as PlaceRule<Place['at']>
    if (place.at !== 'script') rule.offer(view, t, place, offers)
    const hit = offers.choices.find((one) => unpackChoice(one).fault === script.fault.kind)
    if (hit !== undefined) return hit
  }
  return undefined
}

/** Where no half is named and one is cut already, the other. */
function partitionOf(view: View, { line: index, fault }: ScriptProgram): Choice | undefined {
  const { lines } = view.program
  const line = lines[index ?? -1]
  if (line === undefined) return undefined
  const named = 'half' in fault.at ? fault.at.half : undefined
  for (const half of named === undefined ? CUTS : [named]) {
    const shared = half === 'publisher' ? lines[line.publisherHalf?.line ?? -1] : line
    if (shared !== undefined && canCut(view, shared, half))
      return packChoice('partition', shared.index, CUTS.indexOf(half))
  }
  return undefined
}

function crashOf(view: View, service: number): Choice | undefined {
  const { replicas = 1, stoppedBy } = view.program.services[service] ?? {}
  for (let replica = 0; replica < replicas; replica += 1)
    if (view.isReplicaUp(service, replica)) return packChoice(stoppedBy?.[0], service, replica)
  return undefined
}

/** The line that a message is on, or that a handler is about to send or acknowledge on. */
export function lineOf(view: View, place: Place): number | undefined {
  switch (place.at) {
    case 'request':
    case 'waiting':
    case 'frame':
    case 'backoff':
    case 'connecting':
      return place.op.line
    case 'response':
    case 'socket':
    case 'cut':
      return place.line
    case 'confirm':
    case 'unconfirmed':
      return place.op.publication.lines[0]
    case 'stored':
    case 'relayed':
      return place.publication.lines[0]
    case 'stimulus':
      return 'line' in place.op ? place.op.line : place.op.publication.lines[0]
    case 'queued':
    case 'dead': {
      const feed = view.program.queues[place.queue]?.feeds[place.feed]
      return feed?.deliveries.find((one) => one !== undefined)?.line
    }
    case 'down':
      return view.program.services[place.service]?.lines[0]
    case 'op':
      return lineOfOp(view, place)
    default:
      return undefined
  }
}

function lineOfOp(view: View, { op }: Extract<Place, { at: 'op' }>): number | undefined {
  switch (op.op) {
    case 'publish':
      return op.publication.lines[0]
    case 'call':
    case 'push':
    case 'commit':
      return op.line
    default:
      return view.program.handlers[op.handler]?.line
  }
}
