/** A host put together: the library, the pages it serves, and the gateway that transports call. */

import { CardProgress } from '../library/card-progress'
import type { FilePort } from '../library/file-port'
import { Leases } from '../library/leases'
import { Library, type LibraryFolders } from '../library/library'
import { Log } from '../library/log'
import { OwnFiles } from '../library/own-files'
import { Preferences } from '../library/preferences'
import { Presence } from '../library/recovery/presence'
import { RecoveryStore } from '../library/recovery/recovery'
import { dryrunVersion } from '../resources'
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
  readonly log: Log
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
  const log = new Log(folders.settings)
  const preferences = new Preferences(folders.settings, () => log.note('settings.corrupt'))
  const requests = new OpenRequests()
  const own = new OwnFiles(folders.settings)
  const progress = new CardProgress(folders.settings, () => log.note('cards.corrupt'))
  const gateway = gatewayTo(
    hostCalls({
      ...{ library, own, progress, drafts, holds, preferences, log },
      ...{ folders, platform, requests },
    }),
  )
  return {
    library,
    pages,
    drafts,
    holds,
    log,
    requests,
    gateway,
    stop: () => {
      holds.stop()
      log.note('ended')
      presence.stop()
    },
    start: () => {
      presence.start()
      log.note('started', { host: platform.kind, version: dryrunVersion(), node: process.version })
      return library.sweep(Date.now())
    },
  }
}
