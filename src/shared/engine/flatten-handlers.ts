/** Flattens every handler that is named, those that they name in turn, and the scenario's own stimuli. */
import type { Action } from '../scenario/action'
import type { Stimulus } from '../scenario/scenario'
import { FLATTEN_RULES } from './actions/flatten-table'
import type { Assembly, HandlerSource, Mutable } from './assembly'
import { delayOf, NO_DELAY } from './delay'
import { Flattener } from './flattener'
import { eventOf, outgoingLines } from './infer'
import type { Names } from './names'
import type { CallOp, Op, PublishOp, PushOp } from './op'
import { FAILED_OUTCOME, type HandlerProgram } from './program'
import { PROTOCOL_RULES } from './protocols/table'
import { answererOf, receiverOf } from './reaching'
import { routeDrawnEvents } from './routing'

/** Handlers nobody calls are flattened too, so that what is wrong in them is said. */
export function flattenHandlers(assembly: Assembly): void {
  const { names } = assembly
  names.connections.forEach((connection, line) => {
    const from = names.service(connection.from)
    const to = names.service(connection.to)
    if (from === undefined || to === undefined) return
    const { use } = PROTOCOL_RULES[connection.protocol]
    if (use === 'ask' && isInferredAsk(assembly, line))
      answererOf(assembly, line, connection.operation ?? connection.id, false)
    if (use === 'push') {
      receiverOf(assembly, line, to)
      receiverOf(assembly, line, from)
    }
  })
  routeDrawnEvents(assembly)
  flattenWaiting(assembly)
}

/** An external's line is asked for what the caller wants done, which only its actions say. */
function isInferredAsk(assembly: Assembly, line: number): boolean {
  const { names } = assembly
  const callee = names.service(names.connectionAt(line).to)
  return callee !== undefined && names.serviceAt(callee).kind !== 'external'
}

/** What is named while flattening waits in the list too; the list is the whole program in the end. */
function flattenWaiting(assembly: Assembly): void {
  for (let next = assembly.waiting.shift(); next; next = assembly.waiting.shift())
    flattenOne(assembly, next.index, next.source)
}

function flattenOne(assembly: Assembly, index: number, source: HandlerSource): void {
  const handler = assembly.handlers[index] as Mutable<HandlerProgram>
  const service = assembly.names.serviceAt(source.service)
  const into = new Flattener(assembly, source, index, FLATTEN_RULES)
  handler.first = into.here
  into.flattenTop(source.actions, source.path)
  handler.last = into.here
  into.add({ op: 'finish' })
  const isPoisoned = (assembly.names.scenario.stimuli ?? []).some(
    (one) => one.poison === service.id,
  )
  if (isPoisoned) {
    handler.poisoned = into.here
    into.add({ op: 'fail', outcome: FAILED_OUTCOME, rejects: false })
  }
  handler.remembersLast = into.remembersLast
  handler.serviceTime = source.stimulus === undefined ? delayOf(service.serviceTime, 0) : NO_DELAY
}

/** What the customers want: the scenario's stimuli, or the one that a drawing without any gets. */
export function stimuliOf(names: Names): readonly Stimulus[] {
  const { scenario } = names
  if (scenario.stimuli !== undefined && scenario.stimuli.length > 0) return scenario.stimuli
  for (const client of scenario.services) {
    if (client.kind !== 'client') continue
    const first = outgoingLines(scenario, client.id).find(({ protocol }) => {
      const { use } = PROTOCOL_RULES[protocol]
      return use === 'ask' || use === 'publish' || use === 'push'
    })
    if (first !== undefined) return [{ connection: first.id, key: 'o1', at: 0 }]
  }
  names.warn('engine/nothing-starts', 'stimuli')
  return []
}

export type Sending = CallOp | PublishOp | PushOp

/**
 * A stimulus as the sending service's own little handler, one action on the line and the end: its first op.
 * Stimuli that send alike share it.
 */
export function flattenStimulus(
  assembly: Assembly,
  stimulus: Stimulus,
  index: number,
): Sending | undefined {
  const { names } = assembly
  const line = names.line(stimulus.connection)
  const connection = line === undefined ? undefined : names.connectionAt(line)
  const service = connection === undefined ? undefined : names.service(connection.from)
  const action = connection === undefined ? undefined : firstAction(names, stimulus, connection)
  if (service === undefined || action === undefined) {
    const path = `stimuli[${index}].connection`
    names.error('engine/stimulus-cannot-start', path, { id: stimulus.connection })
    return undefined
  }
  const { operation, timeout: timeoutMs, retries, idempotencyKey, body } = stimulus
  const likeness = [stimulus.connection, operation, timeoutMs, retries, idempotencyKey, body]
  const handler = assembly.handler(`stimulus ${JSON.stringify(likeness)}`, () => ({
    service,
    actions: [action],
    path: `stimuli[${index}]`,
    trigger: operation ?? connection?.operation ?? connection?.event ?? stimulus.connection,
    quiet: true,
    stimulus: { operation, timeoutMs, retries, idempotencyKey, body },
  }))
  flattenWaiting(assembly)
  const first = assembly.ops[assembly.handlers[handler]?.first ?? -1]
  return first !== undefined && isSending(first) ? first : undefined
}

function isSending(op: Op): op is Sending {
  return op.op === 'call' || op.op === 'publish' || op.op === 'push'
}

function firstAction(
  names: Names,
  stimulus: Stimulus,
  connection: Parameters<typeof eventOf>[0],
): Action | undefined {
  switch (PROTOCOL_RULES[connection.protocol].use) {
    case 'ask': {
      const callee = names.service(connection.to)
      const kind = callee === undefined ? 'database' : names.serviceAt(callee).kind
      if (kind === 'database' || kind === 'broker') return undefined
      // Answered or not, that was the customer's request: nothing more follows from it.
      return { call: connection.id, onFailure: 'continue' }
    }
    case 'publish':
      return { publish: stimulus.operation ?? eventOf(connection) }
    case 'push':
      return { push: connection.id }
    case 'store':
    case 'none':
      return undefined
  }
}
