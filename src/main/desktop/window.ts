/** A window of the application: how it is secured, which page is in it, and how it closes. */
import { randomBytes } from 'node:crypto'
import { BrowserWindow, dialog } from 'electron'
import type { HostEvent } from '../../shared/host/contract'
import { APP_ADDRESS, EVENT_CHANNEL } from '../../shared/host/desktop-wire'
import type { Language } from '../../shared/scenario/text'
import type { PageId, Pages } from '../host/pages'
import { type CloseAnswer, Closing } from './closing'
import { dialogText } from './texts'

export interface AppWindow {
  readonly window: BrowserWindow
  readonly closing: Closing
  /** Another one after each reload. */
  page(): PageId
  /** Whether nothing is lost if the page shows another document. */
  idle: boolean
  tell(event: HostEvent): void
}

interface WindowParts {
  /** The built preload script's path. */
  readonly preload: string
  language(): Language
  readonly pages: Pages
  giveUp(page: PageId): Promise<void>
  /** The user did not want the window closed after all. */
  stay(): void
}

const ANSWERS: readonly CloseAnswer[] = ['save', 'discard', 'cancel']

/** The window is shown when there is something to see. */
export function openWindow({ preload, language, pages, giveUp, stay }: WindowParts): AppWindow {
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
  let page = newPage()
  let loaded = false
  pages.join(page, tell)
  const closing = new Closing({
    ask: (title) => askAboutUnsaved(window, language(), title),
    requestSave: () => tell({ event: 'command', command: 'file.save' }),
    giveUp: () => giveUp(page),
    close: () => window.close(),
    stay,
  })
  window.webContents.on('did-navigate', () => {
    // The first load is the page that the window was opened for.
    if (loaded) {
      pages.leave(page)
      page = newPage()
      pages.join(page, tell)
    }
    loaded = true
  })
  // What was on the board is offered again: the copies are the host's, not the page's.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  window.on('closed', () => pages.leave(page))
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (!closing.mayClose()) event.preventDefault()
  })
  // The page guards a browser tab by `beforeunload`; here the question has been asked already.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  void window.loadURL(APP_ADDRESS)
  return { window, closing, page: () => page, idle: true, tell }
}

const newPage = (): PageId => randomBytes(16).toString('hex')

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
