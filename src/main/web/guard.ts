/**
 * Which requests may reach the loopback server at all. Any web page can send requests to 127.0.0.1, and with
 * DNS rebinding under a name of its own; the exact Host stops the latter and the exact Origin the former.
 * Cookies would not: a page on another port of the same address is the same site and gets them attached.
 */
import type { IncomingMessage } from 'node:http'

export type Refusal = 403 | 405

/** Undefined where the request may go on. `port` is the one that the server listens on. */
export function refuseRequest(request: IncomingMessage, port: number): Refusal | undefined {
  if (!hasOwnHost(request, port)) return 403
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return undefined
    case 'POST':
      return hasOwnOrigin(request) ? undefined : 403
    case 'OPTIONS':
      // A preflight asks whether another origin may call: never.
      return 403
    default:
      return 405
  }
}

/** Whether a request to open a WebSocket comes from our own page. */
export function mayUpgrade(request: IncomingMessage, port: number): boolean {
  return request.method === 'GET' && hasOwnHost(request, port) && hasOwnOrigin(request)
}

function hasOwnHost(request: IncomingMessage, port: number): boolean {
  const host = only(request, 'host')
  // An absolute address in the request line would take the place of the Host header.
  if (!request.url?.startsWith('/')) return false
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** A missing Origin is refused as well: a rebound request carries none. */
function hasOwnOrigin(request: IncomingMessage): boolean {
  const host = only(request, 'host')
  return host !== undefined && only(request, 'origin') === `http://${host}`
}

/** A header's value where it stands exactly once: node itself would quietly take the first of several. */
function only(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name]
  return values?.length === 1 ? values[0] : undefined
}
