import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { isTrusted } from '../../../src/main/desktop/ipc'

const contents = (destroyed = false) => ({ isDestroyed: () => destroyed }) as WebContents
const ours = contents()
const frame = (url: string, parent: WebFrameMain | null = null) => ({ url, parent }) as WebFrameMain
const page = frame('app://dryrun/')
const event = (sender: WebContents, senderFrame: WebFrameMain | null) =>
  ({ sender, senderFrame }) as IpcMainInvokeEvent

const isOurs = (sender: WebContents) => sender === ours

test('our own page is answered, wherever its fragment points', () => {
  expect(isTrusted(event(ours, page), isOurs)).toBe(true)
  expect(isTrusted(event(ours, frame('app://dryrun/#start')), isOurs)).toBe(true)
})

test.each<[string, IpcMainInvokeEvent]>([
  ['a frame that is gone', event(ours, null)],
  ['a frame within the page', event(ours, frame('app://dryrun/', page))],
  ['another window', event(contents(), page)],
  ['another file of ours', event(ours, frame('app://dryrun/assets/a.js'))],
  ['another host', event(ours, frame('app://elsewhere/'))],
  ['a host that begins like ours', event(ours, frame('app://dryrun.evil.test/'))],
  ['a user name like our host', event(ours, frame('app://dryrun@evil.test/'))],
  ['another scheme', event(ours, frame('https://dryrun/'))],
  ['a file', event(ours, frame('file:///dryrun/'))],
  ['about:blank', event(ours, frame('about:blank'))],
  ['no address', event(ours, frame(''))],
])('row 6: %s is not answered', (_, call) => {
  expect(isTrusted(call, isOurs)).toBe(false)
})

test('row 6: a window that is destroyed is not answered', () => {
  expect(isTrusted(event(contents(true), page), () => true)).toBe(false)
})
