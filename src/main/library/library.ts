/** The user's scenario files as the page sees them: opened, saved and listed by handle, never by path. */
import { mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { failed } from '../host-problem'
import { carriedName, scenarioFileName } from './file-name'
import type { FilePort } from './file-port'
import { writeProblem } from './file-reason'
import { changedAt, listScenarioFiles, sweepOrphans } from './folder'
import { Handles } from './handles'
import { openFile } from './open-file'
import { Recents } from './recents'
import { type Expected, saveFile } from './save-file'
import { shownFolder } from './shown-folder'

export interface OpenedDocument {
  readonly handle: string
  readonly name: string
  readonly folder: string
  readonly text: string
  readonly revision: string
  readonly readOnly: boolean
  /** It was inside a picture. */
  readonly carried: boolean
}

export interface SavedDocument {
  readonly handle: string
  readonly name: string
  readonly folder: string
  readonly revision: string
}

export interface FileEntry {
  readonly handle: string
  readonly name: string
  readonly folder: string
  readonly changedAt: number
  readonly missing: boolean
}

export interface FileOnDisk {
  readonly text: string
  readonly revision: string
  readonly readOnly: boolean
  /** Milliseconds since 1970. */
  readonly changedAt: number
}

export interface LibraryFolders {
  /** Where Dryrun keeps its own lists. */
  readonly settings: string
  /** Where the browser host keeps scenario files; made when the first one is saved. */
  readonly scenarios: string
}

export class Library {
  private readonly handles = new Handles()
  private readonly recents: Recents

  /** `port`: the disk, or one that tests make fail. */
  constructor(
    private readonly folders: LibraryFolders,
    private readonly port?: FilePort,
  ) {
    this.recents = new Recents(folders.settings)
  }

  /** Removes what an earlier crash left among our own files. `nowMs`: milliseconds since 1970. */
  async sweep(nowMs: number): Promise<void> {
    await sweepOrphans(this.folders.settings, nowMs)
    await sweepOrphans(join(this.folders.settings, 'recovery'), nowMs)
    await sweepOrphans(this.folders.scenarios, nowMs)
  }

  /** Opens a file that the user chose outside the page. */
  async open(path: string): Promise<Outcome<OpenedDocument>> {
    const opened = await openFile(path)
    if (!opened.ok) return opened
    const { path: real, isCarried, ...content } = opened.value
    // Not waited for: the list is on the disk some syncs later, and until then nobody reads it past this change.
    void this.recents.note(real)
    const { name, ...place } = this.naming(real)
    const shown = isCarried ? carriedName(name) : name
    return { ok: true, value: { ...place, name: shown, ...content, carried: isCarried } }
  }

  async openByHandle(handle: string): Promise<Outcome<OpenedDocument>> {
    const path = this.handles.path(handle)
    return path === undefined ? failed('host/unknown-handle') : this.open(path)
  }

  /** Saves over what was opened, provided that it still is what `revision` names. */
  async save(handle: string, text: string, revision: string): Promise<Outcome<SavedDocument>> {
    const path = this.handles.path(handle)
    if (path === undefined) return failed('host/unknown-handle')
    return this.write(path, text, { on: 'revision', revision })
  }

  /** Where `saveByName` would write; undefined for what is no name. */
  pathByName(name: string): string | undefined {
    const fileName = scenarioFileName(name)
    return fileName.ok ? join(this.folders.scenarios, fileName.value) : undefined
  }

  /** Saves to a path that the user chose; over another file only where the user agreed to `replace` it. */
  async saveTo(path: string, text: string, replace: boolean): Promise<Outcome<SavedDocument>> {
    return this.write(path, text, { on: replace ? 'anything' : 'nothing' })
  }

  /** Saves under a name in the folder of scenarios, which is made where it is not there yet. */
  async saveByName(name: string, text: string, replace: boolean): Promise<Outcome<SavedDocument>> {
    const fileName = scenarioFileName(name)
    if (!fileName.ok) return fileName
    const path = join(this.folders.scenarios, fileName.value)
    try {
      // At once: in a wait before the save a later one could overtake.
      mkdirSync(this.folders.scenarios, { recursive: true })
    } catch (error) {
      return { ok: false, problems: [writeProblem(path, error)] }
    }
    return this.saveTo(path, text, replace)
  }

  async listRecent(): Promise<Outcome<readonly FileEntry[]>> {
    const entries: FileEntry[] = []
    for (const path of await this.recents.list()) {
      const at = await changedAt(path)
      entries.push({ ...this.naming(path), changedAt: at ?? 0, missing: at === undefined })
    }
    return { ok: true, value: entries }
  }

  async listFolder(): Promise<Outcome<readonly FileEntry[]>> {
    const listed = await listScenarioFiles(this.folders.scenarios)
    if (!listed.ok) return listed
    const entries = listed.value.map((file) => ({
      ...this.naming(file.path),
      changedAt: file.changedAt,
      missing: false,
    }))
    return { ok: true, value: entries }
  }

  private async write(
    path: string,
    text: string,
    expected: Expected,
  ): Promise<Outcome<SavedDocument>> {
    const bytes = Buffer.from(text, 'utf8')
    if (!isDocument(text, bytes)) return failed('host/not-a-scenario')
    const keepFolder = join(this.folders.settings, 'kept')
    const saved = await saveFile({
      path,
      bytes,
      expected,
      keepFolder,
      ...(this.port === undefined ? {} : { port: this.port }),
    })
    if (!saved.ok) return saved
    await this.recents.note(saved.value.path)
    const { revision } = saved.value
    return { ok: true, value: { ...this.naming(saved.value.path), revision } }
  }

  /** The file that a handle stands for. */
  fileOf(handle: string): { readonly path: string; readonly name: string } | undefined {
    const path = this.handles.path(handle)
    return path === undefined ? undefined : { path, name: basename(path) }
  }

  /** A file as it is on disk now, noted in no list; `disk` undefined where it cannot be read. */
  async look(path: string): Promise<{ handle: string; disk: FileOnDisk | undefined }> {
    const handle = this.handles.issue(path)
    const opened = await openFile(path)
    if (!opened.ok) return { handle, disk: undefined }
    const { text, revision, readOnly } = opened.value
    return {
      handle,
      disk: { text, revision, readOnly, changedAt: (await changedAt(path)) ?? 0 },
    }
  }

  /** What the page may know of a file: its handle, its name, its folder as shown. */
  naming(path: string): Pick<FileEntry, 'handle' | 'name' | 'folder'> {
    return {
      handle: this.handles.issue(path),
      name: basename(path),
      folder: shownFolder(dirname(path)),
    }
  }
}

/**
 * Read back from the very bytes: text that UTF-8 cannot carry (half a surrogate pair), or anything but a
 * document of ours, must never take the place of one.
 */
function isDocument(text: string, bytes: Buffer): boolean {
  if (bytes.toString('utf8') !== text) return false
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && 'dryrun' in content
  } catch {
    return false
  }
}
