/** The application as a spec sees it, whichever host it runs on. */
import type { ElectronApplication, Page } from '@playwright/test'

export interface LaunchOptions {
  /** Becomes `DRYRUN_HOME`: settings, and scenarios in a folder of it. */
  readonly home: string
  readonly language: 'en' | 'ru'
  /** A file to open at the start, as on the command line. */
  readonly file?: string
}

export interface ExportedFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface OpenedApp {
  readonly page: Page
  /** The browser host's address, with its launch token. */
  readonly address?: string
  /** The desktop host's main process. */
  readonly electron?: ElectronApplication
  /** What the user chooses in the next dialogs of the system; a host without any ignores it. */
  chooseToSave(path: string): Promise<void>
  chooseToOpen(path: string): Promise<void>
  /** Does what makes the page hand out a file, and gives that file. */
  exported(act: () => Promise<void>): Promise<ExportedFile>
  close(): Promise<void>
  /** The host is killed in the middle of whatever it does (SIGKILL); the page is gone with it. */
  kill(): Promise<void>
}

/** The environment of a host: the user's language, and nothing of ours that is set around the tests. */
export function environmentOf({ home, language }: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(LC_|LANG)/.test(entry[0]),
  )
  const locale = language === 'ru' ? 'ru_RU.UTF-8' : 'en_US.UTF-8'
  return { ...Object.fromEntries(inherited), LANG: locale, LC_ALL: locale, DRYRUN_HOME: home }
}
