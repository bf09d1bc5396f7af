/** The customer is told before anybody knows how it ends. domain.md 5.4, MS-16; 4.4, I6. */
import { named } from '../finding'
import { arrivalsAt, entries } from '../reading/arrivals'
import { DEPTH_MAX } from '../reading/depth'
import { callAt, handlersAfter } from '../reading/flow'
import { decidedEffects } from '../reading/outcomes'
import type { HandlerRead, Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { walk } from '../reading/walk'
import type { Rule } from '../rule'

const TELLING = 'notify'
/** A notice that claims an outcome; one that only says "received" may go out at once. */
const OUTCOME = /paid|charged|confirmed|approved|done|success/i

export const toldTooEarly: Rule = {
  id: 'told-too-early',
  severity: 'fragile',
  find: (reading) => {
    const outcomes = [...decidedEffects(reading)]
    const known = new Map(outcomes.map((effect) => [effect, new Map()]))
    const told = new Map<Site, string>()
    for (const { handler } of entries(reading)) {
      const effect = outcomes.find(
        (one) => arrivalsAt(reading, handler, one, known.get(one) ?? new Map()).length > 0,
      )
      if (effect === undefined) continue
      for (const site of early(reading, handler)) if (!told.has(site)) told.set(site, effect)
    }
    return [...told].map(([site, effect]) => ({
      path: site.path,
      things: [site.in.service.id],
      values: { service: named(site.in.service.id), effect },
      show: {
        moves: [],
        until: { kind: 'effect.done', message: TELLING },
        without: { kind: 'effect.done', message: effect },
      },
    }))
  },
}

/** Notices that go out while no outcome is known yet. */
function early(reading: Reading, entry: HandlerRead): readonly Site[] {
  const sites = new Set<Site>()
  const ends = new Map<string, boolean>()
  const follow = (handler: HandlerRead, start: boolean, depth: number): boolean => {
    const visit = `${handler.id} ${start}`
    const end = ends.get(visit)
    if (end !== undefined) return end
    if (depth > DEPTH_MAX) return start
    ends.set(visit, start)
    const known = walk<boolean>(handler.parts, start, {
      visit(site, before, { isUndo }) {
        const { action } = site
        const isKnown = before || isUndo
        if ('effect' in action) {
          if (action.effect !== TELLING) return true
          if (!isKnown && OUTCOME.test(action.says ?? 'done')) sites.add(site)
          return isKnown
        }
        const after = handlersAfter(reading, site).map((next) => follow(next, isKnown, depth + 1))
        // Only who waits for the answer knows afterwards what came of it.
        return callAt(reading, site) ? isKnown || after.some((one) => one) : isKnown
      },
      join: (a, b) => a || b,
    })
    ends.set(visit, known ?? start)
    return known ?? start
  }
  follow(entry, false, 0)
  return [...sites]
}
