/** `BrowserWindow`: a page with the life of a window: shown, asked whether it may close, closed. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { app } from './app'
import { StandInWebContents } from './web-contents'

type Implemented = Pick<
  BrowserWindow,
  'loadURL' | 'close' | 'show' | 'focus' | 'restore' | 'isMinimized' | 'isDestroyed'
>

export class StandInBrowserWindow extends EventEmitter implements Implemented {
  private static readonly all = new Set<StandInBrowserWindow>()
  readonly webContents: StandInWebContents
  private closed = false
  shown = false

  /** `options` are read by specs. */
  constructor(readonly options: BrowserWindowConstructorOptions = {}) {
    super()
    this.webContents = new StandInWebContents(options.webPreferences?.preload)
    StandInBrowserWindow.all.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): StandInBrowserWindow[] {
    return [...StandInBrowserWindow.all]
  }

  static fromWebContents(contents: unknown): StandInBrowserWindow | null {
    return (
      StandInBrowserWindow.getAllWindows().find((each) => each.webContents === contents) ?? null
    )
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address)
    this.emit('ready-to-show')
  }

  /** A listener of `close` may prevent it, and the window stays. */
  close(): void {
    if (this.closed) return
    let stays = false
    this.emit('close', {
      preventDefault: () => {
        stays = true
      },
    })
    if (stays) return
    this.closed = true
    StandInBrowserWindow.all.delete(this)
    void this.webContents.destroy().then(() => {
      this.emit('closed')
      if (StandInBrowserWindow.all.size === 0) app.allWindowsClosed()
    })
  }

  isDestroyed(): boolean {
    return this.closed
  }

  show(): void {
    this.shown = true
  }

  focus(): void {
    this.emit('focus')
  }

  restore(): void {
    this.emit('restore')
  }

  isMinimized(): boolean {
    return false
  }
}
