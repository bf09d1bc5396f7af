/**
 * The baseline of the timeline: the order scenario written by hand as a loop over a binary heap in an array, one
 * object a step. It has no faults, no choices, no stepping back and no packed state: only the loop.
 */

/** @typedef {{ atUs: number, seq: number, run: (atUs: number) => void }} Due */

/** Earliest first; of the same time, the one put in first. */
const isBefore = (a, b) => a.atUs < b.atUs || (a.atUs === b.atUs && a.seq < b.seq)

/** @param {Due[]} heap */
function put(heap, due) {
  let place = heap.push(due) - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (!isBefore(due, heap[parent])) break
    heap[place] = heap[parent]
    place = parent
  }
  heap[place] = due
}

/** @param {Due[]} heap not empty */
function take(heap) {
  const first = heap[0]
  const last = heap.pop()
  if (heap.length === 0) return first
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child += 1
    if (!isBefore(heap[child], last)) break
    heap[place] = heap[child]
    place = child
  }
  heap[place] = last
  return first
}

const HOP_US = 5_000

/**
 * Runs orders through client, orders, broker, notifications and charging.
 * @param {number} stepsMax
 * @returns {{ kind: string, atUs: number, seq: number, service: string, key: string }[]}
 */
export function plainSteps(stepsMax) {
  const steps = []
  const heap = []
  let seq = 0
  const step = (kind, service, key, atUs) => {
    steps.push({ kind, atUs, seq: steps.length + 1, service, key })
  }
  const after = (atUs, run) => put(heap, { atUs, seq: seq++, run })
  const consume = (service, effect, key) => (atUs) => {
    step('event.delivered', service, key, atUs)
    step('handler.started', service, key, atUs)
    step('effect.done', service, key, atUs)
    step('handler.finished', service, key, atUs)
    after(atUs + HOP_US, (now) => step('event.acked', effect, key, now))
  }
  const place = (key) => (atUs) => {
    step('request.received', 'orders', key, atUs)
    step('handler.started', 'orders', key, atUs)
    step('row.saved', 'orders', key, atUs)
    step('event.published', 'orders', key, atUs)
    after(atUs + HOP_US, consume('notifications', 'notify', key))
    after(atUs + HOP_US, consume('charging', 'charge', key))
    step('response.sent', 'orders', key, atUs)
    step('handler.finished', 'orders', key, atUs)
    after(atUs + HOP_US, (now) => step('response.received', 'client', key, now))
  }
  const order = (number) => (atUs) => {
    const key = `o${number}`
    step('stimulus', 'client', key, atUs)
    step('request.sent', 'client', key, atUs)
    after(atUs + HOP_US, place(key))
    after(atUs + 20_000, order(number + 1))
  }
  after(0, order(1))
  while (steps.length < stepsMax && heap.length > 0) {
    const due = take(heap)
    due.run(due.atUs)
  }
  return steps
}
