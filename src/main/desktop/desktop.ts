/** The desktop host: Electron's main process, from the first line to the last window. */
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron'
import { createHost } from '../host/host'
import { readPageFiles } from '../page-files'
import { projectFolder, rendererFolder } from '../resources'
import { userFolders } from '../user-folders'
import { registerAppScheme, serveApp } from './app-protocol'
import { filesNamed } from './arguments'
import { systemDialogs } from './dialogs'
import { answerCalls } from './ipc'
import { menuTemplate } from './menu'
import { guardContents, guardSession } from './page-guard'
import { languageOf } from './texts'
import { type AppWindow, openWindow } from './window'

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
  let current: AppWindow | undefined
  const dialogs = systemDialogs({ window: () => shown().window, language: () => language })
  const host = createHost(
    {
      kind: 'desktop',
      get locale() {
        return app.getPreferredSystemLanguages()[0] ?? app.getLocale()
      },
      dialogs,
      setUnsaved: ({ unsaved, title }) => current?.closing.setUnsaved(unsaved, title),
      saveSettled: (saved) => current?.closing.saveSettled(saved),
      setLanguage: (chosen) => {
        language = chosen
        showMenu()
      },
    },
    folders,
  )

  function shown(): AppWindow {
    if (current === undefined) throw new Error('a dialog was asked for without a window')
    return current
  }

  function showMenu(): void {
    const send = (command: string) => current?.tell({ event: 'command', command })
    const template = menuTemplate({ platform: process.platform, language, send })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  function show(): void {
    if (current !== undefined) {
      if (current.window.isMinimized()) current.window.restore()
      current.window.focus()
      return
    }
    current = openWindow(join(projectFolder(), 'out', 'preload', 'preload.cjs'), () => language)
    current.window.on('closed', () => {
      current = undefined
    })
  }

  for (const path of filesNamed(process.argv.slice(1), process.cwd())) host.requests.add(path)
  host.requests.onRequest(() => current?.tell({ event: 'open-requested' }))
  app.on('second-instance', (_event, argv, workingFolder) => {
    for (const path of filesNamed(argv.slice(1), workingFolder)) host.requests.add(path)
    show()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    host.requests.add(path)
    if (app.isReady()) show()
  })
  app.on('activate', () => show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  answerCalls(ipcMain, host.gateway, (contents) => {
    const window = BrowserWindow.fromWebContents(contents)
    return window !== null && window === current?.window
  })

  void app.whenReady().then(() => {
    language = languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale())
    guardSession(session.defaultSession)
    serveApp(protocol, readPageFiles(rendererFolder()))
    showMenu()
    show()
    return host.library.sweep(Date.now())
  })
}
