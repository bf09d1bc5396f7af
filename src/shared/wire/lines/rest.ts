/** One REST call over HTTP/1.1: with TLS unless the options say otherwise, as between data centres. */

import type { HopSetting } from '../hop-setting'
import { type FieldLine, httpRequest, httpResponse, octets } from '../http/http1'
import { http3Message } from '../http/http3'
import type { Conversation } from '../transport/conversation'
import { packetOf, resolveName } from '../transport/open-channel'
import { QuicConnection } from '../transport/quic'
import type { WireNote } from '../wire-note'
import { openLine } from './open-line'
import { isResolving, twoParties } from './parties'
import { IDEMPOTENCY_KEY, ORDER_BODY, ORDER_ID, SAMPLE_DATE } from './sample'

const WITH_BODY = ['POST', 'PUT', 'PATCH']

export function restLine(setting: HopSetting): Conversation {
  return setting.options.http3 === true ? overQuic(setting) : overTcp(setting)
}

function overTcp(setting: HopSetting): Conversation {
  const { options, thinkUs } = setting
  const { talk, channel } = openLine(setting, options.tls === 'none' ? 80 : 443, ['http/1.1'])
  const request = requestOf(setting)
  const response = responseOf(setting, request.method)
  const asked = `${request.method} ${request.target}`
  channel.send(
    channel.client,
    packetOf('http/1.1', asked, 'request', httpRequest(request), requestNote(setting)),
  )
  talk.think(channel.server, thinkUs)
  channel.send(
    channel.server,
    packetOf('http/1.1', String(response.status), 'answer', httpResponse(response)),
  )
  if (!options.warm) channel.close(channel.client)
  return talk
}

/** The same request and answer as frames of HTTP/3, on a stream of a QUIC connection. */
function overQuic(setting: HopSetting): Conversation {
  const { options, thinkUs } = setting
  const { talk, client, server } = twoParties(setting, 443)
  if (isResolving(setting)) resolveName(talk, client, talk.actor(2), server, setting.host)
  const channel = new QuicConnection(talk, client, server, options.session)
  if (!options.warm) channel.open()
  const { method, target, fields, body } = requestOf(setting)
  const [[, host] = ['', ''], ...others] = fields
  const pseudo: readonly FieldLine[] = [
    [':method', method],
    [':scheme', 'https'],
    [':authority', host],
    [':path', target],
  ]
  const asked = http3Message([...pseudo, ...others], body)
  channel.send(
    client,
    packetOf('http/3', `${method} ${target}`, 'request', asked, requestNote(setting)),
  )
  talk.think(server, thinkUs)
  const { status, fields: told, body: said } = responseOf(setting, method)
  const answer = http3Message([[':status', String(status)], ...told], said)
  channel.send(server, packetOf('http/3', String(status), 'answer', answer))
  if (!options.warm) channel.close(client)
  return talk
}

function requestOf({ connection, host }: HopSetting) {
  const [method = 'GET', target = '/'] = (connection.operation ?? 'GET /').split(' ')
  const body = WITH_BODY.includes(method) ? ORDER_BODY : undefined
  const fields: FieldLine[] = [
    ['Host', host],
    ['User-Agent', 'dryrun/1.0'],
    ['Accept', 'application/json'],
  ]
  if (body !== undefined)
    fields.push(['Content-Type', 'application/json'], ['Content-Length', octets(body)])
  // A structured-field string: with its quotes (the Idempotency-Key draft, section 2.1).
  if (connection.idempotencyKey) fields.push(['Idempotency-Key', `"${IDEMPOTENCY_KEY}"`])
  return { method, target, fields, ...(body !== undefined && { body }) }
}

function responseOf({ connection, status: told }: HopSetting, method: string) {
  const status = told > 0 ? told : method === 'POST' ? 201 : 200
  const fields: FieldLine[] = [['Date', SAMPLE_DATE]]
  const target = (connection.operation ?? 'GET /').split(' ')[1] ?? '/'
  if (status === 201) fields.push(['Location', `${target}/${ORDER_ID}`])
  if (status === 204) return { status, fields }
  const body = status < 400 ? `{"id":"${ORDER_ID}","status":"PENDING"}` : `{"error":"${status}"}`
  fields.push(['Content-Type', 'application/json'], ['Content-Length', octets(body)])
  return { status, fields, body }
}

function requestNote({ connection, options }: HopSetting): WireNote {
  if (options.session === 'early' && options.tls === '1.3' && !options.warm) return 'earlyData'
  return connection.idempotencyKey ? 'requestWithKey' : 'request'
}
