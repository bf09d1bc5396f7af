/**
 * A tab's session with the loopback server, and calls as they go over the line. Its token is kept in
 * sessionStorage, so that it outlives a reload and is never sent by itself, as a cookie would be. Without any
 * schema: it speaks before the rest of the page's code is there.
 */
import english from '../../../resources/locales/en/host.json'
import type { CallName } from '../../shared/host/contract'
import {
  CALL_PATH,
  LAUNCH_KEY,
  PAGE_HEADER,
  SESSION_PATH,
  TOKEN,
} from '../../shared/host/web-addresses'
import { randomId } from './random-id'

/** Why there is no host; `code` is the key of its sentence in the catalogue `host`. */
export class HostConnectError extends Error {
  constructor(readonly code: 'host/no-session' | 'host/unreachable') {
    super(english[code])
  }
}

const SESSION_KEY = 'dryrun.session'
/** This very load of the page: a reload, or a second tab of the same session, is another. */
export const PAGE = randomId()

let known: Promise<string> | undefined

/**
 * Exchanges the address's launch token, or takes up the session that the tab already has; once. Rejects with a
 * `HostConnectError` where there is neither.
 */
export function webSession(): Promise<string> {
  known ??= launchedSession().then((launched) => {
    const session = launched ?? sessionStorage.getItem(SESSION_KEY)
    if (session === null) throw new HostConnectError('host/no-session')
    return session
  })
  return known
}

async function launchedSession(): Promise<string | undefined> {
  const launch = new URLSearchParams(location.hash.slice(1)).get(LAUNCH_KEY)
  if (launch === null) return undefined
  // Out of sight and out of the history, whether or not it is still good.
  history.replaceState(null, '', location.pathname)
  const response = await post(SESSION_PATH, { launch })
  if (response.status !== 200) throw new HostConnectError('host/no-session')
  const answer: unknown = await response.json()
  const session =
    typeof answer === 'object' && answer !== null && 'session' in answer ? answer.session : null
  if (typeof session !== 'string' || !TOKEN.test(session)) {
    throw new Error(`${SESSION_PATH} answered with something else than a session`)
  }
  sessionStorage.setItem(SESSION_KEY, session)
  return session
}

/** The reply as it came, unchecked. Rejects with a `HostConnectError` where no host answers or knows the session. */
export async function askServer(name: CallName, input: unknown, session: string): Promise<unknown> {
  const response = await post(`${CALL_PATH}${name}`, input, session)
  if (response.status === 401) throw new HostConnectError('host/no-session')
  if (response.status !== 200 && response.status !== 503) {
    throw new Error(`${name}: ${response.status} ${await response.text()}`)
  }
  return response.json()
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
