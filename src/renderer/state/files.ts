/**
 * Opening and saving, from the page's side: the host does the work, this decides what follows. Nothing is
 * replaced while unsaved changes stand without asking.
 */
import type { Problem } from '../../shared/base/problem'
import { DRILL_ENDING } from '../../shared/drills/drill'
import type { CallOutput } from '../../shared/host/contract'
import { newScenario } from '../../shared/scenario/create'
import { printScenario } from '../../shared/scenario/print'
import { textIn } from '../../shared/scenario/text'
import { overNativeDialog, useBoard, whenNoDialog } from './board'
import { bringInCards, isOfCards } from './cards-file'
import { askAboutConflict } from './conflict'
import { useDocument } from './document'
import { beginDrillFile } from './drill-file'
import { getHost } from './host'
import { useNotices } from './notices'
import { copiesSettled } from './recovery'
import { useSelection } from './selection'
import { useSettings } from './settings'
import { showProblems, showText, whenSafe } from './show-document'

type OpenedAnswer = CallOutput<'openDocument'>
type Opened = Extract<OpenedAnswer, { ok: true }>['value']

const FILE_ENDING = '.dryrun.json'

/** On the cards screen any other file is taken for one of cards: what is wrong with it is said as of a deck. */
function isBoardOrDrill({ name, carried }: Opened): boolean {
  return carried || name.endsWith(DRILL_ENDING) || name.endsWith(FILE_ENDING)
}

function showOpened(opened: Opened): boolean {
  const { handle, name, folder, revision, readOnly, text, carried } = opened
  if (name.endsWith(DRILL_ENDING)) {
    void beginDrillFile(name, text, true)
    return true
  }
  if (isOfCards(name)) {
    void bringInCards(name, text)
    return true
  }
  if (carried) return showText(name, text, { name, readOnly: false })
  return showText(name, text, { handle, name, folder, revision, readOnly })
}

export function newBoard(): void {
  whenSafe(() => {
    useSelection.getState().clear()
    useDocument.getState().open(newScenario(), { readOnly: false })
    useBoard.getState().show('board')
    useBoard.getState().setMode('edit')
  })
}

/** A built-in scenario, or a dropped file's text, as a new document that has not been saved anywhere. */
export function openCopy(title: string, text: string): void {
  whenSafe(() => showText(title, text, { readOnly: false }))
}

/** Shows a dropped or picked file; its name is offered when it is first saved. */
export function openForeignFile(name: string, text: string): void {
  whenSafe(() => showText(name, text, { name, readOnly: false }))
}

export function openHandle(handle: string): void {
  whenSafe(async () => {
    const answer = await getHost().call('openDocument', { handle })
    if (answer.ok) showOpened(answer.value)
    else showProblems('', answer.problems)
  })
}

export function openByDialog(dialogs: boolean): void {
  if (!dialogs) {
    useBoard.getState().openDialog({ dialog: 'open' })
    return
  }
  whenSafe(async () => {
    const answer = await overNativeDialog(() => getHost().call('openByDialog', {}))
    if (!answer.ok) showProblems('', answer.problems)
    else if (answer.value) showOpened(answer.value)
  })
}

/**
 * A file of cards by the system's dialog, where the host has one; says whether it has. Whatever else is chosen
 * there is opened as it would be from anywhere.
 */
export async function bringInByDialog(): Promise<boolean> {
  const { dialogs } = await getHost().call('hostInfo', {})
  if (!dialogs) return false
  const answer = await overNativeDialog(() => getHost().call('openByDialog', {}))
  if (!answer.ok) showProblems('', answer.problems)
  else if (answer.value) {
    const { value } = answer
    if (!isBoardOrDrill(value)) await bringInCards(value.name, value.text)
    else whenSafe(() => showOpened(value))
  }
  return true
}

/** Asks for what the command line or the system wants opened; the answer is `openRequested`'s to show. */
export const askRequested = () => getHost().call('takeRequested', {})

/** What the command line or the system asked to open; says whether there was anything. */
export async function openRequested(asked = askRequested()): Promise<boolean> {
  const answer = await asked
  if (!answer.ok) {
    showProblems('', answer.problems)
    return false
  }
  const { value } = answer
  if (!value) return false
  whenSafe(() => showOpened(value))
  return true
}

/** The same for a request that comes while the page is up: one file after another, each when no dialog is open. */
export function openRequestedLater(): void {
  whenNoDialog(() => void openRequested())
}

/** Opens once more what was closed last, in this window or another. */
export async function reopenClosed(): Promise<void> {
  whenSafe(async () => {
    const answer = await getHost().call('reopenClosed', {})
    if (!answer.ok) showProblems('', answer.problems)
    else if (answer.value) showOpened(answer.value)
    else useNotices.getState().say({ tone: 'info', text: 'app:notice.nothingClosed' })
  })
}

/** The file name that a first save proposes. */
export function proposedName(): string {
  const { scenario, origin } = useDocument.getState()
  if (origin.name) return origin.name
  const title = textIn(scenario.title, useSettings.getState().language)
  const plain = title
    .replace(/[\\/:*?"<>|]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
  return `${plain || 'scenario'}${FILE_ENDING}`
}

let saving: Promise<unknown> = Promise.resolve()

/** Resolves when the saves under way have been answered. */
export const savesSettled = (): Promise<unknown> => saving

/** What is under way is remembered, so that news of the disk can wait for it. */
function underWay<Result>(task: () => Promise<Result>): Promise<Result> {
  const turn = saving.then(task)
  saving = turn.catch(() => undefined)
  return turn
}

/** True when the disk has it; otherwise the user has been told why, or cancelled. */
export async function save(): Promise<boolean> {
  const { origin } = useDocument.getState()
  const { handle, revision, readOnly, gone, follows } = origin
  const elsewhere = readOnly || gone || follows
  if (handle === undefined || revision === undefined || elsewhere) return saveAs()
  const answer = await underWay(async () => {
    await copiesSettled()
    const { scenario, draft, markSaved } = useDocument.getState()
    const text = printScenario(scenario)
    const answered = await getHost().call('saveDocument', { handle, draft, text, revision })
    // Another document may have been opened while the disk was slow.
    if (answered.ok && useDocument.getState().draft === draft) {
      markSaved(scenario, { ...answered.value, readOnly: false })
    }
    return answered
  })
  if (answer.ok) {
    useNotices.getState().say({ tone: 'good', text: 'app:notice.saved', values: answer.value })
    return true
  }
  if (!(await showRefusal(handle, answer.problems))) {
    showProblems(origin.name ?? '', answer.problems)
  }
  return false
}

/** A refusal to overwrite is a question, not an error: says whether it was asked. */
async function showRefusal(handle: string, problems: readonly Problem[]): Promise<boolean> {
  const codes = problems.map((problem) => problem.code)
  const { origin, saved, rebase } = useDocument.getState()
  if (codes.includes('host/gone-from-disk')) rebase({ ...origin, gone: true }, saved)
  if (codes.includes('host/not-the-writer')) rebase({ ...origin, follows: true }, saved)
  if (!codes.includes('host/changed-on-disk')) return false
  const disk = await getHost().call('openDocument', { handle })
  if (!disk.ok) return false
  const { name, ...version } = disk.value
  askAboutConflict({ about: 'changed', name, disk: { ...version, changedAt: Date.now() } })
  return true
}

/** Asks where: by the host's own dialog, or by the page's where the host has none. */
export async function saveAs(): Promise<boolean> {
  const info = await getHost().call('hostInfo', {})
  if (info.dialogs) return saveUnder(proposedName(), true)
  useBoard.getState().openDialog({ dialog: 'saveAs' })
  return false
}

/** `replace` false: an existing file is left alone and the answer is the problem `host/exists`. */
export async function saveUnder(name: string, replace: boolean): Promise<boolean> {
  const answer = await writeUnder(name, replace)
  if (answer.ok) return answer.value !== null
  showProblems(name, answer.problems)
  return false
}

/** As `saveUnder`, but leaves it to the caller to show the problems. */
export function writeUnder(name: string, replace: boolean): Promise<CallOutput<'saveAs'>> {
  return underWay(async () => {
    await copiesSettled()
    const { scenario, draft, markSaved } = useDocument.getState()
    const ending = name.endsWith(FILE_ENDING) ? name : `${name}${FILE_ENDING}`
    const text = printScenario(scenario)
    const input = { name: ending, draft, text, replace }
    const ask = () => getHost().call('saveAs', input)
    const { dialogs } = await getHost().call('hostInfo', {})
    const answer = await (dialogs ? overNativeDialog(ask) : ask())
    if (answer.ok && answer.value) {
      markSaved(scenario, { ...answer.value, readOnly: false })
      useNotices.getState().say({ tone: 'good', text: 'app:notice.saved', values: answer.value })
    }
    return answer
  })
}
