/**
 * The contract over the loopback server: calls by POST, events over a WebSocket. The session's token is kept
 * in sessionStorage, so that it outlives a reload and is never sent by itself, as a cookie would be.
 */
import english from '../../../resources/locales/en/host.json'
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type Host,
  type HostEvent,
  hostEventSchema,
} from '../../shared/host/contract'
import { failedOutput, outputOf, replySchema } from '../../shared/host/reply'
import {
  CALL_PATH,
  EVENTS_PATH,
  LAUNCH_KEY,
  PAGE_HEADER,
  SESSION_PATH,
  SESSION_REFUSED,
  sessionSchema,
} from '../../shared/host/web-wire'
import { randomId } from './random-id'

/** Why there is no host; `code` is the key of its sentence in the catalogue `host`. */
export class HostConnectError extends Error {
  constructor(readonly code: 'host/no-session' | 'host/unreachable') {
    super(english[code])
  }
}

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage'>

const SESSION_KEY = 'dryrun.session'
/** This very load of the page: a reload, or a second tab of the same session, is another. */
const PAGE = randomId()
const AGAIN_MS = 1_000
const AGAIN_MS_MAX = 15_000

/** Exchanges the address's launch token, or takes up the session that the tab already has. */
export async function connectWebHost(page: Page): Promise<Host> {
  const session = (await launchedSession(page)) ?? page.sessionStorage.getItem(SESSION_KEY)
  if (session === null) throw new HostConnectError('host/no-session')
  const host = webHost(page, session)
  // Asked here so that a session of an earlier server is found out before anything is drawn.
  await host.call('hostInfo', {})
  return host
}

async function launchedSession(page: Page): Promise<string | undefined> {
  const launch = new URLSearchParams(page.location.hash.slice(1)).get(LAUNCH_KEY)
  if (launch === null) return undefined
  // Out of sight and out of the history, whether or not it is still good.
  page.history.replaceState(null, '', page.location.pathname)
  const response = await post(SESSION_PATH, { launch })
  if (response.status !== 200) throw new HostConnectError('host/no-session')
  const { session } = sessionSchema.parse(await response.json())
  page.sessionStorage.setItem(SESSION_KEY, session)
  return session
}

function webHost(page: Page, session: string): Host {
  const events = new EventLine(page, session)
  return {
    async call(name, input) {
      try {
        return await callServer(name, input, session)
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

async function callServer<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  session: string,
): Promise<CallOutput<Name>> {
  const response = await post(`${CALL_PATH}${name}`, input, session)
  if (response.status === 401) throw new HostConnectError('host/no-session')
  if (response.status !== 200 && response.status !== 503) {
    throw new Error(`${name}: ${response.status} ${await response.text()}`)
  }
  return outputOf(name, replySchema.parse(await response.json()))
}

async function post(path: string, content: unknown, session?: string): Promise<Response> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    [PAGE_HEADER]: PAGE,
  }
  if (session !== undefined) headers.Authorization = `Bearer ${session}`
  try {
    return await fetch(path, { method: 'POST', headers, body: JSON.stringify(content) })
  } catch {
    throw new HostConnectError('host/unreachable')
  }
}

/** One WebSocket for all listeners, opened with the first and opened again, ever less often, when it breaks. */
class EventLine {
  private readonly listeners = new Set<(event: HostEvent) => void>()
  private socket: WebSocket | undefined
  private pauseMs = AGAIN_MS

  constructor(
    private readonly page: Page,
    private readonly session: string,
  ) {}

  listen(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener)
    if (!this.socket) this.open()
    return () => {
      this.listeners.delete(listener)
    }
  }

  private open(): void {
    const socket = new WebSocket(`ws://${this.page.location.host}${EVENTS_PATH}`)
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
