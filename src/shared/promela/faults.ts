/** What the environment does: crashes, restarts, and how much of everything it will do at most. */
import { SEARCHED_FAULTS } from '../engine/searched-faults'
import { cutting, missed } from './cuts'
import { settling } from './going-on'
import { Inexpressible } from './promises'
import { choose, comment, named, serviceTitle, type Writing } from './writing'

export function crashes(writing: Writing): string {
  const { program } = writing
  const falls = program.services.flatMap((service) => {
    const faults = service.stoppedBy.filter((kind) => (program.budgets?.[kind] ?? 0) > 0)
    if (faults.length === 0) return []
    if (service.replicas > 1)
      throw new Inexpressible('promela/replicas', { service: service.id ?? '' })
    const { index } = service
    const follows = service.kind === 'broker' ? taken(writing, index) : lost(writing, index)
    return [
      comment(serviceTitle(program, service)),
      ...faults.map(
        (kind) =>
          `:: d_step { can(${named(kind)}) && up(${index}) && !halted -> spend(${named(kind)}); down[${index}] = 1; ${follows}; skip }`,
      ),
      `:: d_step { down[${index}] && !halted -> down[${index}] = 0 }`,
    ]
  })
  const steps = [...falls, ...cutting(writing)]
  if (steps.length === 0) return ''
  return [
    'active proctype Environment() {',
    'end: do :: atomic { if',
    ...steps,
    'fi; done() } od',
    '}',
  ].join('\n')
}

/** Running handlers are gone; deliveries come back; callers see a broken connection; marks are forgotten. */
function lost(writing: Writing, service: number): string {
  const { program } = writing
  const runs = program.handlers.flatMap((handler): [string, string][] => {
    if (handler.service !== service || handler.line === undefined) return []
    const h = handler.index
    const late = program.lines[handler.line]?.answers.timeout ?? 0
    const breaks = settling(writing, ({ callee }) => callee === h, `${late}`)
    const dies = `who = it[x].link; gone(x); if :: who > 0 -> who--; ${breaks} :: else fi`
    const back =
      handler.queue === undefined ? dies : choose([['it[x].pos > 0', `give_back_${h}(x)`]], dies)
    return [[`it[x].runs == ${h + 1}`, `forget(x); ${back}`]]
  })
  const marks = program.publications.flatMap((one): [string, string][] =>
    one.service === service ? [[`it[x].at == ${one.relayed}`, `it[x].at = ${one.stored}`]] : [],
  )
  const ways = [...runs, ...marks]
  return ways.length === 0 ? 'skip' : `for (x : 0 .. LAST) { ${choose(ways)} }`
}

/** A broker takes back what was delivered and not acknowledged: those handlers run on. Nobody hears a confirm. */
function taken(writing: Writing, broker: number): string {
  const { program } = writing
  const deliveries = program.handlers.flatMap(({ index, queue }): [string, string][] =>
    program.queues[queue ?? -1]?.broker === broker
      ? [[`it[x].runs == ${index + 1} && it[x].pos > 0`, `take_back_${index}(x)`]]
      : [],
  )
  const confirms = program.ops.flatMap((op): [string, string][] =>
    op.op === 'publish' && op.confirm && op.publication.brokers.includes(broker)
      ? [[`it[x].at == ${op.confirming}`, missed(op)]]
      : [],
  )
  // The publisher of one event may be the handler of another.
  const ways = [deliveries, confirms].filter((one) => one.length > 0).map((one) => choose(one))
  return ways.length === 0 ? 'skip' : `for (x : 0 .. LAST) { ${ways.join('; ')} }`
}

/** The run decides at its start how many faults there will be: then rest is rest, with none to come. */
export function beginning({ program }: Writing): string {
  const budgets = SEARCHED_FAULTS.filter((kind) => (program.budgets?.[kind] ?? 0) > 0)
  const sent = program.stimuli.map(
    ({ key, place }, slot) => `it[${slot}].at = ${place}; it[${slot}].key = ${key}`,
  )
  const chosen = budgets.map((kind) => `select(f : 0 .. MAX_${named(kind)}); ${named(kind)} = f`)
  const inAll =
    program.faultsMax === undefined ? 'faults = 255' : 'select(f : 0 .. MAX_faults); faults = f'
  return [
    'init { atomic {',
    [...chosen, inAll, ...sent].map((one) => `  ${one};`).join('\n'),
    '  skip',
    '} }',
  ].join('\n')
}
