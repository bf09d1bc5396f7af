/** A graph as a scenario file that Dryrun opens and runs, and a scenario file as a graph that the peers draw. */

/** @typedef {import('./graph.mjs').Graph} Graph */

const PROTOCOLS = ['rest', 'grpc', 'broker', 'websocket']

/**
 * The text of a `.dryrun.json`: the first box is the client, the rest services with what follows from their lines.
 * @param {Graph} graph
 */
export function scenarioText(graph) {
  const services = graph.boxes.map((box, place) => ({
    id: box.id,
    kind: place === 0 ? 'client' : 'service',
    name: box.label,
    position: { x: box.x, y: box.y },
  }))
  const connections = graph.lines.map((line, place) => {
    const protocol = PROTOCOLS[place % PROTOCOLS.length]
    return {
      id: line.id,
      from: line.from,
      to: line.to,
      protocol,
      label: line.label,
      ...(protocol === 'broker' && { event: `Told${line.from}`, flavor: 'rabbitmq' }),
    }
  })
  const file = { dryrun: 1, title: `${services.length} services`, services, connections }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * @param {{ services: any[], connections: any[] }} scenario a parsed scenario file
 * @returns {Graph}
 */
export function graphOfScenario({ services, connections }) {
  const english = (text) => (typeof text === 'string' ? text : (text?.en ?? ''))
  const xs = services.map(({ position }) => position.x)
  const ys = services.map(({ position }) => position.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return {
    boxes: services.map(({ id, name, position }) => ({
      id,
      x: position.x - left,
      y: position.y - top,
      label: english(name),
    })),
    lines: connections.map(({ id, from, to, label, operation, event, protocol }) => ({
      id,
      from,
      to,
      label: english(label) || operation || event || protocol,
    })),
    width: Math.max(...xs) - left + 150,
    height: Math.max(...ys) - top + 60,
  }
}
