/** WebSocket (RFC 6455): the answer to an opening handshake, and frames. */

import { base64 } from '../../base/base64'
import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'
import { sha1 } from '../bytes/sha1'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const OPCODES = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
export type WebSocketOpcode = keyof typeof OPCODES

/** Sec-WebSocket-Accept for a Sec-WebSocket-Key (section 4.2.2). */
export function acceptFor(key: string): string {
  return base64(sha1(utf8Bytes(key + GUID)))
}

/** Four bytes; a client masks everything, a server nothing (section 5.1). */
export type Mask = readonly [number, number, number, number]

/** One whole frame: unfragmented (section 5.2). */
export function webSocketFrame(
  opcode: WebSocketOpcode,
  payload: readonly number[],
  mask?: Mask,
  shown?: string,
): Annotated {
  const { length } = payload
  const short = length < 126 ? length : length < 65_536 ? 126 : 127
  const writer = new WireWriter()
    .uint('FIN, opcode', 1, 0x80 | OPCODES[opcode], `final, ${opcode}`)
    .uint(
      'MASK, length',
      1,
      (mask ? 0x80 : 0) | short,
      `${mask ? 'masked' : 'unmasked'}, ${length}`,
    )
  if (short === 126) writer.uint('extended length', 2, length)
  if (short === 127) writer.uint('extended length', 8, length)
  if (mask) writer.raw('masking key', mask)
  const bytes = payload.map((byte, at) => byte ^ (mask?.[at % 4] ?? 0))
  return writer.raw('payload', bytes, shown).done()
}

/** A close frame with a status: 1000 is a normal end (section 7.4.1). */
export function closeFrame(status: number, mask?: Mask): Annotated {
  return webSocketFrame('close', [status >> 8, status & 0xff], mask, String(status))
}
