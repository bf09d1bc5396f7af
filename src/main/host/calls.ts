/** Every call of the contract, once, for whichever host: what the page can ask for and nothing more. */
import { basename, dirname } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import type { CallInput, CallName, CallOutput } from '../../shared/host/contract'
import { failed } from '../host-problem'
import { withEnding } from '../library/file-name'
import type { Library, LibraryFolders, SavedDocument } from '../library/library'
import { saveFile } from '../library/save-file'
import { shownFolder } from '../library/shown-folder'
import { dryrunVersion } from '../resources'
import type { OpenRequests } from './open-requests'
import { drawPicture } from './picture'
import type { Platform } from './platform'
import { readTemplates } from './templates'

export type Calls = {
  readonly [Name in CallName]: (
    input: CallInput<Name>,
  ) => Promise<Returned<CallOutput<Name>>> | Returned<CallOutput<Name>>
}

/** What a call may return: the contract's output, or an outcome whose lists nobody will change. */
type Returned<Output> = Output extends { ok: true; value: infer Value }
  ? Outcome<Value extends (infer Item)[] ? readonly Item[] : Value>
  : Output extends { ok: false }
    ? Outcome<never>
    : Output

interface Parts {
  readonly library: Library
  readonly folders: LibraryFolders
  readonly platform: Platform
  readonly requests: OpenRequests
}

export function hostCalls(parts: Parts): Calls {
  return { ...aboutHost(parts), ...opening(parts), ...saving(parts) }
}

type AboutHost = Pick<
  Calls,
  'hostInfo' | 'listTemplates' | 'rasterise' | 'setUnsaved' | 'setLanguage'
>

function aboutHost({ folders, platform }: Parts): AboutHost {
  const version = dryrunVersion()
  return {
    hostInfo: () => ({
      host: platform.kind,
      version,
      locale: platform.locale,
      dialogs: platform.dialogs !== undefined,
      folder: shownFolder(folders.scenarios),
    }),
    listTemplates: async () => ({ ok: true, value: await readTemplates() }),
    rasterise: ({ svg, scale }) => drawPicture(svg, scale),
    setUnsaved: (unsaved) => {
      platform.setUnsaved?.(unsaved)
      return {}
    },
    setLanguage: ({ language }) => {
      platform.setLanguage?.(language)
      return {}
    },
  }
}

type Opening = Pick<
  Calls,
  'listRecent' | 'listFolder' | 'openByDialog' | 'openDocument' | 'takeRequested'
>

function opening({ library, platform, requests }: Parts): Opening {
  return {
    listRecent: () => library.listRecent(),
    listFolder: () => library.listFolder(),
    openByDialog: async () => {
      if (platform.dialogs === undefined) return failed('host/no-dialogs')
      const path = await platform.dialogs.open()
      return path === null ? { ok: true, value: null } : library.open(path)
    },
    openDocument: ({ handle }) => library.openByHandle(handle),
    takeRequested: async () => {
      const path = requests.take()
      return path === undefined ? { ok: true, value: null } : library.open(path)
    },
  }
}

type Saving = Pick<Calls, 'saveDocument' | 'saveAs' | 'saveExport'>

function saving({ library, folders, platform }: Parts): Saving {
  const settled = <Saved extends Outcome<unknown>>(saved: Saved): Saved => {
    platform.saveSettled?.(saved.ok && saved.value !== null)
    return saved
  }
  return {
    saveDocument: async ({ handle, text, revision }) =>
      settled(await library.save(handle, text, revision)),
    saveAs: async ({ name, text, replace }) => {
      if (platform.dialogs === undefined) return library.saveByName(name, text, replace)
      const chosen = await platform.dialogs.saveAs(name)
      return settled(await saveChosen(library, chosen, text))
    },
    saveExport: async ({ name, contentBase64 }) => {
      if (platform.dialogs === undefined) return failed('host/no-dialogs')
      const path = await platform.dialogs.saveExport(name)
      if (path === null) return { ok: true, value: null }
      const bytes = Buffer.from(contentBase64, 'base64')
      const expected = { on: 'anything' } as const
      const saved = await saveFile({ path, bytes, expected, keepFolder: folders.settings })
      if (!saved.ok) return saved
      return { ok: true, value: { name: basename(path), folder: shownFolder(dirname(path)) } }
    },
  }
}

/**
 * The dialog has asked whether to replace the file it names. Where the ending was added after it, another
 * file is meant, about which nobody was asked.
 */
async function saveChosen(
  library: Library,
  chosen: string | null,
  text: string,
): Promise<Outcome<SavedDocument | null>> {
  if (chosen === null) return { ok: true, value: null }
  const path = withEnding(chosen)
  return library.saveTo(path, text, path === chosen)
}
