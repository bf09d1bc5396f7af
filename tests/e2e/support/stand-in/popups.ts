/** A page that opens another: the application is asked, and what it denies is closed again. */
import type { Cdp } from './cdp'
import { room } from './engine-room'

interface Target {
  readonly targetId: string
  readonly type: string
  readonly url: string
  readonly openerId?: string
}

export async function refusePopups(cdp: Cdp): Promise<void> {
  cdp.on<{ targetInfo: Target }>('Target.targetCreated', undefined, ({ targetInfo }) => {
    const opener = room.contentsByTarget.get(targetInfo.openerId ?? '')
    if (targetInfo.type !== 'page' || !opener) return
    const answer = opener.windowOpenHandler({ url: targetInfo.url } as never)
    if (answer.action === 'deny') {
      cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined)
    }
  })
  await cdp.send('Target.setDiscoverTargets', { discover: true })
}
