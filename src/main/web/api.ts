/** The server's two addresses for POST: a session for the launch token, and the calls of the contract. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CALL_PATH, PAGE_HEADER, PAGE_ID, SESSION_PATH } from '../../shared/host/web-addresses'
import { launchSchema } from '../../shared/host/web-wire'
import type { Gateway } from '../host/gateway'
import type { PageId } from '../host/pages'
import { hostProblem } from '../host-problem'
import { readJsonBody } from './json-body'
import type { Sessions } from './sessions'

const LAUNCH_BYTES_MAX = 1_024
/** A document of 16 MiB as a JSON string, three bytes a character. */
const CALL_BYTES_MAX = 64 * 1024 * 1024
const CALLS_AT_ONCE_MAX = 32

export type Answer = (status: number, content?: unknown) => void

export class Api {
  private running = 0

  constructor(
    private readonly gateway: Gateway,
    private readonly sessions: Sessions,
    /** Told of every page that calls. */
    private readonly seen: (page: PageId) => void,
  ) {}

  /** Answers a POST whose Host and Origin have been found good. */
  async post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const answer: Answer = (status, content) => send(response, status, content)
    if (path === SESSION_PATH) return this.launch(request, answer)
    if (!path.startsWith(CALL_PATH)) return answer(404)
    if (!this.isKnown(request)) return answer(401)
    if (this.running >= CALLS_AT_ONCE_MAX) {
      return answer(503, { reply: 'refused', problem: hostProblem('host/too-busy') })
    }
    this.running += 1
    try {
      await this.call(path.slice(CALL_PATH.length), request, answer)
    } finally {
      this.running -= 1
    }
  }

  private isKnown(request: IncomingMessage): boolean {
    const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')
    return bearer?.[1] !== undefined && this.sessions.isValid(bearer[1])
  }

  private async launch(request: IncomingMessage, answer: Answer): Promise<void> {
    const read = await readJsonBody(request, LAUNCH_BYTES_MAX)
    if (read.body === 'too-large') return answer(413)
    const asked = launchSchema.safeParse(read.body === 'json' ? read.value : undefined)
    const session = asked.success ? this.sessions.exchange(asked.data.launch) : undefined
    return session === undefined ? answer(401) : answer(200, { session })
  }

  private async call(name: string, request: IncomingMessage, answer: Answer): Promise<void> {
    const page = String(request.headers[PAGE_HEADER] ?? '')
    if (!PAGE_ID.test(page)) return answer(400)
    this.seen(page)
    const read = await readJsonBody(request, CALL_BYTES_MAX)
    switch (read.body) {
      case 'too-large':
        return answer(413)
      case 'not-json':
        return answer(400)
      case 'json':
        return answer(200, await this.gateway.answer(name, read.value, page))
    }
  }
}

function send(response: ServerResponse, status: number, content: unknown): void {
  const body = content === undefined ? '' : JSON.stringify(content)
  // A body that was not read to its end would be taken for the next request.
  if (status === 413) response.setHeader('Connection', 'close')
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}
