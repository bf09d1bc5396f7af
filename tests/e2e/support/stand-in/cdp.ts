/** A connection to Chromium's debugging protocol: commands with answers, events by name. Knows no windows. */
import WebSocket from 'ws'

export type Params = Readonly<Record<string, unknown>>
type Listener = (params: never, sessionId: string | undefined) => void

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

interface Incoming {
  readonly id?: number
  readonly result?: never
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly params?: never
  readonly sessionId?: string
}

export class Cdp {
  private nextId = 1
  private readonly waiting = new Map<number, Waiting>()
  private readonly listeners = new Map<string, Set<Listener>>()

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (text) => this.receive(JSON.parse(String(text)) as Incoming))
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Chromium is gone'))
      this.waiting.clear()
    })
  }

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address, { perMessageDeflate: false })
    await new Promise((done, fail) => {
      socket.once('open', done)
      socket.once('error', fail)
    })
    return new Cdp(socket)
  }

  /** `sessionId` names a page; without it the command is the browser's. */
  send<Result = unknown>(method: string, params: Params = {}, sessionId?: string): Promise<Result> {
    const id = this.nextId
    this.nextId += 1
    return new Promise<Result>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  /** Events of one session, or the browser's own. */
  on<Event>(method: string, sessionId: string | undefined, listener: (event: Event) => void): void {
    const all = this.listeners.get(method) ?? new Set<Listener>()
    this.listeners.set(method, all)
    all.add((params, from) => {
      if (from === sessionId) listener(params)
    })
  }

  private receive({ id, result, error, method, params, sessionId }: Incoming): void {
    if (id !== undefined) {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result as never)
      return
    }
    for (const listener of this.listeners.get(method ?? '') ?? []) {
      listener(params as never, sessionId)
    }
  }
}
