/** `webContents`: one Chromium page, its preload script's world, and the calls that come out of it. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { WebContents, WebFrameMain } from 'electron'
import { ownAddress, seenAddress } from './address'
import type { Cdp } from './cdp'
import { room } from './engine-room'
import { pageWorld, preloadWorld } from './worlds'

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Implemented = Pick<
  WebContents,
  'id' | 'send' | 'loadURL' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler'
>

interface Frame {
  readonly id: string
  readonly parentId?: string
  readonly url: string
  readonly urlFragment?: string
}

interface World {
  readonly id: number
  readonly name: string
  readonly auxData?: { readonly frameId: string }
}

const WORLD = 'preload'
const BINDING = 'standInInvoke'
const ANSWER = 'standInAnswer'
const DELIVER = 'standInDeliver'
const FILE = 'standInFile'

let nextId = 1

export class StandInWebContents extends EventEmitter implements Implemented {
  readonly id = nextId++
  windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' })
  private readonly channel = `stand-in-${Math.random().toString(36).slice(2)}`
  private readonly frames = new Map<string, Frame>()
  private readonly worlds = new Map<number, string>()
  private targetId = ''
  private destroyed = false
  private loading: string | undefined
  private readonly session: Promise<string>

  constructor(preload: string | undefined) {
    super()
    this.session = this.open(preload)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  getURL(): string {
    return this.addressOf(this.frames.get(this.targetId))
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  async loadURL(address: string): Promise<void> {
    const [cdp, session] = [await room.cdp, await this.session]
    this.loading = address
    const loaded = new Promise<void>((done) => cdp.on('Page.loadEventFired', session, () => done()))
    await cdp.send('Page.navigate', { url: seenAddress(address) }, session)
    await loaded
    this.emit('did-finish-load')
  }

  send(channel: string, ...given: unknown[]): void {
    const call = `${DELIVER}(${JSON.stringify(channel)}, ${JSON.stringify(structuredClone(given))})`
    for (const [contextId, frameId] of this.worlds) {
      if (frameId === this.targetId) void this.evaluate(call, contextId)
    }
  }

  /** Ours, for the window. */
  async destroy(): Promise<void> {
    if (this.destroyed) return
    this.destroyed = true
    room.contentsByTarget.delete(this.targetId)
    const cdp = await room.cdp
    await this.session
    await cdp.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined)
    this.emit('destroyed')
  }

  /** Whether the application refuses a navigation that it did not start itself. */
  isNavigationDenied(address: string): boolean {
    if (address === this.loading) {
      this.loading = undefined
      return false
    }
    // A reload is no navigation.
    if (address.split('#')[0] === this.getURL().split('#')[0]) return false
    return (
      this.isPrevented('will-frame-navigate', address) || this.isPrevented('will-navigate', address)
    )
  }

  isPrevented(name: string, url: string): boolean {
    let defaultPrevented = false
    const preventDefault = () => {
      defaultPrevented = true
    }
    this.emit(name, { url, isMainFrame: true, preventDefault }, url)
    return defaultPrevented
  }

  private async open(preload: string | undefined): Promise<string> {
    const cdp = await room.cdp
    const created = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    })
    this.targetId = created.targetId
    room.contentsByTarget.set(this.targetId, this)
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    })
    this.follow(cdp, sessionId)
    await cdp.send('Page.enable', {}, sessionId)
    await cdp.send('Runtime.enable', {}, sessionId)
    if (preload !== undefined) await this.preparePreload(cdp, sessionId, preload)
    return sessionId
  }

  private follow(cdp: Cdp, session: string): void {
    cdp.on<{ frame: Frame }>('Page.frameNavigated', session, ({ frame }) => {
      this.frames.set(frame.id, frame)
      const isOwnPage = frame.parentId === undefined && frame.url !== 'about:blank'
      if (isOwnPage) this.emit('did-navigate', {}, ownAddress(frame.url), 200, 'OK')
    })
    cdp.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', session, (moved) => {
      const frame = this.frames.get(moved.frameId)
      if (frame) this.frames.set(frame.id, { ...frame, url: moved.url, urlFragment: '' })
    })
    cdp.on<{ context: World }>('Runtime.executionContextCreated', session, ({ context }) => {
      const frameId = context.auxData?.frameId
      if (context.name === WORLD && frameId !== undefined) this.worlds.set(context.id, frameId)
    })
    cdp.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', session, (gone) => {
      this.worlds.delete(gone.executionContextId)
    })
    cdp.on('Runtime.executionContextsCleared', session, () => this.worlds.clear())
    cdp.on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      session,
      ({ name, payload, executionContextId }) => {
        if (name === BINDING) void this.answer(payload, executionContextId)
      },
    )
  }

  private async preparePreload(cdp: Cdp, session: string, path: string): Promise<void> {
    const { channel } = this
    const parts = { channel, binding: BINDING, answer: ANSWER, deliver: DELIVER, file: FILE }
    const source = readFileSync(path, 'utf8')
    const inPage = `(${pageWorld})(${JSON.stringify(this.channel)})`
    const inPreload =
      `(${preloadWorld})(${JSON.stringify(parts)}, ` +
      `function (require, module, exports, process) {\n${source}\n})`
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: inPage }, session)
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }, session)
    await cdp.send(
      'Page.addScriptToEvaluateOnNewDocument',
      { source: inPreload, worldName: WORLD },
      session,
    )
  }

  private async answer(payload: string, contextId: number): Promise<void> {
    const asked = JSON.parse(payload) as
      | Invocation
      | { readonly id: number; readonly pathOf: string }
    if ('pathOf' in asked) {
      const path = JSON.stringify(await this.pathOf(asked.pathOf, contextId))
      return this.evaluate(`${ANSWER}(${asked.id}, true, ${path})`, contextId)
    }
    const { id, name, given } = asked
    const event = {
      sender: this as unknown as WebContents,
      senderFrame: this.frameOf(this.worlds.get(contextId)),
    }
    const settled = await room.ipcMain.invoke(event, name, given).then(
      (value) => ({ ok: true, value }),
      (error: unknown) => ({
        ok: false,
        value: `Error invoking remote method '${name}': ${error}`,
      }),
    )
    const text = settled.value === undefined ? 'undefined' : JSON.stringify(settled.value)
    await this.evaluate(`${ANSWER}(${id}, ${settled.ok}, ${text})`, contextId)
  }

  /** Of the file that a global of the preload script's world holds; empty for one that a page has made. */
  private async pathOf(global: string, contextId: number): Promise<string> {
    const [cdp, session] = [await room.cdp, await this.session]
    const evaluate = { expression: global, contextId }
    const { result } = await cdp.send<{ result: { objectId: string } }>(
      'Runtime.evaluate',
      evaluate,
      session,
    )
    const info = await cdp.send<{ path: string }>('DOM.getFileInfo', result, session)
    return info.path
  }

  private frameOf(frameId: string | undefined): WebFrameMain | null {
    const frame = frameId === undefined ? undefined : this.frames.get(frameId)
    if (!frame) return null
    const parent = this.frameOf(frame.parentId)
    return { url: this.addressOf(frame), parent } as WebFrameMain
  }

  private addressOf(frame: Frame | undefined): string {
    return ownAddress((frame?.url ?? '') + (frame?.urlFragment ?? ''))
  }

  /** A page that is gone has nobody to be told. */
  private async evaluate(expression: string, contextId: number): Promise<void> {
    const cdp = await room.cdp
    await cdp
      .send('Runtime.evaluate', { expression, contextId }, await this.session)
      .catch(() => undefined)
  }
}

interface Invocation {
  readonly id: number
  readonly name: string
  readonly given: readonly unknown[]
}
