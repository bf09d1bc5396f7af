/**
 * When a search need try to stop a broker, and when it is back. What only comes and goes through a broker waits as
 * well without its being down, since there is no clock: so its stop can be put off to right before it is noticed.
 *
 * 1. It is noticed where it takes back a delivery that is not acknowledged, swallows a confirm, or refuses what
 *    somebody is about to publish. In all other states it is not tried.
 * 2. A broker that refuses nobody, to which nothing but outbox relays publishes, might as well be back at once: its
 *    restart is taken alone (alone.ts).
 *
 * A broker that is asked or connected to in other ways is like any other service: nothing is left out.
 */
import { isBrokered } from '../scenario/connection'
import type { Program } from './program'
import { queueHolding } from './queue'
import type { Token, View } from './view'

export class BrokerStops {
  /** For each service whether it is a broker and nothing else. */
  private readonly brokers: readonly boolean[]
  /** Those to which somebody publishes and waits to be refused. */
  private readonly refusing: ReadonlySet<number>

  constructor(program: Program) {
    this.brokers = program.services.map(({ index, kind, replicas }) => {
      const others = program.lines.filter(
        ({ from, to, protocol }) => (from === index || to === index) && !isBrokered(protocol),
      )
      const isAsked = others.some(({ protocol }) => protocol !== 'dependency')
      const isActing = program.handlers.some(({ service }) => service === index)
      return kind === 'broker' && replicas === 1 && !isAsked && !isActing
    })
    this.refusing = new Set(
      program.ops.flatMap((op) => (op.op === 'publish' ? op.publication.brokers : [])),
    )
  }

  /** Nobody notices that it is back. */
  isUnmissed(service: number): boolean {
    return this.brokers[service] === true && !this.refusing.has(service)
  }

  /** Whether a stop of this service, right now, may lead anywhere that a later one does not. */
  isWorthTrying(view: View, service: number): boolean {
    if (this.brokers[service] !== true) return true
    for (let t = view.first; t < view.last; t += view.stride)
      if (isNoticed(view, t, service)) return true
    return false
  }
}

function isNoticed(view: View, token: Token, broker: number): boolean {
  const place = view.place(token)
  if (!('op' in place)) return false
  const { op } = place
  if (op.op === 'publish' && place.at !== 'unconfirmed' && op.publication.brokers.includes(broker))
    return true
  return view.handler(token)?.queue !== undefined && queueHolding(view, token)?.broker === broker
}
