/** Boards for the canvas's tests: services in a grid and lines between neighbours. */
import { EMPTY_MODEL, nextModel } from '../../../src/renderer/canvas/model/next-model'
import type { Connection } from '../../../src/shared/scenario/connection'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import type { Service } from '../../../src/shared/scenario/service'

export function service(id: string, x: number, y: number, more: Partial<Service> = {}): Service {
  return { id, kind: 'service', name: id, position: { x, y }, ...more }
}

export function line(
  id: string,
  from: string,
  to: string,
  more: Partial<Connection> = {},
): Connection {
  return { id, from, to, protocol: 'rest', operation: 'GET /', ...more }
}

export function board(
  services: readonly Service[],
  connections: readonly Connection[] = [],
  more: Partial<Scenario> = {},
): Scenario {
  return {
    dryrun: 1,
    title: '',
    services: [...services],
    connections: [...connections],
    ...more,
  }
}

export function modelOf(scenario: Scenario) {
  return nextModel(EMPTY_MODEL, scenario, 'en')
}

/** `count` services, 300 by 180 apart, each joined with the next. */
export function gridBoard(count: number, columns: number): Scenario {
  const services = Array.from({ length: count }, (_, i) =>
    service(`s${i}`, (i % columns) * 300, Math.floor(i / columns) * 180),
  )
  const connections = services
    .slice(1)
    .map((to, i) => line(`c${i}`, `s${i}`, to.id, i % 2 ? { protocol: 'sql' } : {}))
  return board(services, connections)
}
