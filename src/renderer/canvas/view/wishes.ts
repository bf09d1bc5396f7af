/** Fulfils what commands and panels wish of the view. */

import type { Bounds } from '../../../shared/drawing/shape'
import { connectionById } from '../../../shared/scenario/lookup'
import type { Size } from '../../../shared/scenario/place'
import { useSelection } from '../../state/selection'
import type { ViewportWish } from '../../state/viewport'
import { hasRoomForMinimap, MINIMAP_COVERS } from '../chrome/minimap-view'
import { levelAt } from '../far/level'
import { quickAdd } from '../gestures/quick-add'
import { useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import { placeItem } from '../model/place'
import { unionOf } from './bounds'
import {
  toBoard,
  viewFitting,
  viewFittingBeside,
  viewRevealing,
  zoomedAt,
  zoomMinFor,
  zoomRung,
} from './view'
import { aimedView, moveView, useView } from './view-store'

/** Laying out anew is no matter of the view. */
type ViewWish = Exclude<ViewportWish, { wish: 'tidyUp' }>

export function grantWish(wish: ViewWish): void {
  switch (wish.wish) {
    case 'zoomIn':
      zoomTo(zoomRung(aimedView().zoom, 'in'))
      return
    case 'zoomOut':
      zoomTo(zoomRung(aimedView().zoom, 'out'))
      return
    case 'zoom100':
      zoomTo(1)
      return
    case 'fitAll':
      fitAll('glide')
      return
    case 'fitSelection':
      showWhole(boundsOf([...useSelection.getState().ids]), 'glide')
      return
    case 'reveal':
      reveal(wish.ids)
      return
    case 'quickAdd':
      quickAdd(wish.direction)
      return
    case 'place':
      placeItem(wish.paletteId, middleOfView())
  }
}

function middleOfScreen() {
  const { size } = useView.getState()
  return { x: size.width / 2, y: size.height / 2 }
}

function middleOfView() {
  return toBoard(useView.getState().view, middleOfScreen())
}

function zoomTo(zoom: number): void {
  const { zoomMin } = useView.getState()
  moveView(zoomedAt(aimedView(), middleOfScreen(), zoom, zoomMin), 'glide')
}

/** What things cover together, board units; lines count by their whole course. */
export function boundsOf(ids: Iterable<string>): Bounds | undefined {
  const { services, lines, scenario } = useModel.getState()
  const all: Bounds[] = []
  for (const id of ids) {
    const thing =
      scenario.zones?.find((one) => one.id === id) ?? scenario.notes?.find((one) => one.id === id)
    const bounds = services.get(id) ?? lines.get(id)?.bounds ?? (thing && placedBounds(thing))
    if (bounds) all.push(bounds)
  }
  return unionOf(all)
}

/** What must not lie under the minimap; a zone has room enough beside it. */
function boxesShown(): readonly Bounds[] {
  const { services, scenario } = useModel.getState()
  return [...services.values(), ...(scenario.notes ?? []).map(placedBounds)]
}

/** A label that is too far to be painted needs no room, and no place yet. */
function boundsOfAll(size: Size): Bounds | undefined {
  const { services, lines, scenario } = useModel.getState()
  const placed = [...(scenario.zones ?? []), ...(scenario.notes ?? [])].map(placedBounds)
  const all = [...lines.values()]
  const bare = unionOf([...services.values(), ...all.map((line) => line.wayBounds), ...placed])
  if (!bare || levelAt(viewFitting(bare, size, 0).zoom) === 'outlines') return bare
  return unionOf([bare, ...all.map((line) => line.bounds)])
}

let known: { readonly of: unknown; readonly bounds: Bounds | undefined } | null = null

/** As `boundsOfAll` without the lines, which add little and cost much. Asked for with every frame. */
export function boundsOfBoxes(): Bounds | undefined {
  const { services, scenario } = useModel.getState()
  if (known?.of === scenario) return known.bounds
  const placed = [...(scenario.zones ?? []), ...(scenario.notes ?? [])].map(placedBounds)
  const bounds = unionOf([...services.values(), ...placed])
  known = { of: scenario, bounds }
  return bounds
}

export function fitAll(how: 'jump' | 'glide'): void {
  const { size } = useView.getState()
  const bounds = boundsOfAll(size)
  const zoomMin = zoomMinFor(bounds, size)
  useView.setState({ zoomMin })
  if (!bounds) {
    show({ x: 0, y: 0, zoom: 1 }, how)
    return
  }
  if (size.width === 0) return
  const view = hasRoomForMinimap(size)
    ? viewFittingBeside(bounds, boxesShown(), size, MINIMAP_COVERS, zoomMin)
    : viewFitting(bounds, size, zoomMin)
  show(view, how)
}

function showWhole(bounds: Bounds | undefined, how: 'jump' | 'glide'): void {
  const { size, zoomMin } = useView.getState()
  if (bounds && size.width > 0) show(viewFitting(bounds, size, zoomMin), how)
}

/** Before React Flow is there, it will begin with the view that this store holds. */
function show(view: { x: number; y: number; zoom: number }, how: 'jump' | 'glide'): void {
  if (!moveView(view, how)) useView.setState({ view })
}

/** Brings things into sight, moving the view no more than needed. A line brings both its ends. */
export function reveal(ids: readonly string[]): void {
  const { scenario } = useModel.getState()
  const connections = connectionById(scenario)
  const all = ids.flatMap((id) => {
    const line = connections.get(id)
    return line ? [id, line.from, line.to] : [id]
  })
  const bounds = boundsOf(all)
  const { size } = useView.getState()
  const view = aimedView()
  if (!bounds || size.width === 0) return
  const next = viewRevealing(view, bounds, size)
  if (next !== view) show(next, 'glide')
}
