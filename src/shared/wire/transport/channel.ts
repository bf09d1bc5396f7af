/** What a protocol above sees of its connection, encrypted or not. */
import type { Actor, Payload } from './conversation'

export interface Channel {
  readonly client: Actor
  readonly server: Actor
  /** Sends bytes of the protocol above; `size` is theirs alone. */
  send(from: Actor, payload: Payload): void
  close(from: Actor): void
}
