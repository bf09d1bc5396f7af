/** What every part of the stand-in shares while it runs: Chromium, and the objects that the application sees. */
import type { Cdp } from './cdp'
import { StandInIpcMain } from './ipc-main'
import { StandInProtocol } from './protocol'
import { StandInSession } from './session'
import type { StandInWebContents } from './web-contents'

class EngineRoom {
  readonly ipcMain = new StandInIpcMain()
  readonly protocol = new StandInProtocol()
  readonly session = new StandInSession()
  /** By the id of the Chromium target that shows it. */
  readonly contentsByTarget = new Map<string, StandInWebContents>()
  private connect: (cdp: Cdp) => void = () => undefined
  /** Resolves once Chromium runs. */
  readonly cdp = new Promise<Cdp>((resolve) => {
    this.connect = resolve
  })

  connected(cdp: Cdp): void {
    this.connect(cdp)
  }
}

export const room = new EngineRoom()
