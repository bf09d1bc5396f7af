/** The application's one window: how it is secured, and how it closes. */
import { BrowserWindow, dialog } from 'electron'
import type { HostEvent } from '../../shared/host/contract'
import { APP_ADDRESS, EVENT_CHANNEL } from '../../shared/host/desktop-wire'
import type { Language } from '../../shared/scenario/text'
import { type CloseAnswer, Closing } from './closing'
import { dialogText } from './texts'

export interface AppWindow {
  readonly window: BrowserWindow
  readonly closing: Closing
  tell(event: HostEvent): void
}

const ANSWERS: readonly CloseAnswer[] = ['save', 'discard', 'cancel']

/** `preload` is the built preload script's path. The window is shown when there is something to see. */
export function openWindow(preload: string, language: () => Language): AppWindow {
  const window = new BrowserWindow({
    name: 'board',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 880,
    minHeight: 560,
    show: false,
    title: 'Dryrun',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  const tell = (event: HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
  const closing = new Closing({
    ask: (title) => askAboutUnsaved(window, language(), title),
    requestSave: () => tell({ event: 'command', command: 'file.save' }),
    close: () => window.close(),
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (!closing.mayClose()) event.preventDefault()
  })
  // The page guards a browser tab by `beforeunload`; here the question has been asked already.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  void window.loadURL(APP_ADDRESS)
  return { window, closing, tell }
}

async function askAboutUnsaved(
  window: BrowserWindow,
  language: Language,
  title: string,
): Promise<CloseAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: dialogText(language, 'unsavedTitle', title),
    detail: dialogText(language, 'unsavedDetail'),
    buttons: ANSWERS.map((answer) => dialogText(language, answer)),
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return ANSWERS[response] ?? 'cancel'
}
