/** What the server tells its pages unasked, over a WebSocket whose first message must name a session. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HostEvent } from '../../shared/host/contract'
import { EVENTS_PATH, SESSION_REFUSED, sessionSchema } from '../../shared/host/web-wire'
import { mayUpgrade } from './guard'
import type { Sessions } from './sessions'

const MESSAGE_BYTES_MAX = 1_024
const SOCKETS_MAX = 64
/** How long a socket may stay without naming its session, in milliseconds. */
const GREETING_MS = 5_000

export class Events {
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES_MAX,
  })
  private readonly listening = new Set<WebSocket>()

  constructor(private readonly sessions: Sessions) {}

  /** Takes over a connection that asks to become a WebSocket, or ends it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
    const full = this.server.clients.size >= SOCKETS_MAX
    if (full || request.url !== EVENTS_PATH || !mayUpgrade(request, port)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    this.server.handleUpgrade(request, socket, head, (client) => this.greet(client))
  }

  tell(event: HostEvent): void {
    for (const client of this.listening) client.send(JSON.stringify(event))
  }

  close(): void {
    for (const client of this.server.clients) client.terminate()
    this.server.close()
  }

  private greet(client: WebSocket): void {
    const late = setTimeout(() => client.close(SESSION_REFUSED), GREETING_MS)
    client.on('error', () => client.terminate())
    client.on('close', () => {
      clearTimeout(late)
      this.listening.delete(client)
    })
    client.once('message', (message) => {
      clearTimeout(late)
      const greeting = sessionSchema.safeParse(parseJson(String(message)))
      if (!greeting.success || !this.sessions.isValid(greeting.data.session)) {
        client.close(SESSION_REFUSED)
        return
      }
      this.listening.add(client)
      // A page has nothing more to say here: its calls go by POST.
      client.on('message', () => client.close(SESSION_REFUSED))
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
