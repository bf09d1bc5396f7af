/**
 * Following a handler's actions in the order in which they run, with something known at each of them: both
 * arms of an `if`, the stages of a saga and then what undoes them. What is known is the walk's own affair.
 */
import type { Part, Site } from './parts'

export interface Walk<Known> {
  /** What is known after this action; `isUndo`: it takes back what a saga did. */
  visit(site: Site, known: Known, about: { isUndo: boolean; conditions: readonly string[] }): Known
  /** What is known where two ways meet. */
  join(a: Known, b: Known): Known
}

/** What is known when the last of the parts is done; undefined where no way leads there. */
export function walk<Known>(
  parts: readonly Part[],
  known: Known,
  how: Walk<Known>,
): Known | undefined {
  return walkList(parts, known, how, { isUndo: false, conditions: [] })
}

interface About {
  readonly isUndo: boolean
  readonly conditions: readonly string[]
}

function walkList<Known>(
  parts: readonly Part[],
  start: Known,
  how: Walk<Known>,
  about: About,
): Known | undefined {
  let known: Known | undefined = start
  for (const part of parts) {
    if (known === undefined) return undefined
    known = walkPart(part, known, how, about)
  }
  return known
}

function walkPart<Known>(
  part: Part,
  known: Known,
  how: Walk<Known>,
  about: About,
): Known | undefined {
  switch (part.part) {
    case 'site': {
      const after = how.visit(part.site, known, about)
      return 'fail' in part.site.action ? undefined : after
    }
    case 'if': {
      const inside = { ...about, conditions: [...about.conditions, part.condition] }
      const yes = walkList(part.yes, known, how, inside)
      const no = walkList(part.no, known, how, inside)
      if (yes === undefined) return no
      return no === undefined ? yes : how.join(yes, no)
    }
    case 'saga': {
      let done: Known | undefined = known
      const undone: Known[] = [known]
      for (const stage of part.stages) {
        if (done === undefined) break
        done = walkList(stage.forward, done, how, about)
        if (done !== undefined) undone.push(done)
      }
      const failed = undone.reduce((a, b) => how.join(a, b))
      for (const stage of [...part.stages].reverse())
        walkList(stage.back, failed, how, { ...about, isUndo: true })
      return done
    }
  }
}
