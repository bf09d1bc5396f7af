/** `app`: the application's life, from ready to quit. */
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'

type Implemented = Pick<
  App,
  | 'enableSandbox'
  | 'getLocale'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>

interface Windows {
  readonly closable: () => readonly { close(): void; isDestroyed(): boolean }[]
  readonly end: () => void
}

class StandInApp extends EventEmitter implements Implemented {
  readonly isPackaged = false
  sandboxed = false
  private ready = false
  private quitting = false
  private readonly paths = new Map<string, string>()
  private becomeReady: () => void = () => undefined
  private readonly readiness = new Promise<void>((resolve) => {
    this.becomeReady = resolve
  })
  private windows: Windows = { closable: () => [], end: () => undefined }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  isReady(): boolean {
    return this.ready
  }

  whenReady(): Promise<void> {
    return this.readiness
  }

  requestSingleInstanceLock(): boolean {
    return true
  }

  getLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? 'en-US'
  }

  getPreferredSystemLanguages(): string[] {
    const { LC_ALL, LANG } = process.env
    const [language = 'en_US'] = (LC_ALL || LANG || 'en_US').split('.')
    return [language === 'C' ? 'en-US' : language.replace('_', '-')]
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? join(tmpdir(), `dryrun-stand-in-${name}`)
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  /** Closes every window; one that stays keeps the application. */
  quit(): void {
    this.quitting = true
    this.emit('before-quit', { preventDefault: () => undefined })
    const open = this.windows.closable()
    for (const window of open) window.close()
    if (open.some((window) => !window.isDestroyed())) this.quitting = false
    else if (open.length === 0) this.end()
  }

  /** Ours: Chromium runs, the main script has been loaded. */
  start(windows: Windows): void {
    this.windows = windows
    this.ready = true
    this.becomeReady()
    this.emit('ready')
  }

  allWindowsClosed(): void {
    if (this.quitting) this.end()
    else this.emit('window-all-closed')
  }

  private end(): void {
    this.emit('will-quit', { preventDefault: () => undefined })
    this.emit('quit', {}, 0)
    this.windows.end()
  }
}

export const app = new StandInApp()
