/** A host put together: the library, the pages it serves, and the gateway that transports call. */
import type { FilePort } from '../library/file-port'
import { Leases } from '../library/leases'
import { Library, type LibraryFolders } from '../library/library'
import { Presence } from '../library/recovery/presence'
import { RecoveryStore } from '../library/recovery/recovery'
import { hostCalls } from './calls'
import { Drafts } from './drafts'
import { type Gateway, gatewayTo } from './gateway'
import { Holds } from './holds'
import { OpenRequests } from './open-requests'
import { Pages } from './pages'
import type { Platform } from './platform'

export interface LocalHost {
  readonly library: Library
  readonly pages: Pages
  readonly drafts: Drafts
  readonly holds: Holds
  readonly requests: OpenRequests
  readonly gateway: Gateway
  /** Once, before the first page: makes this process known to the user's others. */
  start(): Promise<void>
  /** At the end: frees what it held for the user's other hosts. */
  stop(): void
}

/** `port`: the disk that scenarios are saved to, or one that tests make fail. */
export function createHost(
  platform: Platform,
  folders: LibraryFolders,
  port?: FilePort,
): LocalHost {
  const library = new Library(folders, port)
  const pages = new Pages()
  const presence = new Presence(folders.settings)
  const store = new RecoveryStore(folders.settings)
  const drafts = new Drafts({ library, store, presence, pages })
  const holds = new Holds({ library, leases: new Leases(folders.settings, presence), pages })
  const requests = new OpenRequests()
  const gateway = gatewayTo(hostCalls({ library, drafts, holds, folders, platform, requests }))
  return {
    library,
    pages,
    drafts,
    holds,
    requests,
    gateway,
    stop: () => {
      holds.stop()
      presence.stop()
    },
    start: () => {
      presence.start()
      return library.sweep(Date.now())
    },
  }
}
