/** Frames of HTTP/2 (RFC 9113 section 4.1 and 6). */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

const FRAME_TYPES = {
  DATA: 0,
  HEADERS: 1,
  RST_STREAM: 3,
  SETTINGS: 4,
  PING: 6,
  GOAWAY: 7,
} as const
type FrameType = keyof typeof FRAME_TYPES

export const END_STREAM = 0x1
export const ACK = 0x1
export const END_HEADERS = 0x4

export interface FrameHead {
  readonly type: FrameType
  readonly flags: number
  /** 0 for the connection itself; a client's streams are odd (section 5.1.1). */
  readonly stream: number
}

const NO_PAYLOAD: Annotated = { bytes: new Uint8Array(), fields: [] }

/** What a client sends first on a connection: 24 octets (section 3.4). */
export const PREFACE: Annotated = new WireWriter()
  .raw('connection preface', utf8Bytes('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), 'PRI * HTTP/2.0 ... SM')
  .done()

export function frame({ type, flags, stream }: FrameHead, payload = NO_PAYLOAD): Annotated {
  return new WireWriter()
    .uint('Length', 3, payload.bytes.length)
    .uint('Type', 1, FRAME_TYPES[type], type)
    .uint('Flags', 1, flags, flagNames(type, flags))
    .uint('Stream Identifier', 4, stream)
    .piece(payload)
    .done()
}

/** Error codes 0x0 NO_ERROR, 0x7 REFUSED_STREAM, 0x8 CANCEL (section 7). */
export function reset(stream: number, code: number): Annotated {
  const payload = new WireWriter().uint('Error Code', 4, code).done()
  return frame({ type: 'RST_STREAM', flags: 0, stream }, payload)
}

export function goAway(lastStream: number, code: number): Annotated {
  const payload = new WireWriter()
    .uint('Last-Stream-ID', 4, lastStream)
    .uint('Error Code', 4, code)
    .done()
  return frame({ type: 'GOAWAY', flags: 0, stream: 0 }, payload)
}

function flagNames(type: FrameType, flags: number): string {
  const names: string[] = []
  if (flags & 0x1) names.push(type === 'SETTINGS' || type === 'PING' ? 'ACK' : 'END_STREAM')
  if (flags & END_HEADERS && type === 'HEADERS') names.push('END_HEADERS')
  return names.join(' | ') || '0'
}
