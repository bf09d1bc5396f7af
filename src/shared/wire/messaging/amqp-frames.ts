/** Frames of AMQP 0-9-1: type, channel, size, payload, and the octet 0xCE at the end (specification 4.2.3). */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

const FRAME_END = 0xce
const FRAME_TYPES = { method: 1, header: 2, body: 3, heartbeat: 8 } as const

/** Class and method numbers as in the AMQP 0-9-1 reference. */
const METHODS = {
  'Connection.Start': [10, 10],
  'Connection.StartOk': [10, 11],
  'Connection.Tune': [10, 30],
  'Connection.TuneOk': [10, 31],
  'Connection.Open': [10, 40],
  'Connection.OpenOk': [10, 41],
  'Connection.Close': [10, 50],
  'Connection.CloseOk': [10, 51],
  'Channel.Open': [20, 10],
  'Channel.OpenOk': [20, 11],
  'Channel.Close': [20, 40],
  'Channel.CloseOk': [20, 41],
  'Exchange.Declare': [40, 10],
  'Exchange.DeclareOk': [40, 11],
  'Queue.Declare': [50, 10],
  'Queue.DeclareOk': [50, 11],
  'Queue.Bind': [50, 20],
  'Queue.BindOk': [50, 21],
  'Basic.Qos': [60, 10],
  'Basic.QosOk': [60, 11],
  'Basic.Consume': [60, 20],
  'Basic.ConsumeOk': [60, 21],
  'Basic.Publish': [60, 40],
  'Basic.Return': [60, 50],
  'Basic.Deliver': [60, 60],
  'Basic.Ack': [60, 80],
  'Basic.Reject': [60, 90],
  'Basic.Nack': [60, 120],
  'Confirm.Select': [85, 10],
  'Confirm.SelectOk': [85, 11],
} as const
export type AmqpMethod = keyof typeof METHODS

/** `short` and `long` are strings with their length in one and in four bytes; `bits` a byte of flags. */
export type AmqpArgument =
  | readonly [name: string, type: 'short' | 'long', value: string]
  | readonly [name: string, type: 1 | 2 | 4 | 8, value: number]
  | readonly [name: string, type: 'bits', value: number]
  | readonly [name: string, type: 'table', value: Readonly<Record<string, string>>]

/** What a client sends first: 8 octets that choose the protocol and its version. */
export const AMQP_HEADER: Annotated = new WireWriter()
  .raw('protocol', utf8Bytes('AMQP'), 'AMQP')
  .raw('version', [0, 0, 9, 1], '0-9-1')
  .done()

export function amqpMethod(
  channel: number,
  method: AmqpMethod,
  values: readonly AmqpArgument[] = [],
): Annotated {
  const [classId, methodId] = METHODS[method]
  const payload = new WireWriter()
    .uint('class-id', 2, classId)
    .uint('method-id', 2, methodId, method)
  for (const value of values) writeArgument(payload, value)
  return amqpFrame('method', channel, payload.done())
}

/** The three frames of a message: how, with what properties, and what. */
export function contentFrames(channel: number, body: string, messageId: string): Annotated {
  const size = utf8Bytes(body).length
  const header = new WireWriter()
    .uint('class-id', 2, 60)
    .uint('weight', 2, 0)
    .uint('body size', 8, size)
    .uint('property flags', 2, 0x9080, 'content-type, delivery-mode, message-id')
  writeArgument(header, ['content-type', 'short', 'application/json'])
  header.uint('delivery-mode', 1, 2, '2, persistent')
  writeArgument(header, ['message-id', 'short', messageId])
  return new WireWriter()
    .piece(amqpFrame('header', channel, header.done()))
    .piece(amqpFrame('body', channel, new WireWriter().text('body', body).done()))
    .done()
}

export const HEARTBEAT: Annotated = amqpFrame('heartbeat', 0, new WireWriter().done())

function amqpFrame(type: keyof typeof FRAME_TYPES, channel: number, payload: Annotated): Annotated {
  return new WireWriter()
    .uint('frame type', 1, FRAME_TYPES[type], type)
    .uint('channel', 2, channel)
    .uint('size', 4, payload.bytes.length)
    .piece(payload)
    .uint('frame-end', 1, FRAME_END, '0xce')
    .done()
}

function writeArgument(writer: WireWriter, [name, type, value]: AmqpArgument): void {
  if (typeof value === 'number') writer.uint(name, typeof type === 'number' ? type : 1, value)
  else if (typeof value === 'string')
    writer.raw(name, sized(value, type === 'short' ? 1 : 4), value)
  else
    writer.raw(
      name,
      table(value),
      Object.entries(value)
        .map((pair) => pair.join('='))
        .join(', '),
    )
}

function sized(text: string, lengthBytes: 1 | 4): number[] {
  const bytes = utf8Bytes(text)
  return [...big(bytes.length, lengthBytes), ...bytes]
}

/** Values are long strings, type `S`. */
function table(entries: Readonly<Record<string, string>>): number[] {
  const content = Object.entries(entries).flatMap(([key, value]) => [
    ...sized(key, 1),
    'S'.charCodeAt(0),
    ...sized(value, 4),
  ])
  return [...big(content.length, 4), ...content]
}

function big(value: number, size: 1 | 4): number[] {
  return size === 1 ? [value] : [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
}
