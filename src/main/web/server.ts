/** The browser host: one HTTP server on 127.0.0.1 that serves the page from memory and answers its calls. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LAUNCH_KEY } from '../../shared/host/web-addresses'
import { PAGE_HEADERS } from '../content-policy'
import type { LocalHost } from '../host/host'
import type { PageFiles } from '../page-files'
import { Api } from './api'
import { Events } from './events'
import { refuseRequest } from './guard'
import { Sessions } from './sessions'

const LOOPBACK = '127.0.0.1'
const CONNECTIONS_MAX = 256
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
}

export interface WebServer {
  /** `http://127.0.0.1:PORT/`, without the token. */
  readonly address: string
  /** The address with the launch token in its fragment: for the user's eyes and browser only. */
  readonly launchAddress: string
  close(): Promise<void>
}

/** Listens on `port`, or on one that the system picks; `limits` take the place of ours. Rejects with the system's error where it cannot. */
export async function startWebServer(
  host: LocalHost,
  files: PageFiles,
  port = 0,
  limits: Partial<typeof LIMITS> = {},
): Promise<WebServer> {
  const sessions = new Sessions()
  const events = new Events(sessions, host.pages)
  const api = new Api(host.gateway, sessions, (page) => events.seen(page))
  let bound = port
  const server = createServer({ ...LIMITS, ...limits }, (request, response) => {
    respond(request, response, { files, api, port: bound }).catch((error: unknown) => {
      // Ours is the fault: the page's call rejects with these words, and the other pages go on.
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
      response.end(error instanceof Error ? error.message : String(error))
    })
  })
  server.maxConnections = CONNECTIONS_MAX
  server.on('upgrade', (request, socket, head) => events.upgrade(request, socket, head, bound))
  await listen(server, port)
  bound = (server.address() as AddressInfo).port
  host.requests.onRequest(() => host.pages.tellAll({ event: 'open-requested' }))
  const address = `http://${LOOPBACK}:${bound}/`
  return {
    address,
    launchAddress: `${address}#${LAUNCH_KEY}=${sessions.launchToken}`,
    close: () => {
      events.close()
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

interface Parts {
  readonly files: PageFiles
  readonly api: Api
  readonly port: number
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { files, api, port }: Parts,
): Promise<void> {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
  const refusal = refuseRequest(request, port)
  if (refusal !== undefined) {
    response.writeHead(refusal, { 'Content-Length': 0 }).end()
    return
  }
  if (request.method === 'POST') return api.post(request, response)
  const file = files.get(request.url ?? '')
  if (file === undefined) {
    response.writeHead(404, { 'Content-Length': 0 }).end()
    return
  }
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, LOOPBACK, () => {
      server.off('error', fail)
      done()
    })
  })
}
