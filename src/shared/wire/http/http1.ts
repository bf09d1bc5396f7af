/** Messages of HTTP/1.1 (RFC 9112 section 2.1): a start line, field lines, an empty line, a body. */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

export type FieldLine = readonly [name: string, value: string]

export interface HttpRequest {
  readonly method: string
  readonly target: string
  readonly fields: readonly FieldLine[]
  readonly body?: string
}

export interface HttpResponse {
  readonly status: number
  readonly fields: readonly FieldLine[]
  readonly body?: string
}

const REASONS: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  402: 'Payment Required',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

export function httpRequest({ method, target, fields, body }: HttpRequest): Annotated {
  return message('request line', `${method} ${target} HTTP/1.1`, fields, body)
}

export function httpResponse({ status, fields, body }: HttpResponse): Annotated {
  return message('status line', `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`, fields, body)
}

/** What stands in Content-Length: octets, not letters (RFC 9110 section 8.6). */
export const octets = (body: string): string => String(utf8Bytes(body).length)

function message(
  startName: string,
  start: string,
  fields: readonly FieldLine[],
  body = '',
): Annotated {
  const writer = new WireWriter().text(startName, `${start}\r\n`)
  for (const [name, value] of fields) writer.text(name, `${name}: ${value}\r\n`, value)
  return writer.text('empty line', '\r\n').text('body', body).done()
}
