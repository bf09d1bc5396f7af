/** A file dropped anywhere on the window is opened; anything else is left to whoever wants it. */
import { DRILL_ENDING } from '../../shared/drills/drill'
import { bringInCards, isOfCards } from '../state/cards-file'
import { beginDrillFile } from '../state/drill-file'
import { openForeignFile } from '../state/files'
import { getHost } from '../state/host'
import { useNotices } from '../state/notices'
import { textOf } from './carried'

/** A picture is larger than what it carries. */
const BYTES_MAX = 64 * 1024 * 1024

const REFUSALS = {
  nothing: 'app:notice.noScenario',
  damage: 'app:notice.damaged',
  'too-large': 'app:notice.tooLarge',
} as const

/** Reads a file that the user handed over and shows it, or says why not. */
export async function openFile(file: File): Promise<void> {
  const { name } = file
  const refuse = (text: string) =>
    useNotices.getState().say({ tone: 'bad', text, values: { name } })
  if (file.size > BYTES_MAX) return refuse('app:notice.tooLarge')
  const read = await textOf(file)
  if (!('text' in read)) return refuse(REFUSALS[read.is])
  if (name.endsWith(DRILL_ENDING)) return beginDrillFile(name, read.text)
  if (isOfCards(name)) return bringInCards(name, read.text)
  const stem = name.replace(/\.(png|svg)$/i, '')
  openForeignFile(read.is === 'carried' ? `${stem}.dryrun.json` : name, read.text)
}

function carriesFiles(drag: DragEvent): boolean {
  return drag.dataTransfer?.types.includes('Files') === true
}

function onDragOver(drag: DragEvent): void {
  if (!carriesFiles(drag)) return
  drag.preventDefault()
  if (drag.dataTransfer) drag.dataTransfer.dropEffect = 'copy'
}

function onDrop(drop: DragEvent): void {
  if (!carriesFiles(drop)) return
  // Without this the browser would leave the page and show the file instead.
  drop.preventDefault()
  const file = drop.dataTransfer?.files[0]
  if (file) void openDropped(file)
}

/** A drill is no document: it is read here whatever the host is. */
async function openDropped(file: File): Promise<void> {
  const isDocument = !file.name.endsWith(DRILL_ENDING)
  if (!(isDocument && (await getHost().openDropped(file)))) await openFile(file)
}

/** Listens until the returned function is called. */
export function listenToDrops(): () => void {
  window.addEventListener('dragover', onDragOver)
  window.addEventListener('drop', onDrop)
  return () => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('drop', onDrop)
  }
}
