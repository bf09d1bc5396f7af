/** A host put together: the library, the pages it serves, and the gateway that transports call. */
import { Library, type LibraryFolders } from '../library/library'
import { Presence } from '../library/recovery/presence'
import { RecoveryStore } from '../library/recovery/recovery'
import { hostCalls } from './calls'
import { Drafts } from './drafts'
import { type Gateway, gatewayTo } from './gateway'
import { OpenRequests } from './open-requests'
import { Pages } from './pages'
import type { Platform } from './platform'

export interface LocalHost {
  readonly library: Library
  readonly pages: Pages
  readonly drafts: Drafts
  readonly requests: OpenRequests
  readonly gateway: Gateway
  /** Once, before the first page: makes this process known to the user's others. */
  start(): Promise<void>
}

export function createHost(platform: Platform, folders: LibraryFolders): LocalHost {
  const library = new Library(folders)
  const pages = new Pages()
  const presence = new Presence(folders.settings)
  const store = new RecoveryStore(folders.settings)
  const drafts = new Drafts({ library, store, presence, pages })
  const requests = new OpenRequests()
  const gateway = gatewayTo(hostCalls({ library, drafts, folders, platform, requests }))
  return {
    library,
    pages,
    drafts,
    requests,
    gateway,
    start: () => {
      presence.start()
      return library.sweep(Date.now())
    },
  }
}
