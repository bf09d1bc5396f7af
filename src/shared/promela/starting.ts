/** How a handler starts: its order, the answer it may have given already, or the first of its actions. */
import type { HandlerProgram } from '../engine/program'
import { lineOf } from './endings'
import { anyOf, choose, slots, type Writing } from './writing'

export function startInline(writing: Writing, handler: HandlerProgram): string {
  const { program } = writing
  const h = handler.index
  const poisoned = program.keys.flatMap(({ poison }, key): [string, string][] =>
    poison === handler.service ? [[`it[t].key == ${key}`, `enter_${handler.poisoned}(t)`]] : [],
  )
  const slot = handler.idempotent
  const makes = 'make_order(t)'
  const takesOrder = !handler.creates
    ? ''
    : slot === undefined
      ? `${makes};`
      : `if :: created_${slot}[of(t)] > 0 -> it[t].ord = created_${slot}[of(t)] - 1 :: else -> e = of(t); ${makes}; created_${slot}[e] = it[t].ord + 1 fi;`
  const run = `${takesOrder} ${choose(poisoned, `enter_${handler.first}(t)`)}`
  const body =
    slot === undefined
      ? run
      : `if :: answered_${slot}[of(t)] > 0 -> told = answered_${slot}[of(t)]; send_${h}(t, told); gone(t) :: else -> if :: ${isBeingHandled(writing, handler, slot)} -> send_${h}(t, ${lineOf(writing, handler).answers.busy}); gone(t) :: else -> ${run} fi fi`
  const refused = handler.bodies === undefined ? body : unlessReused(writing, handler, body)
  return `inline start_${h}(t) { it[t].runs = ${h + 1}; it[t].attempt = 0; ${refused}; skip }`
}

/** A key that came with another body is taken. */
function unlessReused(writing: Writing, handler: HandlerProgram, body: string): string {
  const others = (handler.bodies ?? []).flatMap((index) => {
    const other = writing.program.handlers[index]
    const slot = other?.idempotent
    if (other === undefined || other.index === handler.index || slot === undefined) return []
    const isTaken = `answered_${slot}[of(t)] > 0 || created_${slot}[of(t)] > 0`
    return [`${isTaken} || ${isBeingHandled(writing, other, slot)}`]
  })
  if (others.length === 0) return body
  const { reused } = lineOf(writing, handler).answers
  return `if :: ${others.join(' || ')} -> send_${handler.index}(t, ${reused}); gone(t) :: else -> ${body} fi`
}

/** Another request with the same key has begun and is not answered. */
function isBeingHandled(
  writing: Writing,
  { index, creates }: HandlerProgram,
  slot: number,
): string {
  const made = `created_${slot}[of(t)] == it[SLOT].ord + 1`
  const order = creates ? made : `(${made} || it[SLOT].ord == it[t].ord)`
  const isSame = `(t != SLOT && it[SLOT].runs == ${index + 1} && it[SLOT].key == it[t].key && ${order} && !it[SLOT].replied)`
  return anyOf(slots(writing).map((each) => isSame.replaceAll('SLOT', `${each}`)))
}
