/** The system's own dialogs to open and save, as sheets of the window. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Language } from '../../shared/scenario/text'
import type { PageId } from '../host/pages'
import type { Dialogs } from '../host/platform'
import { scenarioFileName, withEnding } from '../library/file-name'
import { dialogText } from './texts'

interface DialogContext {
  window(page: PageId): BrowserWindow
  language(): Language
}

/** Where a dialog starts: given each time, as Electron would otherwise start in Downloads. */
export function systemDialogs({ window, language }: DialogContext): Dialogs {
  let folder = homedir()
  const kept = (path: string): string => {
    folder = join(path, '..')
    return path
  }
  const scenarios = () => [
    { name: dialogText(language(), 'scenarioFiles'), extensions: ['dryrun.json', 'json'] },
    { name: dialogText(language(), 'allFiles'), extensions: ['*'] },
  ]
  const openable = () => {
    const [own, ...others] = scenarios()
    const pictures = { name: dialogText(language(), 'pictures'), extensions: ['png', 'svg'] }
    return own === undefined ? others : [own, pictures, ...others]
  }
  return {
    async open(page) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(page), {
        title: dialogText(language(), 'open'),
        defaultPath: folder,
        properties: ['openFile'],
        filters: openable(),
      })
      const [path] = filePaths
      return canceled || path === undefined ? null : kept(path)
    },
    async saveAs(suggestedName, page) {
      const name = scenarioFileName(suggestedName)
      const { canceled, filePath } = await dialog.showSaveDialog(window(page), {
        title: dialogText(language(), 'saveAs'),
        defaultPath: join(folder, name.ok ? name.value : withEnding('scenario')),
        filters: scenarios(),
      })
      return canceled || filePath === '' ? null : kept(filePath)
    },
    async saveExport(suggestedName, page) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(page), {
        title: dialogText(language(), 'export'),
        // The page may suggest a name and nothing more: what looks like a path is cut to its last part.
        defaultPath: join(folder, suggestedName.split(/[\\/]/).at(-1) ?? 'scenario'),
      })
      return canceled || filePath === '' ? null : kept(filePath)
    },
  }
}
