/** Putting a palette item on the board. */

import { serviceBox } from '../../../shared/drawing/service-shapes'
import { newNote, newService, newZone } from '../../../shared/scenario/create'
import type { Edit } from '../../../shared/scenario/edits'
import { takenIds } from '../../../shared/scenario/lookup'
import { isServiceItem, PALETTE, type PaletteItem } from '../../../shared/scenario/palette'
import type { Point, Size } from '../../../shared/scenario/place'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { snappedPoint } from '../gestures/snap'
import { commitGesture, useModel } from './board-model'

export function paletteItem(id: string): PaletteItem | undefined {
  return PALETTE.find((item) => item.id === id)
}

/** The corner of a service whose middle is at a point, on the grid if the board snaps. */
export function centredOn(service: Service, middle: Point, language: Language): Point {
  return cornerOf(serviceBox(service, language), middle)
}

function cornerOf({ width, height }: Size, middle: Point): Point {
  const corner = { x: middle.x - width / 2, y: middle.y - height / 2 }
  return snappedPoint(corner, useBoard.getState().snapToGrid)
}

/** Puts it with its middle at `middle`, selects it, and opens a new note for typing. `drawn`: of zones and notes. */
export function placeItem(paletteId: string, middle: Point, drawn?: Size): void {
  const item = paletteItem(paletteId)
  if (!item) return
  const { edit, id } = additionOf(item, middle, drawn)
  commitGesture([edit])
  useSelection.getState().select([id])
  if (item.kind === 'note') useBoard.getState().setNaming(id)
}

function additionOf(
  item: PaletteItem,
  middle: Point,
  drawn: Size | undefined,
): { edit: Edit; id: string } {
  const { scenario } = useDocument.getState()
  const taken = takenIds(scenario)
  if (isServiceItem(item)) {
    const made = newService(item.role ?? item.kind, middle, taken, item.name)
    const service = { ...made, position: centredOn(made, middle, useModel.getState().language) }
    return { edit: { edit: 'addService', service }, id: service.id }
  }
  const size = drawn ?? item.size
  // What was drawn has its corners where they were put.
  const corner = drawn
    ? { x: middle.x - drawn.width / 2, y: middle.y - drawn.height / 2 }
    : cornerOf(size, middle)
  if (item.kind === 'note') {
    const note = newNote(corner, size, taken, '')
    return { edit: { edit: 'addNote', note }, id: note.id }
  }
  const zone = newZone(item.kind, corner, size, taken, item.name)
  return { edit: { edit: 'addZone', zone }, id: zone.id }
}

/** What a palette item will cover, for its ghost. */
export function sizeOfItem(item: PaletteItem, language: Language): Size {
  if (!isServiceItem(item)) return item.size
  return serviceBox(
    newService(item.role ?? item.kind, { x: 0, y: 0 }, new Set(), item.name),
    language,
  )
}
