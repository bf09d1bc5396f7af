import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { answerDrops, isTrusted } from '../../../src/main/desktop/ipc'

const contents = (destroyed = false) => ({ isDestroyed: () => destroyed }) as WebContents
const ours = contents()
const frame = (url: string, parent: WebFrameMain | null = null) => ({ url, parent }) as WebFrameMain
const PAGE = 'page'
const page = frame('app://dryrun/')
const event = (sender: WebContents, senderFrame: WebFrameMain | null) =>
  ({ sender, senderFrame }) as IpcMainInvokeEvent

/** What the handler of drops says to a call. */
function drop(call: IpcMainInvokeEvent, path: unknown, opened: unknown[] = []): unknown {
  const handlers: ((call: IpcMainInvokeEvent, path: unknown) => unknown)[] = []
  answerDrops(
    { handle: (_, handler) => void handlers.push(handler) },
    (...given) => opened.push(given),
    (sender) => (sender === ours ? PAGE : undefined),
  )
  return handlers[0]?.(call, path)
}

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
  expect(() => drop(call, '/home/me/a.json')).toThrow('refused')
})

test('row 6: a window that is destroyed is not answered', () => {
  expect(isTrusted(event(contents(true), page), () => true)).toBe(false)
})

test('a dropped file is opened for the page that it was dropped on', () => {
  const opened: unknown[] = []
  expect(drop(event(ours, page), '/home/me/a.json', opened)).toBe(true)
  expect(opened).toEqual([['/home/me/a.json', PAGE]])
})

test.each([
  ['no text', { path: '/home/me/a.json' }],
  ['nothing', undefined],
  ['an empty text', ''],
  ['a path from somewhere', 'me/a.json'],
  ['an address', 'file:///home/me/a.json'],
  ['a path with a NUL', '/home/me/a.json\0.png'],
  ['a path without end', `/${'a'.repeat(40_000)}`],
])('%s as a dropped path opens nothing', (_, path) => {
  const opened: unknown[] = []
  expect(drop(event(ours, page), path, opened)).toBe(false)
  expect(opened).toEqual([])
})
