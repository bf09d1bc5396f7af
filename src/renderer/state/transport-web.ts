/** The contract over the loopback server: calls by POST, events over a WebSocket. */
import { type Host, type HostEvent, hostEventSchema } from '../../shared/host/contract'
import { failedOutput, outputOf, replySchema } from '../../shared/host/reply'
import { EVENTS_PATH, SESSION_REFUSED } from '../../shared/host/web-addresses'
import { takeFirstReply } from './first-calls'
import { askServer, HostConnectError, PAGE, webSession } from './web-session'

const AGAIN_MS = 1_000
const AGAIN_MS_MAX = 15_000

/** Rejects with a `HostConnectError` where there is no session, or no server. */
export async function connectWebHost(): Promise<Host> {
  const host = webHost(await webSession())
  // Asked here so that a session of an earlier server is found out before anything is drawn.
  await host.call('hostInfo', {})
  return host
}

function webHost(session: string): Host {
  const events = new EventLine(session)
  return {
    async call(name, input) {
      try {
        const reply = await (takeFirstReply(name) ?? askServer(name, input, session))
        return outputOf(name, replySchema.parse(reply))
      } catch (error) {
        // A server that is gone is news for the user, in the call's own form where it has one.
        if (!(error instanceof HostConnectError)) throw error
        const { code, message } = error
        const failure = failedOutput(name, { code, message, path: '', severity: 'error' })
        if (failure === undefined) throw error
        return failure
      }
    },
    onEvent: (listener) => events.listen(listener),
    // A browser tells no page where a file lies.
    openDropped: async () => false,
  }
}

/** One WebSocket for all listeners, opened with the first and opened again, ever less often, when it breaks. */
class EventLine {
  private readonly listeners = new Set<(event: HostEvent) => void>()
  private socket: WebSocket | undefined
  private pauseMs = AGAIN_MS

  constructor(private readonly session: string) {}

  listen(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener)
    if (!this.socket) this.open()
    return () => {
      this.listeners.delete(listener)
    }
  }

  private open(): void {
    const socket = new WebSocket(`ws://${location.host}${EVENTS_PATH}`)
    this.socket = socket
    socket.addEventListener('open', () => {
      this.pauseMs = AGAIN_MS
      socket.send(JSON.stringify({ session: this.session, page: PAGE }))
    })
    socket.addEventListener('message', ({ data }) => this.receive(String(data)))
    socket.addEventListener('close', ({ code }) => {
      if (code === SESSION_REFUSED) return
      setTimeout(() => this.open(), this.pauseMs)
      this.pauseMs = Math.min(this.pauseMs * 2, AGAIN_MS_MAX)
    })
  }

  private receive(text: string): void {
    const event = hostEventSchema.safeParse(JSON.parse(text))
    if (!event.success) return
    for (const listener of this.listeners) listener(event.data)
  }
}
