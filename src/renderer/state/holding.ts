/**
 * Keeps the page and its file together: tells the host which file is open, takes quietly what others write
 * while nothing is unsaved here, and otherwise asks. The host's news is a hint; revisions decide.
 */
import type { CallOutput } from '../../shared/host/contract'
import { parseScenario } from '../../shared/scenario/parse'
import { whenNoDialog } from './board'
import { askAboutConflict } from './conflict'
import { isUnsaved, type Origin, useDocument } from './document'
import { savesSettled } from './files'
import { getHost } from './host'
import { useNotices } from './notices'

type Opened = Extract<CallOutput<'openDocument'>, { ok: true }>['value']

/** Listens to the document, the host and the window's focus from now on. */
export function holdFiles(): void {
  void hold()
  useDocument.subscribe((now, before) => {
    if (now.origin.handle !== before.origin.handle || now.draft !== before.draft) void hold()
  })
  getHost().onEvent((event) => {
    if (event.event === 'file-changed') void compare(event.handle, event.revision)
    else if (event.event === 'writer-changed') setWriter(event.handle, event.writer)
  })
  // A disk without a watcher, or a laptop that slept: looked at whenever the user comes back.
  window.addEventListener('focus', () => void hold())
}

export async function takeOver(): Promise<void> {
  const { handle } = useDocument.getState().origin
  if (handle === undefined) return
  const answer = await getHost().call('takeOver', { handle })
  if (answer.ok) setWriter(handle, true)
  await hold()
}

async function hold(): Promise<void> {
  const handle = useDocument.getState().origin.handle ?? null
  const answer = await getHost().call('holdDocument', { handle })
  if (!answer.ok || handle === null) return
  setWriter(handle, answer.value.writer)
  await compare(handle, answer.value.revision)
}

function setWriter(handle: string, writer: boolean): void {
  const { origin, saved, rebase } = useDocument.getState()
  if (origin.handle !== handle || (origin.follows === true) === !writer) return
  const { follows: _, ...rest } = origin
  rebase(writer ? rest : { ...rest, follows: true }, saved)
}

/** `revision`: what the disk has, by the host's latest look. */
async function compare(handle: string, revision: string | null): Promise<void> {
  // The revision of our own save is known only when it has been acknowledged.
  await savesSettled()
  const { origin, saved, rebase } = useDocument.getState()
  if (origin.handle !== handle) return
  if (revision === null) {
    if (!origin.gone) rebase({ ...origin, gone: true }, saved)
    return
  }
  const { gone: _, ...there } = origin
  if (revision === origin.revision) {
    if (origin.gone) rebase(there, saved)
    return
  }
  const answer = await getHost().call('openDocument', { handle })
  if (answer.ok && useDocument.getState().origin.handle === handle) take(answer.value)
}

function take(disk: Opened): void {
  const { scenario, origin, reload, rebase } = useDocument.getState()
  if (disk.revision === origin.revision) return
  const { gone: _, ...there } = origin
  const based: Origin = { ...there, revision: disk.revision, readOnly: disk.readOnly }
  const parsed = parseScenario(disk.text)
  const clean = !isUnsaved({ ...useDocument.getState(), origin: there })
  if (parsed.ok && clean) {
    // A field that is being typed in shows its own text and would write it over what has just come.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    reload(parsed.value, based)
    // Who follows another window expects it to change.
    if (!origin.follows) {
      useNotices.getState().say({
        tone: 'info',
        text: 'app:notice.reloaded',
        values: { name: disk.name },
      })
    }
    return
  }
  if (parsed.ok && !isUnsaved({ scenario, saved: parsed.value, origin: based })) {
    rebase(based, scenario)
    return
  }
  // What the board has is the last that was a scenario: it is unsaved now.
  if (clean) rebase(origin, null)
  const { handle, revision, text, readOnly, name } = disk
  const version = { handle, revision, text, readOnly, changedAt: Date.now() }
  whenNoDialog(() => {
    const now = useDocument.getState().origin
    // Answered meanwhile, by a save or by another document.
    if (now.handle !== handle || now.revision === revision) return
    askAboutConflict({ about: 'changed', name, disk: version })
  })
}
