/** Scenarios whose runs have as many steps as wanted. */
import { readFileSync } from 'node:fs'

const TEMPLATE = new URL('../../../resources/templates/three-services.dryrun.json', import.meta.url)
const ORDERS_MAX = 1_000
const GAP_MS = 20

/**
 * The three services with one order after the other.
 * @param {number} orders at most 1,000, the most stimuli that a file may have
 */
export function manyOrders(orders) {
  const scenario = JSON.parse(readFileSync(TEMPLATE, 'utf8'))
  const [{ connection }] = scenario.stimuli
  const stimuli = Array.from({ length: Math.min(orders, ORDERS_MAX) }, (_, place) => ({
    connection,
    key: `o${place + 1}`,
    at: place * GAP_MS,
  }))
  return `${JSON.stringify({ ...scenario, stimuli, invariants: [] }, null, 2)}\n`
}

/** Two services that tell each other of one order for ever. */
export function endlessEcho() {
  const service = (id, x, heard, told) => ({
    id,
    kind: 'service',
    name: id,
    position: { x, y: 0 },
    handlers: [{ on: heard, do: [{ publish: told }] }],
  })
  const line = (id, from, to, event) => ({ id, from, to, protocol: 'broker', event })
  const scenario = {
    dryrun: 1,
    title: 'Echo',
    services: [
      { id: 'client', kind: 'client', name: 'Client', position: { x: -300, y: 0 } },
      {
        ...service('left', 0, { event: 'Pong' }, 'Ping'),
        handlers: [
          { on: { connection: 'start' }, do: [{ publish: 'Ping' }, { reply: 201 }] },
          { on: { event: 'Pong' }, do: [{ publish: 'Ping' }] },
        ],
      },
      service('right', 300, { event: 'Ping' }, 'Pong'),
    ],
    connections: [
      { id: 'start', from: 'client', to: 'left', protocol: 'rest', operation: 'POST /start' },
      line('ping', 'left', 'right', 'Ping'),
      line('pong', 'right', 'left', 'Pong'),
    ],
    stimuli: [{ connection: 'start', key: 'o1', at: 0 }],
  }
  return `${JSON.stringify(scenario, null, 2)}\n`
}
