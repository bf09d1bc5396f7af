/** One unary gRPC call over HTTP/2: in clear text with prior knowledge unless the options say otherwise. */
import { joined } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import { GrpcConnection, type ProtobufField } from '../http/grpc'
import { ACK, frame, PREFACE } from '../http/http2'
import type { Conversation } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import { openLine } from './open-line'
import { AMOUNT_MINOR, CURRENCY, ORDER_ID } from './sample'

const PORT = 50_051
const SETTINGS = frame({ type: 'SETTINGS', flags: 0, stream: 0 })
const SETTINGS_ACK = frame({ type: 'SETTINGS', flags: ACK, stream: 0 })

const REQUEST: readonly ProtobufField[] = [
  [1, ORDER_ID],
  [2, AMOUNT_MINOR],
  [3, CURRENCY],
  [4, `${ORDER_ID}:charge:1`],
]
const RESPONSE: readonly ProtobufField[] = [
  [1, 'ch_1'],
  [2, 1],
]

export function grpcLine(setting: HopSetting): Conversation {
  const { connection, callee, options, thinkUs } = setting
  const { talk, channel } = openLine(setting, PORT, ['h2'])
  const { client, server } = channel
  const tables = new GrpcConnection()
  const call = {
    method: connection.operation ?? 'payments.v1.CardCharging/Charge',
    authority: `${callee.id}:${PORT}`,
    message: REQUEST,
    ...(connection.timeout !== undefined && { timeoutMs: connection.timeout }),
  }
  const status = setting.status
  if (options.warm) {
    // What went before on this connection: its fields are a byte each by now.
    tables.request(call)
    tables.response(RESPONSE, 0)
  } else {
    const opening = joined([PREFACE, SETTINGS])
    channel.send(client, packetOf('http/2', 'preface, SETTINGS', 'open', opening, 'preface'))
  }
  const request = tables.request(call)
  channel.send(
    client,
    packetOf('http/2', `HEADERS, DATA: ${call.method}`, 'request', request, 'grpcRequest'),
  )
  if (!options.warm) {
    const both = joined([SETTINGS, SETTINGS_ACK])
    channel.send(server, packetOf('http/2', 'SETTINGS, SETTINGS ACK', 'open', both, 'settings'))
  }
  talk.think(server, thinkUs)
  const response = tables.response(RESPONSE, status)
  const answered =
    status === 0 ? 'HEADERS, DATA, trailers' : `HEADERS, trailers: grpc-status ${status}`
  channel.send(server, packetOf('http/2', answered, 'answer', response, 'trailers'))
  if (!options.warm) channel.send(client, packetOf('http/2', 'SETTINGS ACK', 'open', SETTINGS_ACK))
  return talk
}
