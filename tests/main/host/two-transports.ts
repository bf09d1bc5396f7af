/** One host behind each transport, driven from outside as its page would drive it. */
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { answerCalls } from '../../../src/main/desktop/ipc'
import { createHost, type LocalHost } from '../../../src/main/host/host'
import type { Platform } from '../../../src/main/host/platform'
import type { LibraryFolders } from '../../../src/main/library/library'
import { startWebServer } from '../../../src/main/web/server'
import { type Reply, replySchema } from '../../../src/shared/host/reply'
import {
  CALL_PATH,
  LAUNCH_KEY,
  PAGE_HEADER,
  SESSION_PATH,
} from '../../../src/shared/host/web-addresses'

export interface Connected {
  readonly host: LocalHost
  /** Name and input as a page might send them, right or wrong. */
  send(name: string, input: unknown): Promise<Reply>
  close(): Promise<void>
}

/** What the user answers in the desktop's dialogs: a path, or null for cancel. */
export const answers: { open: string | null; save: string | null } = { open: null, save: null }

export const PAGE = 'a'.repeat(32)

export type Connect = (folders: LibraryFolders) => Promise<Connected>

export const overIpc: Connect = async (folders) => {
  const platform: Platform = {
    kind: 'desktop',
    locale: 'en-US',
    dialogs: {
      open: async () => answers.open,
      saveAs: async () => answers.save,
      saveExport: async () => answers.save,
    },
  }
  const host = createHost(platform, folders)
  const sender = { isDestroyed: () => false } as WebContents
  const senderFrame = { url: 'app://dryrun/', parent: null }
  const event = { sender, senderFrame } as IpcMainInvokeEvent
  let answer: (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown = () => undefined
  const ipcMain = {
    handle: (_: string, handler: typeof answer) => {
      answer = handler
    },
  }
  answerCalls(ipcMain, host.gateway, (contents) => (contents === sender ? PAGE : undefined))
  return {
    host,
    send: async (name, input) =>
      replySchema.parse(structuredClone(await answer(event, name, structuredClone(input)))),
    close: async () => undefined,
  }
}

export const overLoopback: Connect = async (folders) => {
  const host = createHost({ kind: 'browser', locale: 'en-US' }, folders)
  const server = await startWebServer(host, new Map())
  const origin = new URL(server.address).origin
  const headers = {
    'Content-Type': 'application/json',
    Origin: origin,
    [PAGE_HEADER]: PAGE,
  }
  const launch = new URL(server.launchAddress).hash.slice(`#${LAUNCH_KEY}=`.length)
  const launched = await fetch(origin + SESSION_PATH, {
    method: 'POST',
    headers,
    body: JSON.stringify({ launch }),
  })
  const { session } = (await launched.json()) as { session: string }
  return {
    host,
    send: async (name, input) => {
      const response = await fetch(`${origin}${CALL_PATH}${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { ...headers, Authorization: `Bearer ${session}` },
        body: JSON.stringify(input) ?? '',
      })
      if (response.status !== 200) throw new Error(`${name}: status ${response.status}`)
      return replySchema.parse(await response.json())
    },
    close: () => server.close(),
  }
}
