/** A palette item dragged onto the board: its ghost follows the pointer, the drop places it. */
import { useBoard } from '../../state/board'
import { setOverlay } from '../model/overlay'
import { paletteItem, placeItem } from '../model/place'
import { pointerAt } from './pointer'

export const PALETTE_DATA = 'application/x-dryrun-palette'

export function listenToPaletteDrops(root: HTMLElement): () => void {
  const isOurs = (event: DragEvent) => event.dataTransfer?.types.includes(PALETTE_DATA) === true
  const over = (event: DragEvent) => {
    if (!isOurs(event) || !event.dataTransfer) return
    event.preventDefault()
    const isEditing = useBoard.getState().mode === 'edit'
    event.dataTransfer.dropEffect = isEditing ? 'copy' : 'none'
  }
  const drop = (event: DragEvent) => {
    if (!isOurs(event)) return
    event.preventDefault()
    setOverlay({ ghost: null })
    const id = event.dataTransfer?.getData(PALETTE_DATA) ?? ''
    if (useBoard.getState().mode === 'edit' && paletteItem(id))
      placeItem(id, pointerAt(event).board)
  }
  root.addEventListener('dragover', over)
  root.addEventListener('drop', drop)
  return () => {
    root.removeEventListener('dragover', over)
    root.removeEventListener('drop', drop)
  }
}
