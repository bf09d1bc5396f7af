/** A right click, or the menu key on what has the keyboard. */
import type { MouseEvent } from 'react'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useClock } from '../../state/clock'
import { momentAt, useRun } from '../../state/run'
import { useSelection } from '../../state/selection'
import { pointerAt } from '../gestures/pointer'
import { useModel } from '../model/board-model'
import { targetAt } from '../model/hit-test'
import { BOARD, type MenuTarget, setOverlay, type Target } from '../model/overlay'
import { flightAt } from '../run/flight-place'
import { toBoard } from '../view/view'
import { canvasPoint, useView } from '../view/view-store'

export function openMenuAt(event: MouseEvent): void {
  const { target: element, clientX, clientY } = event
  if (!(element instanceof Element)) return
  if (element.closest('[data-board-chrome], input, textarea')) return
  event.preventDefault()
  useBoard.getState().setPlacing(null)
  const focused = event.button === 2 ? null : focusedThing(element)
  const { view } = useView.getState()
  const target = focused?.target ?? thingAt(pointerAt(event.nativeEvent).board, view.zoom)
  const client = focused?.client ?? { x: clientX, y: clientY }
  const board = toBoard(view, canvasPoint({ clientX: client.x, clientY: client.y }))
  const id = target.on === 'message' ? target.connection : target.on === 'board' ? null : target.id
  if (id !== null && !useSelection.getState().ids.has(id)) useSelection.getState().select([id])
  setOverlay({ menu: { target, client, board } })
}

/** While running, a message lies above everything that it passes. */
function thingAt(point: Point, zoom: number): MenuTarget {
  const model = useModel.getState()
  const flights =
    useBoard.getState().mode === 'run' ? momentAt(useRun.getState().position)?.flights : undefined
  const { nowUs } = useClock.getState()
  const flight = flightAt(flights ?? [], model.lines, { point, nowUs, zoom })
  if (flight) return { on: 'message', id: flight.id, connection: flight.connection }
  return targetAt(model, point, zoom)
}

/** By key the menu stands at the middle of the thing itself. */
function focusedThing(element: Element) {
  const thing = element.closest<HTMLElement | SVGElement>(
    '[data-service], [data-line], [data-thing]',
  )
  if (!thing) return null
  const { left, top, width, height } = thing.getBoundingClientRect()
  return { target: targetOf(thing), client: { x: left + width / 2, y: top + height / 2 } }
}

function targetOf({ dataset }: HTMLElement | SVGElement): Target {
  if (dataset.service) return { on: 'service', id: dataset.service }
  if (dataset.line) return { on: 'line', id: dataset.line }
  const id = dataset.thing
  if (!id) return BOARD
  const isZone = useModel.getState().scenario.zones?.some((zone) => zone.id === id)
  return { on: isZone ? 'zone' : 'note', id }
}
