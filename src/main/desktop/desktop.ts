/** The desktop host: Electron's main process, from the first line to the last window. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  ipcMain,
  Menu,
  protocol,
  session,
  type WebContents,
} from 'electron'
import { createHost } from '../host/host'
import type { PageId } from '../host/pages'
import { readPageFiles } from '../page-files'
import { projectFolder, rendererFolder } from '../resources'
import { userFolders } from '../user-folders'
import { registerAppScheme, serveApp } from './app-protocol'
import { filesNamed } from './arguments'
import { systemDialogs } from './dialogs'
import { answerCalls, answerDrops } from './ipc'
import { menuTemplate } from './menu'
import { guardContents, guardSession } from './page-guard'
import { languageOf } from './texts'
import { openWindow } from './window'
import { Windows } from './windows'

const folders = userFolders()
// Before anything reads it: tests, and whoever keeps Dryrun on a stick, have the settings elsewhere.
if (process.env.DRYRUN_HOME) app.setPath('userData', folders.settings)

app.enableSandbox()
registerAppScheme(protocol)
app.on('web-contents-created', (_event, contents) => guardContents(contents))

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  let language = languageOf('en')
  let quitting = false
  const host = createHost(
    {
      kind: 'desktop',
      get locale() {
        return systemLocale()
      },
      dialogs: systemDialogs({ window: (page) => windowOf(page), language: () => language }),
      setUnsaved: ({ unsaved, title, idle }, page) => {
        const shown = windows.withPage(page)
        if (shown === undefined) return
        shown.idle = idle
        shown.closing.setUnsaved(unsaved, title)
      },
      saveSettled: (saved, page) => windows.withPage(page)?.closing.saveSettled(saved),
      newWindow: () => void windows.openNew(),
      setLanguage: (chosen) => {
        language = chosen
        showMenu()
      },
    },
    folders,
  )
  const windows = new Windows({
    requests: host.requests,
    pageWith: (path) => host.holds.pageWith(realPath(path)),
    open: () => {
      const opened = openWindow({
        preload: join(projectFolder(), 'out', 'preload', 'preload.cjs'),
        language: () => language,
        pages: host.pages,
        giveUp: (page) => host.drafts.giveUp(page),
        stay: () => {
          quitting = false
        },
      })
      // Each window asks on its own; the last answer goes on with what the first question stopped.
      opened.window.on('closed', () => {
        if (quitting) app.quit()
      })
      return opened
    },
  })

  function windowOf(page: PageId): BrowserWindow {
    const shown = windows.withPage(page)
    if (shown === undefined) throw new Error('a dialog was asked for without a window')
    return shown.window
  }

  function showMenu(): void {
    const send = (command: string) => windows.current()?.tell({ event: 'command', command })
    const template = menuTemplate({ platform: process.platform, language, send })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  const openFile = (path: string): void => {
    // Before there are windows, the first one takes it.
    if (app.isReady()) windows.openFile(path)
    else host.requests.add(path)
  }

  for (const path of filesNamed(process.argv.slice(1), process.cwd())) host.requests.add(path)
  host.requests.onRequest((page) => {
    const event = { event: 'open-requested' } as const
    if (page === undefined) host.pages.tellAll(event)
    else host.pages.tell(page, event)
  })
  app.on('second-instance', (_event, argv, workingFolder) => {
    const files = filesNamed(argv.slice(1), workingFolder)
    if (files.length === 0) windows.show()
    for (const path of files) openFile(path)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('activate', () => windows.show())
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('will-quit', () => host.stop())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  const pageOf = (contents: WebContents) => windows.withContents(contents)?.page()
  answerCalls(ipcMain, host.gateway, pageOf)
  answerDrops(ipcMain, (path, page) => host.requests.add(path, page), pageOf)

  void app.whenReady().then(async () => {
    language = languageOf(systemLocale())
    guardSession(session.defaultSession)
    serveApp(protocol, readPageFiles(rendererFolder()))
    showMenu()
    await host.start()
    windows.show()
  })
}

const systemLocale = (): string => app.getPreferredSystemLanguages()[0] ?? app.getLocale()

/** As the library names files; a file that is not there is found out when it is opened. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
