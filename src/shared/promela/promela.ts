/** A program as a Promela model: what the scenario means, said again for another checker (spin). */
import type { Outcome } from '../base/problem'
import { problemOf } from '../engine/problem-texts'
import type { Program } from '../engine/program'
import { actionSteps } from './actions'
import { isHeldUp } from './cuts'
import { beginning, crashes } from './faults'
import { handlers } from './handlers'
import { header } from './header'
import { messageSteps } from './messages'
import { Inexpressible, promises } from './promises'
import { queueSteps, queues } from './queues'
import { tidying } from './tidying'
import { comment, named, type Writing, writingOf } from './writing'

export interface PromelaOptions {
  /** How many requests, runs, messages and answers there may be at one time; a run with more is a limit. */
  readonly things?: number
}

const THINGS = 12

/**
 * @param program compiled without time and with budgets.
 * @returns the model's text; a problem in words where something cannot be said in it.
 */
export function toPromela(program: Program, options: PromelaOptions = {}): Outcome<string> {
  if (program.timed || program.budgets === undefined)
    throw new Error('only a program without time and with budgets has a model')
  try {
    return { ok: true, value: written(writingOf(program, options.things ?? THINGS)) }
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error
    return { ok: false, problems: [problemOf('error', error.code, '', error.values)] }
  }
}

function written(writing: Writing): string {
  const { program } = writing
  if (program.lines.some(({ socket }) => socket !== undefined))
    throw new Inexpressible('promela/websocket')
  return [
    comment('Written by dryrun export. Check it with:'),
    comment('spin -a FILE && gcc -O2 -DSAFETY -DVECTORSZ=4096 -o pan pan.c && ./pan -m100000'),
    comment('With spin -DTELL every broken promise is told by its number, and the search goes on.'),
    header(writing),
    bookkeeping(),
    queues(writing),
    promises(writing),
    tidying(),
    handlers(writing),
    '',
    comment('Each thing does what is next for it; which thing is next is open.'),
    'active [THINGS] proctype Doing() {',
    'end: do :: atomic { if',
    ...stimuli(writing),
    ...actionSteps(writing),
    ...messageSteps(writing),
    ...queueSteps(writing),
    'fi; done() } od',
    '}',
    '',
    crashes(writing),
    '',
    comment('Nothing more can happen.'),
    'active proctype Rest() {',
    `  timeout && !halted -> d_step { finally(); ${tellRest(writing)} }`,
    '}',
    '',
    beginning(writing),
    '',
  ].join('\n')
}

/** What became of the orders in the end, one line each: who compares counts different ones. */
function tellRest({ program }: Writing): string {
  const cases = program.keys.length * program.ordersPerKey
  const arrays = [
    ...program.entities.map(({ name }) => `row_${named(name)}`),
    ...program.effects.map(({ name }) => `effect_${named(name)}`),
  ]
  const values = arrays.flatMap((name) =>
    Array.from({ length: cases }, (_, index) => `now.${name}[${index}]`),
  )
  if (values.length === 0) return 'skip'
  const format = values.map(() => '%d').join(' ')
  return `\n#ifdef TELL\n    c_code { printf("dryrun rest ${format}\\n", ${values.join(', ')}); }\n#else\n    skip\n#endif\n `
}

function bookkeeping(): string {
  return [
    'inline make_order(t) {',
    '  if :: made[it[t].key] >= ORDERS -> limit_orders(); it[t].ord = made[it[t].key] - 1',
    '  :: else -> it[t].ord = made[it[t].key]; made[it[t].key]++ fi',
    '}',
    'inline add_reply(t, o) {',
    '  if :: replies[it[t].key] >= REPLIES -> limit_replies()',
    '  :: else -> reply[it[t].key * REPLIES + replies[it[t].key]] = o; replies[it[t].key]++ fi',
    '}',
  ].join('\n')
}

function stimuli(writing: Writing): string[] {
  const { program } = writing
  return program.places.flatMap((place, number) => {
    if (place.at !== 'stimulus') return []
    const { op } = place
    if (op.op === 'push') throw new Inexpressible('promela/websocket')
    const onward = `it[_pid].at = ${op.place}`
    const sends =
      op.op === 'call'
        ? `ask_${op.index}(_pid)`
        : [
            ...op.publication.routes.map(({ queue, feed }) => `enqueue_${queue}_${feed}(_pid)`),
            op.confirm ? `it[_pid].at = ${op.confirming}` : `enter_${op.next}(_pid)`,
          ].join('; ')
    const isUp = op.op === 'call' || op.publication.brokers.length === 0
    const held = op.op === 'publish' ? isHeldUp(writing, op.publication) : 'false'
    return [
      comment(`a customer: ${program.handlers[op.handler]?.trigger ?? ''}`),
      `:: d_step { at(${number}) && !${held} -> ${isUp ? sends : onward}; skip }`,
    ]
  })
}
