/**
 * Opening and saving, from the page's side: the host does the work, this decides what follows. Nothing is
 * replaced while unsaved changes stand without asking.
 */
import type { Problem } from '../../shared/base/problem'
import type { CallOutput } from '../../shared/host/contract'
import { newScenario } from '../../shared/scenario/create'
import { parseScenario } from '../../shared/scenario/parse'
import { printScenario } from '../../shared/scenario/print'
import { textIn } from '../../shared/scenario/text'
import { useBoard } from './board'
import { isUnsaved, type Origin, useDocument } from './document'
import { getHost } from './host'
import { useNotices } from './notices'
import { useSelection } from './selection'
import { useSettings } from './settings'
import { wishViewport } from './viewport'

type OpenedAnswer = CallOutput<'openDocument'>
type Opened = Extract<OpenedAnswer, { ok: true }>['value']

const FILE_ENDING = '.dryrun.json'

/** Goes on at once, or after the user has answered what becomes of unsaved changes. */
function whenSafe(then: () => void): void {
  if (isUnsaved(useDocument.getState())) useBoard.getState().openDialog({ dialog: 'unsaved', then })
  else then()
}

function showProblems(title: string, problems: readonly Problem[]): void {
  useBoard.getState().openDialog({ dialog: 'problems', title, problems })
}

/** Parses and shows a scenario; bad input changes nothing on the board. */
function showText(title: string, text: string, origin: Origin): boolean {
  const parsed = parseScenario(text)
  if (!parsed.ok) {
    showProblems(title, parsed.problems)
    return false
  }
  const readOnly = origin.readOnly || parsed.readOnly === true
  useSelection.getState().clear()
  useDocument.getState().open(parsed.value, { ...origin, readOnly })
  const board = useBoard.getState()
  board.show('board')
  board.setMode('edit')
  if (parsed.warnings.length > 0) showProblems(title, parsed.warnings)
  requestAnimationFrame(() => wishViewport({ wish: 'fitAll' }))
  return true
}

function showOpened({ handle, name, folder, revision, readOnly, text }: Opened): boolean {
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
    const answer = await getHost().call('openByDialog', {})
    if (!answer.ok) showProblems('', answer.problems)
    else if (answer.value) showOpened(answer.value)
  })
}

/** What the command line or the system asked to open; says whether there was anything. */
export async function openRequested(): Promise<boolean> {
  const answer = await getHost().call('takeRequested', {})
  if (!answer.ok) {
    showProblems('', answer.problems)
    return false
  }
  const { value } = answer
  if (!value) return false
  whenSafe(() => showOpened(value))
  return true
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

/** True when the disk has it; otherwise the user has been told why, or cancelled. */
export async function save(): Promise<boolean> {
  const { scenario, origin, markSaved } = useDocument.getState()
  const { handle, revision } = origin
  if (handle === undefined || revision === undefined || origin.readOnly) return saveAs()
  const text = printScenario(scenario)
  const answer = await getHost().call('saveDocument', { handle, text, revision })
  if (!answer.ok) {
    showProblems(origin.name ?? '', answer.problems)
    return false
  }
  markSaved(scenario, { ...answer.value, readOnly: false })
  useNotices.getState().say({ tone: 'good', text: 'app:notice.saved', values: answer.value })
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
export async function writeUnder(name: string, replace: boolean): Promise<CallOutput<'saveAs'>> {
  const { scenario, markSaved } = useDocument.getState()
  const ending = name.endsWith(FILE_ENDING) ? name : `${name}${FILE_ENDING}`
  const text = printScenario(scenario)
  const answer = await getHost().call('saveAs', { name: ending, text, replace })
  if (answer.ok && answer.value) {
    markSaved(scenario, { ...answer.value, readOnly: false })
    useNotices.getState().say({ tone: 'good', text: 'app:notice.saved', values: answer.value })
  }
  return answer
}
