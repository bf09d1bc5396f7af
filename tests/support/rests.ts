/** What can become of the orders of a scenario in the end, found by trying everything without any art. */
import { isQuiescent, machine } from '../../src/shared/engine/machine'
import type { Program } from '../../src/shared/engine/program'
import type { State } from '../../src/shared/engine/state'
import { View } from '../../src/shared/engine/view'

/** Every way that rows and effects can stand at rest, found by trying everything in our own machine. */
export function restsOf(program: Program): readonly string[] {
  const system = machine(program)
  const view = new View(program)
  const known = new Set<string>()
  const rests = new Set<string>()
  const open: State[] = [system.initial]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (isQuiescent(view.open(state))) rests.add(standing(program, view).join(' '))
    for (const choice of system.enabled(state)) {
      const next = system.apply(state, choice).state
      const text = next.join(' ')
      if (known.has(text)) continue
      known.add(text)
      open.push(next)
    }
  }
  return [...rests].sort()
}

/** Each entity's status for every order, then each effect's count, in the order of the model's variables. */
function standing(program: Program, view: View): readonly string[] {
  const cases = program.keys.flatMap((_, key) =>
    Array.from({ length: program.ordersPerKey }, (_, order) => [key, order] as const),
  )
  return [
    ...program.entities.flatMap(({ statuses }, entity) =>
      cases.map(([key, order]) => statuses[view.row(key, order, entity)] ?? ''),
    ),
    ...program.effects.flatMap((_, effect) =>
      cases.map(([key, order]) => `${view.effect(key, order, effect)}`),
    ),
  ]
}
