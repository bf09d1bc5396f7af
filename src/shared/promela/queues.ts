/** Queues: a message keeps its position until it is acknowledged; outboxes and their relays. */
import { hashText } from '../base/random'
import type { Program, Queue } from '../engine/program'
import { isCut, isHeldUp } from './cuts'
import { Inexpressible } from './promises'
import { allOf, anyOf, comment, slots, type Writing } from './writing'

/** Kafka keeps an order a partition, RabbitMQ one a queue. */
function partitionOf({ keys }: Program, queue: Queue, key: number): number {
  return queue.flavor === 'kafka' ? hashText(keys[key]?.name ?? '') % queue.partitions : 0
}

/** Whether two things, by their texts, are in one partition of the queue. */
function together({ program }: Writing, queue: Queue, a: string, b: string): string {
  if (queue.flavor !== 'kafka' || program.keys.length < 2) return 'true'
  const lanes = program.keys.map((_, key) => partitionOf(program, queue, key))
  return anyOf(
    lanes.flatMap((lane, key) =>
      lanes.flatMap((other, second) =>
        lane === other ? [`(it[${a}].key == ${key} && it[${b}].key == ${second})`] : [],
      ),
    ),
  )
}

export function queues(writing: Writing): string {
  const { program } = writing
  const ends = program.places.flatMap(({ at }, number) => (at === 'dead' ? [number] : []))
  return [
    `#define dead(t) ${anyOf(ends.map((place) => `it[t].at == ${place}`))}`,
    ...program.queues.map(
      (queue) =>
        `#define together_${queue.index}(a, b) ${together(writing, queue, 'a', 'b')} ${comment(queue.name)}`,
    ),
    `#define same_lane(a, b) ${anyOf(program.queues.map(({ index }) => `(it[a].q == ${index + 1} && together_${index}(a, b))`))}`,
    'inline leave_queue(t) {',
    '  if :: it[t].pos > 0 ->',
    '    for (l : 0 .. LAST) { if :: it[l].q == it[t].q && it[l].pos > it[t].pos && same_lane(l, t) -> it[l].pos-- :: else fi };',
    '    it[t].q = 0; it[t].pos = 0',
    '  :: else fi',
    '}',
    ...program.queues.flatMap((queue) => [
      `inline take_position_${queue.index}(t) {`,
      '  most = 0;',
      `  for (l : 0 .. LAST) { if :: l != t && it[l].q == ${queue.index + 1} && together_${queue.index}(l, t) && it[l].pos > most -> most = it[l].pos :: else fi };`,
      `  it[t].q = ${queue.index + 1}; it[t].pos = most + 1`,
      '}',
      ...queue.feeds.map(
        ({ event, queued }, feed) =>
          `${comment(`${event} into ${queue.name}`)}\ninline enqueue_${queue.index}_${feed}(t) { spawn(${queued}, t); take_position_${queue.index}(fresh) }`,
      ),
    ]),
  ].join('\n')
}

export function queueSteps(writing: Writing): string[] {
  const { program } = writing
  return program.places.flatMap((place, number) => {
    const step = (body: string, guard: string) =>
      `:: d_step { at(${number}) && ${guard} -> ${body}; skip }`
    switch (place.at) {
      case 'queued':
        return deliveries(writing, program.queues[place.queue] as Queue, place.feed, step)
      case 'stored': {
        const { publication } = place
        const ready = allOf([
          ...[publication.service, ...publication.brokers].map((one) => `up(${one})`),
          `!${isHeldUp(writing, publication)}`,
        ])
        const routes = publication.routes.map(({ queue, feed }) => `enqueue_${queue}_${feed}(_pid)`)
        return [
          comment(`${publication.event} in the outbox`),
          step([...routes, `it[_pid].at = ${publication.relayed}`].join('; '), ready),
          step('spend(lose_request)', `${ready} && can(lose_request)`),
        ]
      }
      case 'relayed':
        return [step('gone(_pid)', `up(${place.publication.service})`)]
      default:
        return []
    }
  })
}

type StepWriter = (body: string, guard: string) => string

function deliveries(writing: Writing, queue: Queue, feedIndex: number, step: StepWriter): string[] {
  const feed = queue.feeds[feedIndex]
  if (queue.ttlUs > 0) throw new Inexpressible('promela/time-to-live', { queue: queue.name })
  if (feed === undefined) return []
  const mine = `together_${queue.index}(_pid, `
  const others = slots(writing).map(
    (slot) => `it[${slot}].q == ${queue.index + 1} && ${mine}${slot})`,
  )
  const isFirst = `!${anyOf(others.map((other, slot) => `(${other} && it[${slot}].runs == 0 && it[${slot}].pos < it[_pid].pos)`))}`
  const isBusy = anyOf(others.map((other, slot) => `(${other} && it[${slot}].runs > 0)`))
  const broker = queue.broker === undefined ? 'true' : `up(${queue.broker})`
  const free = queue.flavor === 'kafka' ? `!${isBusy}` : 'true'
  const ways = feed.deliveries.flatMap((delivery, consumer) => {
    if (delivery === undefined) return []
    const able = allOf([
      broker,
      free,
      `!${isCut(writing, delivery.line)}`,
      isAble(writing, queue, consumer),
      owns(writing, queue, consumer),
    ])
    const ack = queue.ackBefore ? 'leave_queue(_pid)' : 'it[_pid].deliveries++'
    const deliver = `${ack}; start_${delivery.handler}(_pid)`
    return [
      step(deliver, `${able} && ${isFirst}`),
      step(`spend(reorder); ${deliver}`, `can(reorder) && ${able} && !(${isFirst})`),
    ]
  })
  return [
    comment(`${feed.event} in ${queue.name}`),
    ...ways,
    step(
      `spend(duplicate); copy(_pid); take_position_${queue.index}(fresh)`,
      `${broker} && can(duplicate)`,
    ),
  ]
}

/** It is up, and a worker of it is free. */
function isAble(writing: Writing, queue: Queue, consumer: number): string {
  const { program } = writing
  const service = program.services[queue.consumers[consumer]?.service ?? 0]
  const workers = service?.workers ?? 1
  const room = queue.prefetch > 0 ? Math.min(workers, queue.prefetch) : workers
  const runs = program.handlers.filter(
    (one) => one.queue === queue.index && (one.consumer ?? 0) === consumer,
  )
  const held = slots(writing).map((slot) =>
    anyOf(runs.map(({ index }) => `it[${slot}].runs == ${index + 1}`)),
  )
  return `up(${service?.index ?? 0}) && (${held.join(' + ')}) < ${room}`
}

/** A partition belongs to one member of its group, by turns among those that are up. */
function owns({ program }: Writing, queue: Queue, consumer: number): string {
  if (queue.flavor !== 'kafka' || queue.consumers.length < 2) return 'true'
  const members = queue.consumers.map(({ service }) => service)
  const cases: string[] = []
  for (let set = 1; set < 1 << members.length; set += 1) {
    const alive = [...members.keys()].filter((member) => (set >> member) & 1)
    const states = members.map((service, member) =>
      (set >> member) & 1 ? `up(${service})` : `down[${service}]`,
    )
    const keys = program.keys.flatMap((_, key) =>
      alive[partitionOf(program, queue, key) % alive.length] === consumer
        ? [`it[_pid].key == ${key}`]
        : [],
    )
    if (keys.length > 0) cases.push(allOf([...states, anyOf(keys)]))
  }
  return anyOf(cases)
}
