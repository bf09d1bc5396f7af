/** `protocol`: the application's own scheme, answered through Chromium's request interception. */
import type { Protocol } from 'electron'

type Handler = Parameters<Protocol['handle']>[1]
type Implemented = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

export class StandInProtocol implements Implemented {
  private readonly handlers = new Map<string, Handler>()
  readonly schemes = new Set<string>()

  registerSchemesAsPrivileged(
    schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0],
  ): void {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP) throw new Error(`${scheme} would bypass the content policy`)
      this.schemes.add(scheme)
    }
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.schemes.has(scheme)) throw new Error(`${scheme} is no registered scheme`)
    this.handlers.set(scheme, handler)
  }

  /** The application's answer to a request of its own scheme; undefined for any other. */
  async answer(address: string, method: string): Promise<Response | undefined> {
    const handler = this.handlers.get(new URL(address).protocol.slice(0, -1))
    return handler?.(new Request(address, { method }) as never)
  }
}
