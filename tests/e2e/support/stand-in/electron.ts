/** What `import ... from 'electron'` gives the main process here. */
import type * as Electron from 'electron'
import { app } from './app'
import { StandInBrowserWindow } from './browser-window'
import { dialog } from './dialog'
import { room } from './engine-room'
import { StandInMenu } from './menu'
import { strict } from './strict'

/** Playwright finds a page's web contents by this. */
const webContents = {
  fromDevToolsTargetId: (targetId: string) => room.contentsByTarget.get(targetId),
}

/** Names that Electron has not cannot stand here. */
export const electron = {
  app: strict('app', app),
  BrowserWindow: StandInBrowserWindow,
  dialog: strict('dialog', dialog),
  ipcMain: strict('ipcMain', room.ipcMain),
  Menu: StandInMenu,
  protocol: strict('protocol', room.protocol),
  session: strict('session', { defaultSession: strict('session.defaultSession', room.session) }),
  webContents,
} satisfies Partial<Record<keyof typeof Electron, unknown>>
