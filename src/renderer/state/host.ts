/** The page's one connection to its host: the desktop's bridge where there is one, otherwise the loopback server. */
import type { Host } from '../../shared/host/contract'
import type { DesktopBridge } from '../../shared/host/desktop-wire'
import { desktopHost } from './transport-desktop'
import { connectWebHost } from './transport-web'

declare global {
  interface Window {
    readonly dryrun?: DesktopBridge
  }
}

let connected: Host | undefined

/** Once, before anything is drawn. Rejects with a `HostConnectError` where no host answers. */
export async function connectHost(): Promise<Host> {
  connected = window.dryrun ? desktopHost(window.dryrun) : await connectWebHost()
  return connected
}

/** The host that `connectHost` connected to. */
export function getHost(): Host {
  if (!connected) throw new Error('the page has not connected to its host yet')
  return connected
}
