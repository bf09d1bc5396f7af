/** `app://dryrun/`: the page's own scheme, answered from memory as the loopback server does. */
import type { Protocol } from 'electron'
import { APP_HOST, APP_SCHEME } from '../../shared/host/desktop-wire'
import { PAGE_HEADERS } from '../content-policy'
import type { PageFiles } from '../page-files'

/** Before the application is ready: a scheme that behaves like https. Never one that bypasses the content policy. */
export function registerAppScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

export function serveApp(protocol: Protocol, files: PageFiles): void {
  protocol.handle(APP_SCHEME, (request) => respond(request, files))
}

/** By the exact path as it came, undecoded: no built file's name needs escaping. */
export function respond(request: Request, files: PageFiles): Response {
  const { host, pathname } = new URL(request.url)
  const file = host === APP_HOST && request.method === 'GET' ? files.get(pathname) : undefined
  if (file === undefined) return new Response(null, { status: 404, headers: PAGE_HEADERS })
  return new Response(file.body, { headers: { ...PAGE_HEADERS, 'Content-Type': file.type } })
}
