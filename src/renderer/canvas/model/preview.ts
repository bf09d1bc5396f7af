/**
 * Where things are while a gesture lasts, before the scenario knows. The scenario itself changes once, when
 * the gesture ends.
 */
import { create } from 'zustand'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Connection } from '../../../shared/scenario/connection'
import type { Fragment } from '../../../shared/scenario/edits'
import type { Point } from '../../../shared/scenario/place'
import type { Scenario } from '../../../shared/scenario/scenario'

interface PreviewState {
  /** New places of services, zones and notes by id; empty when nothing is under way. */
  readonly positions: ReadonlyMap<string, Point>
  /** The lines as the gesture leaves them: without doubtful waypoints, led otherwise; null: all as they are. */
  readonly connections: Connection[] | null
  /** A zone or note being resized. */
  /** Copies being dragged away; their lines are among `connections`. */
  readonly copies: Fragment | null
  readonly resized: { readonly id: string; readonly bounds: Bounds } | null
}

const NOTHING: PreviewState = {
  positions: new Map(),
  connections: null,
  copies: null,
  resized: null,
}

export const usePreview = create<PreviewState>()(() => NOTHING)

export function clearPreview(): void {
  if (isUnderWay(usePreview.getState())) usePreview.setState(NOTHING)
}

function isUnderWay({ positions, connections, resized }: PreviewState): boolean {
  return positions.size > 0 || resized !== null || connections !== null
}

interface Placed {
  readonly id: string
  readonly position: Point
}

/** The scenario as it would be if the gesture ended now; the same value when nothing is under way. */
export function previewed(scenario: Scenario, preview: PreviewState): Scenario {
  if (!isUnderWay(preview)) return scenario
  const { positions, connections, copies, resized } = preview
  const place = <T extends Placed>(thing: T): T => {
    const position = positions.get(thing.id)
    return position ? { ...thing, position } : thing
  }
  const fit = <T extends Placed>(thing: T): T => {
    if (thing.id !== resized?.id) return place(thing)
    const { x, y, width, height } = resized.bounds
    return { ...thing, position: { x, y }, size: { width, height } }
  }
  // Lists without a moved thing stay the same lists: by that the drawing knows what it need not lay out anew.
  const listed = <T extends Placed>(things: T[]): T[] =>
    things.some(({ id }) => positions.has(id) || id === resized?.id) ? things.map(fit) : things
  const services = joined(scenario.services, copies?.services)
  const zones = joined(scenario.zones, copies?.zones)
  const notes = joined(scenario.notes, copies?.notes)
  return {
    ...scenario,
    connections: connections ?? scenario.connections,
    services: services.some(({ id }) => positions.has(id)) ? services.map(place) : services,
    ...(zones ? { zones: listed(zones) } : {}),
    ...(notes ? { notes: listed(notes) } : {}),
  }
}

function joined<T>(things: T[], more: readonly T[] | undefined): T[]
function joined<T>(things: T[] | undefined, more: readonly T[] | undefined): T[] | undefined
function joined<T>(things: T[] | undefined, more: readonly T[] | undefined): T[] | undefined {
  return more && more.length > 0 ? [...(things ?? []), ...more] : things
}
