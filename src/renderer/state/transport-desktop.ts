/** The contract over the preload script's bridge. */
import { type Host, type HostEvent, hostEventSchema } from '../../shared/host/contract'
import type { DesktopBridge } from '../../shared/host/desktop-wire'
import { outputOf, replySchema } from '../../shared/host/reply'
import { takeFirstReply } from './first-calls'

export function desktopHost(bridge: DesktopBridge): Host {
  return {
    call: async (name, input) => {
      const reply = await (takeFirstReply(name) ?? bridge.call(name, input))
      return outputOf(name, replySchema.parse(reply))
    },
    onEvent: (listener: (event: HostEvent) => void) =>
      bridge.onEvent((event) => {
        const known = hostEventSchema.safeParse(event)
        if (known.success) listener(known.data)
      }),
    openDropped: async (file) => (await bridge.openDropped(file)) === true,
  }
}
