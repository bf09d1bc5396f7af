/** What finding out who takes a message needs: names, queues and handlers, the engine's own. */
import type { Assembly } from '../../engine/assembly'
import type { Names } from '../../engine/names'
import type { Stimulus } from '../../scenario/scenario'
import type { HandlerRead } from './parts'

export interface Finder {
  readonly names: Names
  readonly assembly: Assembly
  readonly handlers: readonly HandlerRead[]
  readonly stimuli: readonly Stimulus[]
  /** The handler that this arrives at on a line; undefined: none of the service's is meant. */
  taker(
    service: number,
    line: number,
    called: Parameters<Assembly['matching']>[2],
  ): HandlerRead | undefined
}
