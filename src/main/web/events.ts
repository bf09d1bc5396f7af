/** What the server tells its pages unasked, over a WebSocket whose first message must name a session. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { EVENTS_PATH, SESSION_REFUSED } from '../../shared/host/web-addresses'
import { greetingSchema } from '../../shared/host/web-wire'
import type { PageId, Pages } from '../host/pages'
import { mayUpgrade } from './guard'
import type { Sessions } from './sessions'

const MESSAGE_BYTES_MAX = 1_024
const SOCKETS_MAX = 64
/** How long a socket may stay without naming its session, in milliseconds. */
const GREETING_MS = 5_000
/** How long a page that calls may take to open its socket; one that never does is taken for gone. */
const SOCKET_MS = 15_000

export class Events {
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES_MAX,
  })
  /** The latest socket of each page. */
  private readonly sockets = new Map<PageId, WebSocket>()
  private readonly expected = new Map<PageId, NodeJS.Timeout>()

  constructor(
    private readonly sessions: Sessions,
    private readonly pages: Pages,
  ) {}

  /** A page has called: it is there, and its socket will say when it no longer is. */
  seen(page: PageId): void {
    if (this.sockets.has(page) || this.expected.has(page)) return
    const late = setTimeout(() => {
      this.expected.delete(page)
      this.pages.leave(page)
    }, SOCKET_MS)
    this.expected.set(page, late.unref())
  }

  /** Takes over a connection that asks to become a WebSocket, or ends it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
    const full = this.server.clients.size >= SOCKETS_MAX
    if (full || request.url !== EVENTS_PATH || !mayUpgrade(request, port)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    this.server.handleUpgrade(request, socket, head, (client) => this.greet(client))
  }

  close(): void {
    for (const late of this.expected.values()) clearTimeout(late)
    for (const client of this.server.clients) client.terminate()
    this.server.close()
  }

  private greet(client: WebSocket): void {
    const late = setTimeout(() => client.close(SESSION_REFUSED), GREETING_MS)
    client.on('error', () => client.terminate())
    client.on('close', () => clearTimeout(late))
    client.once('message', (message) => {
      clearTimeout(late)
      const greeting = greetingSchema.safeParse(parseJson(String(message)))
      if (!greeting.success || !this.sessions.isValid(greeting.data.session)) {
        client.close(SESSION_REFUSED)
        return
      }
      this.listen(client, greeting.data.page)
      // A page has nothing more to say here: its calls go by POST.
      client.on('message', () => client.close(SESSION_REFUSED))
    })
  }

  private listen(client: WebSocket, page: PageId): void {
    clearTimeout(this.expected.get(page))
    this.expected.delete(page)
    this.sockets.set(page, client)
    this.pages.join(page, (event) => client.send(JSON.stringify(event)))
    client.on('close', () => {
      if (this.sockets.get(page) !== client) return
      this.sockets.delete(page)
      this.pages.leave(page)
    })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
