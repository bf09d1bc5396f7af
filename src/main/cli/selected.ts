/** `--select client,orders`: which things of a drawing an export shows, looked up before anything is drawn. */

import type { Scenario } from '../../shared/scenario/scenario'
import { mostSimilar } from '../../shared/scenario/similar'

export type Selected =
  | { readonly ok: true; readonly only: ReadonlySet<string> }
  | { readonly ok: false; readonly message: string }

/** Ids of services, connections, zones and notes, with commas between; one that is not there is told. */
export function parseSelected(list: string, scenario: Scenario): Selected {
  const { services, connections, zones, notes } = scenario
  const known = [services, connections, zones ?? [], notes ?? []].flatMap((things) =>
    things.map(({ id }): string => id),
  )
  const wanted = list.split(',').map((id) => id.trim())
  const unknown = wanted.find((id) => !known.includes(id))
  if (unknown === undefined) return { ok: true, only: new Set(wanted) }
  const similar = mostSimilar(unknown, known)
  const hint = similar === undefined ? '' : `; did you mean "${similar}"?`
  return { ok: false, message: `--select: nothing in the drawing has the id "${unknown}"${hint}` }
}
