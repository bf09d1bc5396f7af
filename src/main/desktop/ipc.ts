/** The one channel by which the page calls the desktop; only our own window's main frame is answered. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ADDRESS, CALL_CHANNEL } from '../../shared/host/desktop-wire'
import type { Gateway } from '../host/gateway'
import type { PageId } from '../host/pages'

/** `pageOf` gives the page in a web contents; undefined where no window that this process opened has it. */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  gateway: Gateway,
  pageOf: (contents: WebContents) => PageId | undefined,
): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    // Not a problem for a user to read: no page of ours can send this.
    const page = pageOf(event.sender)
    if (page === undefined || !isTrusted(event, (sender) => pageOf(sender) !== undefined))
      throw new Error('refused')
    return gateway.answer(name, input, page)
  })
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
