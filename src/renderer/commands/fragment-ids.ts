/** Everything that a fragment holds, by id. */
import type { Fragment } from '../../shared/scenario/edits'

export function idsOf({ services, connections, zones, notes }: Fragment): string[] {
  return [...services, ...zones, ...notes, ...connections].map((thing) => thing.id)
}
