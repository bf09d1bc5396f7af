/** Keeps every page of the application where it is: nothing navigates, opens, asks for a device or is embedded. */
import type { Session, WebContents } from 'electron'
import { APP_ADDRESS } from '../../shared/host/desktop-wire'

/** Copying a picture or a fragment of a scenario is the only thing that a page may ask the system for. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

/** Called for every web contents that comes into being, whoever made it. */
export function guardContents(contents: WebContents): void {
  // Our page never navigates: whatever does was not ours.
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Permissions are granted by default in Electron, and both handlers are asked, so both refuse. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED_PERMISSIONS.includes(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) =>
    ALLOWED_PERMISSIONS.includes(permission),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isOwnAddress(request.url) }),
  )
}

/** Whether an address is of our own scheme and host, or of data that the page itself made. */
export function isOwnAddress(address: string): boolean {
  return (
    address.startsWith(APP_ADDRESS) ||
    address.startsWith('data:') ||
    address.startsWith(`blob:${APP_ADDRESS}`) ||
    address.startsWith('devtools:')
  )
}
