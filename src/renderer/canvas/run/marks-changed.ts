/** Where two moments of a run mark the board differently. Pure. */
import type { Marks } from '../../../shared/drawing/marks'
import type { Bounds } from '../../../shared/drawing/shape'
import type { BoardModel } from '../model/next-model'

/** The services and lines whose mark came, went or became another: their bounds, in board units. */
export function changedPlaces(
  before: Marks,
  now: Marks,
  { services, lines }: Pick<BoardModel, 'services' | 'lines'>,
): readonly Bounds[] {
  return [
    ...changedIds(before.services, now.services).flatMap((id) => services.get(id) ?? []),
    ...changedIds(before.connections, now.connections).flatMap((id) => lines.get(id)?.bounds ?? []),
  ]
}

function changedIds<Mark>(
  before: ReadonlyMap<string, Mark>,
  now: ReadonlyMap<string, Mark>,
): readonly string[] {
  const changed: string[] = []
  for (const [id, mark] of now) if (before.get(id) !== mark) changed.push(id)
  for (const id of before.keys()) if (!now.has(id)) changed.push(id)
  return changed
}
