/** The open windows, and which of them a file that was asked for from outside goes to. */
import type { BrowserWindow, WebContents } from 'electron'
import type { OpenRequests } from '../host/open-requests'
import type { PageId } from '../host/pages'
import type { AppWindow } from './window'

interface WindowsParts {
  readonly requests: OpenRequests
  open(): AppWindow
  /** The page that has a file open, if one has. */
  pageWith(path: string): PageId | undefined
}

export class Windows {
  /** The one last used first. */
  private list: readonly AppWindow[] = []

  constructor(private readonly parts: WindowsParts) {}

  all(): readonly AppWindow[] {
    return this.list
  }

  /** The window that the user is at, or was last. */
  current(): AppWindow | undefined {
    return this.list[0]
  }

  withPage(page: PageId): AppWindow | undefined {
    return this.list.find((one) => one.page() === page)
  }

  withContents(contents: WebContents): AppWindow | undefined {
    return this.list.find((one) => one.window.webContents === contents)
  }

  openNew(): AppWindow {
    const opened = this.parts.open()
    this.list = [opened, ...this.list]
    opened.window.on('focus', () => this.putFirst(opened))
    opened.window.on('closed', () => {
      this.parts.requests.release(opened.page())
      this.list = this.list.filter((one) => one !== opened)
    })
    return opened
  }

  /** To the front; a new one where there is none. */
  show(): void {
    const current = this.current()
    if (current === undefined) this.openNew()
    else bringForward(current.window)
  }

  /**
   * Each file in a window: in the one that has it already, in one with nothing to lose, or in a new one. A
   * window that is busy with a dialog takes its file when the dialog is closed.
   */
  openFile(path: string): void {
    const holder = this.parts.pageWith(path)
    const at = holder === undefined ? undefined : this.withPage(holder)
    if (at !== undefined) {
      bringForward(at.window)
      return
    }
    const free = this.list.find((one) => one.idle && !this.parts.requests.isAwaitedBy(one.page()))
    const target = free ?? this.openNew()
    this.parts.requests.add(path, target.page())
    if (free !== undefined) bringForward(free.window)
  }

  private putFirst(window: AppWindow): void {
    this.list = [window, ...this.list.filter((one) => one !== window)]
  }
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
