/** The contract over the preload script's bridge. */
import { type Host, type HostEvent, hostEventSchema } from '../../shared/host/contract'
import type { DesktopBridge } from '../../shared/host/desktop-wire'
import { outputOf, replySchema } from '../../shared/host/reply'

export function desktopHost(bridge: DesktopBridge): Host {
  return {
    call: async (name, input) => outputOf(name, replySchema.parse(await bridge.call(name, input))),
    onEvent: (listener: (event: HostEvent) => void) =>
      bridge.onEvent((event) => {
        const known = hostEventSchema.safeParse(event)
        if (known.success) listener(known.data)
      }),
    openDropped: async (file) => (await bridge.openDropped(file)) === true,
  }
}
