/**
 * `saga`: the `do`s in order; when one fails for good, the `undo`s of those done, newest first. After that
 * a caller gets the error, and a message that asked for it is done with: it is not tried again.
 */
import type { Action, SagaAction } from '../../scenario/action'
import type { Flattener } from '../flattener'

export function flattenSaga({ saga }: SagaAction, into: Flattener, path: string): void {
  into.remembersLast = true
  const wasInSaga = into.isInSaga
  into.isInSaga = true
  const stages = saga.map((stage, index) => {
    const first = into.here
    flattenPart(stage.do, into, `${path}.saga[${index}].do`)
    return { first, end: into.here }
  })
  into.isInSaga = wasInSaga
  const over = into.add({ op: 'jump' })
  // The undos stand newest first, so that a failure enters the row where its own stage would be.
  const undoOf: number[] = []
  for (let index = saga.length - 1; index >= 0; index -= 1) {
    undoOf[index] = into.here
    const undo = saga[index]?.undo
    if (undo !== undefined) flattenPart(undo, into, `${path}.saga[${index}].undo`)
  }
  const undone = into.here
  if (stages.length > 0) into.markUndo(stages.at(-1)?.end ?? undone, undone)
  into.add({ op: 'undone' })
  stages.forEach(({ first, end }, index) => {
    into.failTo(index === 0 ? undone : (undoOf[index - 1] as number), first, end)
  })
  into.land(over)
}

function flattenPart(part: Action | readonly Action[], into: Flattener, path: string): void {
  if (isList(part)) into.flatten(part, path)
  else into.flatten([part], path)
}

function isList(part: Action | readonly Action[]): part is readonly Action[] {
  return Array.isArray(part)
}
