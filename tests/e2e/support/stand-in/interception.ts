/**
 * Every request of every page passes here: the application's scheme is answered by the application, and all
 * else is put to its session, as in Electron. Works on the browser's own session, so workers are seen too.
 */
import { ownAddress } from './address'
import type { Cdp } from './cdp'
import { room } from './engine-room'

interface Paused {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: { readonly url: string; readonly method: string }
}

export async function interceptRequests(cdp: Cdp): Promise<void> {
  cdp.on<Paused>('Fetch.requestPaused', undefined, (paused) => {
    // A page that is closed meanwhile takes its requests with it.
    decide(cdp, paused).catch(() => undefined)
  })
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function decide(cdp: Cdp, paused: Paused): Promise<void> {
  const { requestId, frameId, resourceType, request } = paused
  const address = ownAddress(request.url)
  const fail = (errorReason: string) => cdp.send('Fetch.failRequest', { requestId, errorReason })
  const contents = room.contentsByTarget.get(frameId)
  if (resourceType === 'Document' && contents?.isNavigationDenied(address))
    return fail('Aborted').then()
  if (await room.session.isCancelled(address)) return fail('BlockedByClient').then()
  const response = await room.protocol.answer(address, request.method)
  if (!response) return fail('NameNotResolved').then()
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}
