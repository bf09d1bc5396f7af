/** Protocols of readable lines, each ended by CR LF: a command, then an answer. */

import { WireWriter } from '../bytes/annotated'
import type { Channel } from '../transport/channel'
import type { Actor, WirePhase, WireProtocol } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import type { WireNote } from '../wire-note'

export interface Line {
  /** Lines without their CR LF; several go in one packet. */
  readonly text: readonly string[]
  readonly phase: WirePhase
  readonly note?: WireNote
}

export class Dialogue {
  constructor(
    private readonly channel: Channel,
    private readonly protocol: WireProtocol,
  ) {}

  client(line: Line): this {
    return this.say(this.channel.client, line)
  }

  server(line: Line): this {
    return this.say(this.channel.server, line)
  }

  private say(from: Actor, { text, phase, note }: Line): this {
    const writer = new WireWriter()
    for (const line of text) writer.text('line', `${line}\r\n`, line)
    const title = text.length > 1 ? `${text[0]} …` : (text[0] ?? '')
    this.channel.send(from, packetOf(this.protocol, title, phase, writer.done(), note))
    return this
  }
}
