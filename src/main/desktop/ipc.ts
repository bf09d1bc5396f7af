/** The channels by which the page calls the desktop; only our own window's main frame is answered. */
import { isAbsolute } from 'node:path'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ADDRESS, CALL_CHANNEL, DROP_CHANNEL } from '../../shared/host/desktop-wire'
import type { Gateway } from '../host/gateway'
import type { PageId } from '../host/pages'

/** The page in a web contents; undefined where no window that this process opened has it. */
type PageOf = (contents: WebContents) => PageId | undefined

/** Longer than a path of any system. */
const PATH_MAX = 32_768

export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  gateway: Gateway,
  pageOf: PageOf,
): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    gateway.answer(name, input, trustedPage(event, pageOf)),
  )
}

/** `open` is given the path of a file that was dropped on a page; what is no path of a file opens nothing. */
export function answerDrops(
  ipcMain: Pick<IpcMain, 'handle'>,
  open: (path: string, page: PageId) => void,
  pageOf: PageOf,
): void {
  ipcMain.handle(DROP_CHANNEL, (event, path: unknown) => {
    const page = trustedPage(event, pageOf)
    if (!isPath(path)) return false
    open(path, page)
    return true
  })
}

function isPath(path: unknown): path is string {
  return (
    typeof path === 'string' && path.length <= PATH_MAX && !path.includes('\0') && isAbsolute(path)
  )
}

/** Throws for anybody else: not a problem for a user to read, since no page of ours can send this. */
function trustedPage(event: IpcMainInvokeEvent, pageOf: PageOf): PageId {
  const page = pageOf(event.sender)
  if (page === undefined || !isTrusted(event, (sender) => pageOf(sender) !== undefined))
    throw new Error('refused')
  return page
}

/**
 * A registered window, its main frame, and exactly our address: each alone can be had by a page that got in
 * some other way. The address is compared as text, because node gives the origin of `app:` as "null".
 */
export function isTrusted(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOurs: (contents: WebContents) => boolean,
): boolean {
  const { sender, senderFrame } = event
  if (senderFrame === null || senderFrame.parent !== null) return false
  if (sender.isDestroyed() || !isOurs(sender)) return false
  const [address] = senderFrame.url.split('#')
  return address === APP_ADDRESS
}
