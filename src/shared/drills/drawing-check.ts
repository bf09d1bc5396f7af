/** Checks over the drawing: who plays what, who makes whom work, who keeps rows. */
import type { Cast } from './cast'
import type { Requirement } from './check'
import { waitedFor } from './coupling'
import { failed, passed, type Verdict } from './result'
import type { Why } from './why'
import { means } from './words'

/** The first requirement that is not met decides. */
export function checkDrawing(cast: Cast, requirements: readonly Requirement[]): Verdict {
  for (const requirement of requirements) {
    const why = unmet(cast, requirement)
    if (why !== undefined) return failed(why)
  }
  return passed()
}

function unmet(cast: Cast, requirement: Requirement): Why | undefined {
  if ('role' in requirement) {
    const { role, atMost } = requirement
    const count = cast.services(role).length
    if (count === 0 && atMost !== 0) return { why: 'noRole', role }
    return atMost !== undefined && count > atMost
      ? { why: 'tooMany', role, count, atMost }
      : undefined
  }
  if ('waits' in requirement) {
    const { waits: role, atMost } = requirement
    if (cast.services(role).length === 0) return { why: 'noRole', role }
    const services = waitedFor(cast, role)
    const count = services.length
    if (count === 0) return { why: 'asksNobody', role }
    return count > atMost ? { why: 'waitsFor', role, services, count, atMost } : undefined
  }
  if ('stores' in requirement) {
    const { stores: role, what = '*' } = requirement
    if (cast.services(role).length === 0) return { why: 'noRole', role }
    const saves = cast
      .sites(role)
      .some(({ action }) => 'save' in action && means(action.save, what, cast.words))
    return saves ? undefined : { why: 'storesNothing', role }
  }
  const { to, by, none } = requirement
  const from = typeof requirement.from === 'string' ? [requirement.from] : requirement.from
  const isNobody = (role: string) => cast.services(role).length === 0
  const missing = isNobody(to) ? to : from.every(isNobody) ? from[0] : undefined
  if (missing !== undefined) return { why: 'noRole', role: missing }
  const linked = from.find((one) => cast.links(one, to, by))
  if (none === true)
    return linked === undefined ? undefined : { why: 'forbiddenLine', from: linked, to, by }
  return linked === undefined ? { why: 'noLine', from: from[0] ?? '', to, by } : undefined
}
