/**
 * Edits that put a finding right, gathered so that each service, line and stimulus list is set once. A
 * handler that followed from the drawing is written out with what is changed about it.
 */
import type { Action } from '../scenario/action'
import type { Connection } from '../scenario/connection'
import type { Changes, Edit } from '../scenario/edits'
import type { Handler } from '../scenario/handler'
import { rewritten } from '../scenario/rewrite-actions'
import type { Stimulus } from '../scenario/scenario'
import type { HandlerRead, Site } from './reading/parts'
import type { Reading } from './reading/reading'

type ActionChange = (action: Action) => readonly Action[]
type HandlerChange = (handler: Handler) => Handler

/** The handler that something is in; only where it stands matters. */
type Place = Pick<HandlerRead, 'id' | 'serviceIndex' | 'index'>

export class Repair {
  private readonly places = new Map<number, Place>()
  private readonly atSites = new Map<number, Map<number, ActionChange>>()
  private readonly atHandlers = new Map<number, HandlerChange>()
  private readonly lines = new Map<string, Changes<Connection>>()
  private readonly stimuli = new Map<number, Partial<Stimulus>>()

  constructor(private readonly reading: Reading) {}

  /** Puts other actions in the place of one. A second change of the same action follows the first. */
  action({ in: handler, ordinal }: Site, change: ActionChange): this {
    this.places.set(handler.id, handler)
    const changes = this.atSites.get(handler.id) ?? new Map<number, ActionChange>()
    const before = changes.get(ordinal)
    changes.set(ordinal, before ? (action) => before(action).flatMap(change) : change)
    this.atSites.set(handler.id, changes)
    return this
  }

  handler(handler: Place, change: HandlerChange): this {
    this.places.set(handler.id, handler)
    const before = this.atHandlers.get(handler.id)
    this.atHandlers.set(handler.id, before ? (one) => change(before(one)) : change)
    return this
  }

  line(id: string, changes: Changes<Connection>): this {
    this.lines.set(id, { ...this.lines.get(id), ...changes })
    return this
  }

  stimulus(index: number, changes: Partial<Stimulus>): this {
    this.stimuli.set(index, { ...this.stimuli.get(index), ...changes })
    return this
  }

  /** An idempotency key for the effect: the provider does it once per order. */
  once(site: Site): this {
    return this.action(site, (action) => ['effect' in action ? { ...action, once: true } : action])
  }

  /** The same key gets the stored answer from then on. */
  idempotent(handler: Place): this {
    return this.handler(handler, (one) => ({ ...one, idempotent: true }))
  }

  edits(): readonly Edit[] {
    return [...this.lineEdits(), ...this.stimulusEdits(), ...this.handlerEdits()]
  }

  private lineEdits(): readonly Edit[] {
    return [...this.lines].map(([id, changes]) => ({ edit: 'updateConnection', id, changes }))
  }

  private stimulusEdits(): readonly Edit[] {
    if (this.stimuli.size === 0) return []
    const stimuli = this.reading.stimuli.map((one, index) => ({
      ...one,
      ...this.stimuli.get(index),
    }))
    return [{ edit: 'setStimuli', stimuli }]
  }

  private handlerEdits(): readonly Edit[] {
    const { scenario, names } = this.reading
    const touched = [...this.places.values()]
    return [...new Set(touched.map((one) => one.serviceIndex))].flatMap((serviceIndex) => {
      const service = scenario.services[serviceIndex]
      if (!service) return []
      const handlers = (names.handlers[serviceIndex] ?? []).map((handler, index) => {
        const place = touched.find(
          (one) => one.serviceIndex === serviceIndex && one.index === index,
        )
        return place ? this.changed(handler, place.id) : handler
      })
      return [{ edit: 'setHandlers', service: service.id, handlers } as const]
    })
  }

  private changed(handler: Handler, id: number): Handler {
    const sites = this.atSites.get(id)
    let ordinal = -1
    const actions = rewritten(handler.do, (action) => {
      ordinal += 1
      return sites?.get(ordinal)?.(action) ?? [action]
    })
    const after = { ...handler, do: [...actions] }
    return this.atHandlers.get(id)?.(after) ?? after
  }
}
