/** gRPC over HTTP/2: metadata, the length-prefixed message, trailers (the project's PROTOCOL-HTTP2 document). */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, joined, WireWriter } from '../bytes/annotated'
import { type HeaderField, HpackEncoder } from './hpack'
import { END_HEADERS, END_STREAM, frame } from './http2'

/** A field of a protobuf message: numbers as varints, texts with their length (wire types 0 and 2). */
export type ProtobufField = readonly [number: number, value: string | number]

export interface GrpcCall {
  /** `payments.v1.CardCharging/Charge`. */
  readonly method: string
  readonly authority: string
  /** Milliseconds until the deadline; none is sent without. */
  readonly timeoutMs?: number
  readonly message: readonly ProtobufField[]
}

/** The two tables of one connection, which remember what went before. */
export class GrpcConnection {
  private readonly toServer = new HpackEncoder()
  private readonly toClient = new HpackEncoder()
  private stream = -1

  /** HEADERS and DATA with END_STREAM, on the next odd stream. */
  request(call: GrpcCall): Annotated {
    this.stream += 2
    const { stream } = this
    const fields: HeaderField[] = [
      [':method', 'POST'],
      [':scheme', 'http'],
      [':path', `/${call.method}`],
      [':authority', call.authority],
      ['te', 'trailers'],
      ...(call.timeoutMs === undefined
        ? []
        : [['grpc-timeout', grpcTimeout(call.timeoutMs)] as const]),
      ['content-type', 'application/grpc+proto'],
      ['user-agent', 'grpc-node-js/1.14.0'],
    ]
    return joined([
      frame({ type: 'HEADERS', flags: END_HEADERS, stream }, this.toServer.block(fields)),
      frame({ type: 'DATA', flags: END_STREAM, stream }, prefixed(call.message)),
    ])
  }

  /** HEADERS, DATA and trailers; what went wrong is in the trailers, the HTTP status is 200 all the same. */
  response(message: readonly ProtobufField[], grpcStatus: number): Annotated {
    const { stream } = this
    const opening = this.toClient.block([
      [':status', '200'],
      ['content-type', 'application/grpc+proto'],
    ])
    const data =
      grpcStatus === 0 ? [frame({ type: 'DATA', flags: 0, stream }, prefixed(message))] : []
    const trailers = this.toClient.block([['grpc-status', String(grpcStatus)]])
    return joined([
      frame({ type: 'HEADERS', flags: END_HEADERS, stream }, opening),
      ...data,
      frame({ type: 'HEADERS', flags: END_STREAM | END_HEADERS, stream }, trailers),
    ])
  }
}

/** At most eight digits and a unit; `2S` rather than `2000m`. */
export function grpcTimeout(milliseconds: number): string {
  const whole = Math.max(1, Math.round(milliseconds))
  return whole % 1_000 === 0 ? `${whole / 1_000}S` : `${whole}m`
}

/** A compressed flag, the length in four bytes, the message. */
export function prefixed(message: readonly ProtobufField[]): Annotated {
  const body = protobuf(message)
  return new WireWriter()
    .uint('Compressed-Flag', 1, 0)
    .uint('Message-Length', 4, body.bytes.length)
    .piece(body)
    .done()
}

function protobuf(message: readonly ProtobufField[]): Annotated {
  const writer = new WireWriter()
  for (const [number, value] of message) {
    const bytes =
      typeof value === 'number'
        ? [...varint(number * 8), ...varint(value)]
        : [...varint(number * 8 + 2), ...varint(utf8Bytes(value).length), ...utf8Bytes(value)]
    writer.raw(`field ${number}`, bytes, String(value))
  }
  return writer.done()
}

/** Seven bits a byte, the lowest first. */
export function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  return [...bytes, rest]
}
