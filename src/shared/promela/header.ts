/** The state of the model: what is stored about each order, everything under way, what may still go wrong. */
import { SEARCHED_FAULTS } from '../engine/searched-faults'
import { cutBits } from './cuts'
import { comment, named, serviceTitle, slots, type Writing } from './writing'

const LIMITS = ['things', 'orders', 'effects', 'replies'] as const

export function header(writing: Writing): string {
  const { program, things, words } = writing
  const budget = (kind: (typeof SEARCHED_FAULTS)[number]) => program.budgets?.[kind] ?? 0
  const cases = program.keys.length * program.ordersPerKey
  const replies = Math.max(1, program.layout.key.replies.length)
  const idempotent = program.layout.orders[0]?.answered.length ?? 0
  return [
    comment('How many faults of each kind at most; the run chooses how many of them happen.'),
    ...SEARCHED_FAULTS.map((kind) => `#define MAX_${named(kind)} ${budget(kind)}`),
    `#define MAX_faults ${program.faultsMax ?? 255}`,
    ...SEARCHED_FAULTS.map((kind) => `byte ${named(kind)};`),
    'byte faults;',
    '#define can(kind) (kind > 0 && faults > 0)',
    'inline spend(kind) { kind--; if :: MAX_faults < 255 -> faults-- :: else fi }',
    '',
    comment('Customers, and the orders that may be made for each.'),
    ...program.keys.map(({ name }, index) => `#define KEY_${named(name)} ${index}`),
    `#define KEYS ${program.keys.length}`,
    `#define ORDERS ${program.ordersPerKey}`,
    `#define CASES ${cases}`,
    '#define of(t) (it[t].key * ORDERS + it[t].ord)',
    'byte made[KEYS];',
    `byte replies[KEYS]; byte reply[${program.keys.length * replies}];`,
    `#define REPLIES ${replies}`,
    '',
    comment('Words as numbers.'),
    ...[...words].map(([text, number]) => `#define ${word(text)} ${number}`),
    '',
    comment('Outcomes: how a call ended.'),
    ...program.outcomes.map(({ outcome, status }, index) =>
      comment(`${index}: ${outcome}${status > 0 ? ` ${status}` : ''}`),
    ),
    '',
    comment('Stored about each order: rows, effects, the last thing said, inboxes, answers.'),
    ...program.entities.map(({ name }) => `byte row_${named(name)}[CASES];`),
    ...program.effects.flatMap(({ name }) => [
      `byte effect_${named(name)}[CASES];`,
      `byte said_${named(name)}[CASES] = ${word('')};`,
    ]),
    ...program.inboxes.map(
      ({ message }, index) => `bit inbox_${index}[CASES]; ${comment(message)}`,
    ),
    ...Array.from({ length: idempotent }, (_, index) => `byte answered_${index}[CASES];`),
    ...Array.from({ length: idempotent }, (_, index) => `byte created_${index}[CASES];`),
    '',
    comment('Services.'),
    ...program.services.map(
      (service) => `#define SERVICE_${named(serviceTitle(program, service))} ${service.index}`,
    ),
    `bit down[${program.services.length}];`,
    '#define up(service) (!down[service])',
    ...cutBits(writing),
    '',
    comment('Everything under way: requests, running handlers, messages in queues, answers.'),
    'typedef Thing { byte at, runs, key, ord, link, outcome, attempt, deliveries, q, pos; bit replied, known }',
    `#define THINGS ${things}`,
    'Thing it[THINGS];',
    '#define FREE 0',
    '#define LAST (THINGS - 1)',
    '#define at(place) (it[_pid].at == place && !halted)',
    `#define answerable(t) (${slots(writing)
      .map((slot) => `it[${slot}].link == t + 1`)
      .join(' || ')})`,
    'bit halted; hidden byte f, fresh, j, e, l, x, who, what, told, most;',
    '',
    comment('Too many of something: the run ends here, and the check is worth nothing.'),
    '#ifdef TELL',
    'c_decl { static int told_limit[4]; }',
    ...LIMITS.map(
      (what, number) =>
        `inline limit_${what}() { halted = 1; c_code { if (!told_limit[${number}]) { told_limit[${number}] = 1; printf("dryrun limit ${what}\\n"); } } }`,
    ),
    '#else',
    ...LIMITS.map((what) => `inline limit_${what}() { halted = 1; assert(false) }`),
    '#endif',
    '',
    'inline gone(t) {',
    '  it[t].at = FREE; it[t].runs = 0; it[t].key = 0; it[t].ord = 0; it[t].link = 0; it[t].outcome = 0;',
    '  it[t].attempt = 0; it[t].deliveries = 0; it[t].q = 0; it[t].pos = 0; it[t].replied = 0; it[t].known = 0',
    '}',
    comment('A new thing about the same order, called `fresh`.'),
    'inline spawn(place, t) {',
    '  fresh = THINGS;',
    '  for (f : 0 .. LAST) { if :: it[f].at == FREE && fresh == THINGS -> fresh = f :: else fi }',
    '  if :: fresh == THINGS -> fresh = LAST; limit_things() :: else fi;',
    '  it[fresh].at = place; it[fresh].key = it[t].key; it[fresh].ord = it[t].ord',
    '}',
    'inline copy(t) {',
    '  spawn(it[t].at, t);',
    '  it[fresh].runs = it[t].runs; it[fresh].link = it[t].link; it[fresh].outcome = it[t].outcome;',
    '  it[fresh].attempt = it[t].attempt; it[fresh].deliveries = it[t].deliveries; it[fresh].replied = it[t].replied',
    '}',
    comment('Nobody waits any more for what was asked by this one.'),
    'inline forget(t) { for (j : 0 .. LAST) { if :: it[j].link == t + 1 -> it[j].link = 0 :: else fi } }',
  ].join('\n')
}

export function word(text: string): string {
  return text === '' ? 'WORD_' : `WORD_${named(text)}`
}
