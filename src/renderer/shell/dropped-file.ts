/** A file dropped anywhere on the window is opened; anything else is left to whoever wants it. */
import { openForeignFile } from '../state/files'
import { useNotices } from '../state/notices'

const BYTES_MAX = 16 * 1024 * 1024

/** Reads a file that the user handed over and shows it, or says why not. */
export async function openFile(file: File): Promise<void> {
  if (file.size > BYTES_MAX) {
    useNotices
      .getState()
      .say({ tone: 'bad', text: 'app:notice.tooLarge', values: { name: file.name } })
    return
  }
  openForeignFile(file.name, await file.text())
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
  if (file) void openFile(file)
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
