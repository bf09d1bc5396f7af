import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { expect, test } from 'vitest'
import { guardContents, guardSession, isOwnAddress } from '../../../src/main/desktop/page-guard'

/** Of those that Electron knows, in electron.d.ts. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
]

const WINDOW_ADDRESSES = [
  'https://example.com',
  'http://127.0.0.1:1/',
  'app://dryrun/',
  'app://elsewhere/',
  'javascript:0',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<script>0</script>',
  'blob:app://dryrun/1',
  'file:///etc/passwd',
  'file://server/share',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://dryrun/',
  'mailto:me@example.com',
  'tel:1',
  'ws://127.0.0.1/',
  'ms-settings:',
  '//example.com',
  '',
]

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
  'row 2: %s is prevented',
  (name) => {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined })
    guardContents(contents as unknown as WebContents)
    let defaultPrevented = false
    contents.emit(name, {
      preventDefault: () => {
        defaultPrevented = true
      },
    })
    expect(defaultPrevented).toBe(true)
  },
)

test('row 3: no address opens a window', () => {
  let opener: (details: { url: string }) => unknown = () => undefined
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof opener) => {
      opener = handler
    },
  })
  guardContents(contents as unknown as WebContents)
  for (const url of WINDOW_ADDRESSES) {
    expect(opener({ url })).toEqual({ action: 'deny' })
  }
})

interface Kept {
  request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  check?: (contents: unknown, permission: string) => boolean
  device?: () => boolean
  before?: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void
}

function guardedSession(): Kept {
  const kept: Kept = {}
  guardSession({
    setPermissionRequestHandler: (handler: Kept['request']) =>
      Object.assign(kept, { request: handler }),
    setPermissionCheckHandler: (handler: Kept['check']) => Object.assign(kept, { check: handler }),
    setDevicePermissionHandler: (handler: Kept['device']) =>
      Object.assign(kept, { device: handler }),
    webRequest: {
      onBeforeRequest: (handler: Kept['before']) => Object.assign(kept, { before: handler }),
    },
  } as unknown as Session)
  return kept
}

test('row 4: of all permissions only writing to the clipboard is granted', () => {
  const kept = guardedSession()
  const granted = PERMISSIONS.filter((permission) => kept.check?.(null, permission))
  const requested = PERMISSIONS.filter((permission) => {
    let answer = false
    kept.request?.(null, permission, (given) => {
      answer = given
    })
    return answer
  })
  expect(granted).toEqual(['clipboard-sanitized-write'])
  expect(requested).toEqual(['clipboard-sanitized-write'])
  expect(kept.device?.()).toBe(false)
})

test('row 12: requests go to our own scheme or to what the page made, and nowhere else', () => {
  const kept = guardedSession()
  const cancelled = (url: string) => {
    let cancel = false
    kept.before?.({ url }, (answer) => {
      cancel = answer.cancel
    })
    return cancel
  }
  expect(
    ['app://dryrun/', 'app://dryrun/assets/a.js', 'data:,', 'blob:app://dryrun/1'].some(cancelled),
  ).toBe(false)
  const foreign = [
    'https://example.com/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'app://elsewhere/',
    'app://dryrun.evil.test/',
    'blob:https://example.com/1',
    'ws://127.0.0.1/',
  ]
  expect(foreign.every(cancelled)).toBe(true)
  expect(foreign.some(isOwnAddress)).toBe(false)
})
