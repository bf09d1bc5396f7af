/** Packets of SSH's binary protocol (RFC 4253 section 6): length, padding, payload. */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

/** Messages by number (RFC 4250 section 4.1; ECDH of RFC 5656 section 7.1). */
const MESSAGES = {
  DISCONNECT: 1,
  SERVICE_REQUEST: 5,
  SERVICE_ACCEPT: 6,
  KEXINIT: 20,
  NEWKEYS: 21,
  KEX_ECDH_INIT: 30,
  KEX_ECDH_REPLY: 31,
  USERAUTH_REQUEST: 50,
  USERAUTH_FAILURE: 51,
  USERAUTH_SUCCESS: 52,
  USERAUTH_PK_OK: 60,
  CHANNEL_OPEN: 90,
  CHANNEL_OPEN_CONFIRMATION: 91,
  CHANNEL_DATA: 94,
  CHANNEL_EOF: 96,
  CHANNEL_CLOSE: 97,
  CHANNEL_REQUEST: 98,
  CHANNEL_SUCCESS: 99,
} as const
export type SshMessage = keyof typeof MESSAGES

/** A text or bytes go with their length in four bytes, a number as four bytes, a flag as one. */
export type SshValue = string | number | boolean | readonly number[]

/** The payload of a message: its number, then its values. */
export function sshPayload(
  message: SshMessage,
  values: readonly (readonly [name: string, value: SshValue])[] = [],
): Annotated {
  const writer = new WireWriter().uint('message', 1, MESSAGES[message], message)
  for (const [name, value] of values) {
    if (typeof value === 'number') writer.uint(name, 4, value)
    else if (typeof value === 'boolean') writer.uint(name, 1, value ? 1 : 0, String(value))
    else {
      const bytes = typeof value === 'string' ? utf8Bytes(value) : value
      writer.uint(`${name} length`, 4, bytes.length)
      writer.raw(name, bytes, typeof value === 'string' ? value : undefined)
    }
  }
  return writer.done()
}

/** In clear text packets come in blocks of eight, at least four bytes of them padding. */
export function sshPacket(payload: Annotated): Annotated {
  const padding = paddingFor(payload.bytes.length + 5, 8)
  return new WireWriter()
    .uint('packet_length', 4, 1 + payload.bytes.length + padding)
    .uint('padding_length', 1, padding)
    .piece(payload)
    .raw('padding', new Array<number>(padding).fill(0))
    .done()
}

/** Bytes on the wire with AES-GCM (RFC 5647): the length in clear, blocks of 16, a tag of 16. */
export function sshSealedBytes(payload: Annotated): number {
  const content = payload.bytes.length + 1
  return 4 + content + paddingFor(content, 16) + 16
}

function paddingFor(length: number, block: number): number {
  const padding = block - (length % block)
  return padding < 4 ? padding + block : padding
}
