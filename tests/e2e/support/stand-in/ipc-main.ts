/** `ipcMain`: handlers by channel. What goes in and out is cloned, as between two processes. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'

type Handler = Parameters<IpcMain['handle']>[1]

export class StandInIpcMain implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  private readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** What `ipcRenderer.invoke` comes to. */
  async invoke(
    event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
    channel: string,
    given: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const result: unknown = await handler(event as IpcMainInvokeEvent, ...given)
    return structuredClone(result)
  }
}
