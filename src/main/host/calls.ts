/** Every call of the contract, once, for whichever host: what the page can ask for and nothing more. */
import { realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Outcome, Problem } from '../../shared/base/problem'
import type { CallInput, CallName, CallOutput } from '../../shared/host/contract'
import { failed } from '../host-problem'
import type { CardProgress } from '../library/card-progress'
import { withEnding } from '../library/file-name'
import type { Library, LibraryFolders, SavedDocument } from '../library/library'
import type { Log } from '../library/log'
import type { OwnFiles } from '../library/own-files'
import type { Preferences } from '../library/preferences'
import { saveFile } from '../library/save-file'
import { shownFolder } from '../library/shown-folder'
import { dryrunVersion } from '../resources'
import { readDecks } from './decks'
import type { Drafts } from './drafts'
import { readDrillTexts } from './drills'
import type { Holds } from './holds'
import type { OpenRequests } from './open-requests'
import type { PageId } from './pages'
import { drawPicture } from './picture'
import type { Platform } from './platform'
import { readTemplates } from './templates'

export type Calls = {
  readonly [Name in CallName]: (
    input: CallInput<Name>,
    page: PageId,
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
  readonly own: OwnFiles
  readonly progress: CardProgress
  readonly drafts: Drafts
  readonly holds: Holds
  readonly preferences: Preferences
  readonly log: Log
  readonly folders: LibraryFolders
  readonly platform: Platform
  readonly requests: OpenRequests
}

export function hostCalls(parts: Parts): Calls {
  return {
    ...aboutHost(parts),
    ...opening(parts),
    ...saving(parts),
    ...recovering(parts),
    ...drilling(parts),
    ...leafing(parts),
  }
}

type AboutHost = Pick<
  Calls,
  | 'hostInfo'
  | 'listTemplates'
  | 'rasterise'
  | 'setUnsaved'
  | 'newWindow'
  | 'readPreferences'
  | 'keepPreferences'
  | 'setLanguage'
>

function aboutHost({ folders, preferences, platform }: Parts): AboutHost {
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
    rasterise: ({ svg, scale, carry }) => drawPicture(svg, scale, carry),
    setUnsaved: (unsaved, page) => {
      platform.setUnsaved?.(unsaved, page)
      return {}
    },
    newWindow: () => {
      platform.newWindow?.()
      return {}
    },
    readPreferences: async () => ({ ok: true, value: await preferences.read() }),
    keepPreferences: async ({ changes }) => {
      await preferences.change(changes)
      return {}
    },
    setLanguage: ({ language }) => {
      platform.setLanguage?.(language)
      return {}
    },
  }
}

type Drilling = Pick<
  Calls,
  'listDrills' | 'keepOwnDrill' | 'removeOwnDrill' | 'listDrillSessions' | 'keepDrillSession'
>

function drilling({ own }: Parts): Drilling {
  return {
    listDrills: async () => {
      const drills = await readDrillTexts()
      const builtIn = drills.map((one) => ({ ...one, own: false }))
      const brought = (await own.list('drill')).filter(({ id }) => !isIn(drills, id))
      return { ok: true, value: [...builtIn, ...brought.map((one) => ({ ...one, own: true }))] }
    },
    keepOwnDrill: ({ id, text }) => own.keep('drill', id, text),
    removeOwnDrill: ({ id }) => own.remove('drill', id),
    listDrillSessions: async () => ({ ok: true, value: await own.list('session') }),
    keepDrillSession: ({ id, text }) => own.keep('session', id, text),
  }
}

function isIn(known: readonly { readonly id: string }[], id: string): boolean {
  return known.some((one) => one.id === id)
}

type Leafing = Pick<
  Calls,
  | 'listDecks'
  | 'keepOwnDeck'
  | 'removeOwnDeck'
  | 'readCardProgress'
  | 'keepCard'
  | 'mergeCardProgress'
>

function leafing({ progress, own }: Parts): Leafing {
  return {
    listDecks: async () => {
      const builtIn = (await readDecks()).map((one) => {
        return { id: one.id, text: JSON.stringify(one), own: false }
      })
      const brought = (await own.list('deck')).filter(({ id }) => !isIn(builtIn, id))
      return { ok: true, value: [...builtIn, ...brought.map((one) => ({ ...one, own: true }))] }
    },
    keepOwnDeck: ({ id, text }) => own.keep('deck', id, text),
    removeOwnDeck: ({ id }) => own.remove('deck', id),
    readCardProgress: async () => ({ ok: true, value: await progress.read() }),
    keepCard: ({ card, memory }) => progress.keep(card, memory),
    mergeCardProgress: ({ cards }) => progress.merge(cards),
  }
}

type Opening = Pick<
  Calls,
  | 'listRecent'
  | 'listFolder'
  | 'openByDialog'
  | 'openDocument'
  | 'takeRequested'
  | 'reopenClosed'
  | 'holdDocument'
  | 'takeOver'
>

function opening({ library, holds, platform, requests }: Parts): Opening {
  return {
    listRecent: () => library.listRecent(),
    listFolder: () => library.listFolder(),
    openByDialog: async (_, page) => {
      if (platform.dialogs === undefined) return failed('host/no-dialogs')
      const path = await platform.dialogs.open(page)
      return path === null ? { ok: true, value: null } : library.open(path)
    },
    openDocument: ({ handle }) => library.openByHandle(handle),
    takeRequested: async (_, page) => {
      const path = requests.take(page)
      return path === undefined ? { ok: true, value: null } : library.open(path)
    },
    reopenClosed: async () => {
      const path = holds.takeClosed()
      return path === undefined ? { ok: true, value: null } : library.open(path)
    },
    holdDocument: async ({ handle }, page) => {
      if (handle === null) {
        holds.release(page)
        return { ok: true, value: { writer: true, revision: null } }
      }
      const file = library.fileOf(handle)
      if (file === undefined) return failed('host/unknown-handle')
      return { ok: true, value: await holds.hold(page, file.path) }
    },
    takeOver: ({ handle }, page) => {
      const file = library.fileOf(handle)
      if (file === undefined) return failed('host/unknown-handle')
      holds.takeOver(page, file.path)
      return { ok: true, value: {} }
    },
  }
}

type Saving = Pick<Calls, 'saveDocument' | 'saveAs' | 'saveExport'>

function saving(parts: Parts): Saving {
  const { library, drafts, folders, platform, log } = parts
  const settled = <Saved extends Outcome<unknown>>(saved: Saved, page: PageId): Saved => {
    if (!saved.ok) log.note('save.failed', saved.problems[0] ? reported(saved.problems[0]) : {})
    platform.saveSettled?.(saved.ok && saved.value !== null, page)
    return saved
  }
  return {
    saveDocument: async ({ handle, draft, text, revision }, page) => {
      const path = library.fileOf(handle)?.path
      const save = () => library.save(handle, text, revision)
      return settled(await drafts.savedBy(draft, () => writing(parts, page, path, save)), page)
    },
    saveAs: async ({ name, draft, text, replace }, page) => {
      const { dialogs } = platform
      const save = async (): Promise<Outcome<SavedDocument | null>> => {
        if (dialogs === undefined) {
          const path = library.pathByName(name)
          return writing(parts, page, path, () => library.saveByName(name, text, replace))
        }
        const chosen = await dialogs.saveAs(name, page)
        if (chosen === null) return { ok: true, value: null }
        return writing(parts, page, withEnding(chosen), () => saveChosen(library, chosen, text))
      }
      return settled(await drafts.savedBy(draft, save), page)
    },
    saveExport: async ({ name, contentBase64 }, page) => {
      if (platform.dialogs === undefined) return failed('host/no-dialogs')
      const path = await platform.dialogs.saveExport(name, page)
      if (path === null) return { ok: true, value: null }
      const bytes = Buffer.from(contentBase64, 'base64')
      const expected = { on: 'anything' } as const
      const saved = await saveFile({ path, bytes, expected, keepFolder: folders.settings })
      if (!saved.ok) return saved
      return { ok: true, value: { name: basename(path), folder: shownFolder(dirname(path)) } }
    },
  }
}

/** Saves where no other page and no other host writes the file, and tells the pages that only read it. */
async function writing(
  { library, holds }: Parts,
  page: PageId,
  path: string | undefined,
  save: () => Promise<Outcome<SavedDocument>>,
): Promise<Outcome<SavedDocument>> {
  const real = path === undefined ? undefined : await realPathOf(path)
  if (real !== undefined && !holds.mayWrite(page, real)) {
    return failed('host/not-the-writer', { name: basename(real) })
  }
  const saved = await save()
  const written = saved.ok ? library.fileOf(saved.value.handle)?.path : undefined
  if (saved.ok && written !== undefined) holds.saved(page, written, saved.value.revision)
  return saved
}

/** A problem as the log may hold it: its code and errno, not the names in it. */
function reported({ code, values }: Problem): Readonly<Record<string, string | number>> {
  const reason = values?.reason
  return reason === undefined ? { code } : { code, reason }
}

/** Where a path leads; the path itself where there is nothing yet. */
const realPathOf = (path: string): Promise<string> => realpath(path).catch(() => path)

type Recovering = Pick<Calls, 'keepRecovery' | 'dropRecovery' | 'listRecovery' | 'readRecovery'>

function recovering({ drafts }: Parts): Recovering {
  return {
    keepRecovery: (draft, page) => drafts.keep(draft, page),
    dropRecovery: async ({ draft }) => {
      await drafts.drop(draft)
      return {}
    },
    listRecovery: () => drafts.list(),
    readRecovery: (wanted, page) => drafts.read(wanted, page),
  }
}

/**
 * The dialog has asked whether to replace the file it names. Where the ending was added after it, another
 * file is meant, about which nobody was asked.
 */
function saveChosen(
  library: Library,
  chosen: string,
  text: string,
): Promise<Outcome<SavedDocument>> {
  const path = withEnding(chosen)
  return library.saveTo(path, text, path === chosen)
}
