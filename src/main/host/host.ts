/** A host put together: the library, the queue of files asked for, and the gateway that transports call. */
import { Library, type LibraryFolders } from '../library/library'
import { hostCalls } from './calls'
import { type Gateway, gatewayTo } from './gateway'
import { OpenRequests } from './open-requests'
import type { Platform } from './platform'

export interface LocalHost {
  readonly library: Library
  readonly requests: OpenRequests
  readonly gateway: Gateway
}

export function createHost(platform: Platform, folders: LibraryFolders): LocalHost {
  const library = new Library(folders)
  const requests = new OpenRequests()
  const gateway = gatewayTo(hostCalls({ library, folders, platform, requests }))
  return { library, requests, gateway }
}
